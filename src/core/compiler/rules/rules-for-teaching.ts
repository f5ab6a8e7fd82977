import type { NoteAddress } from '../../model/address.ts';
import { hasErrors } from '../../model/diagnostic.ts';
import type { Note, NoteSection } from '../../model/pack.ts';
import { plainText } from '../../model/rich-text.ts';
import { once } from '../../text/once.ts';
import { type Compilation, report } from '../compilation.ts';
import type { NoteRead } from '../notes/read-note.ts';
import type { FileDigest } from '../questions/file-digest.ts';
import type { QuestionTrace } from '../questions/question-read.ts';

// What says less is still to be written.
const fewestWords = 20;
const mostUnknown = 0.5;

type Vocabulary = ReadonlySet<string>;

/** What was read of a section or a lead stays as long as it does, so that its words are looked for once. */
const known = new WeakMap<NoteSection | Note, Vocabulary>();

/**
 * W226: names that an answer must hold and no note says, or of which most are missing in the section that the question
 * points at. Commands have options that every section takes as known.
 */
export function warnOfTeaching(
  compilation: Compilation,
  notes: readonly NoteRead[],
  files: readonly FileDigest[],
): void {
  const named = files.flatMap(({ named }) => named);
  if (named.length === 0 || hasErrors(compilation.diagnostics)) return;
  const byId = new Map(notes.map((read) => [read.note.id, read]));
  const all = once(() => new Set(notes.flatMap(({ note }) => partsOf(note)).flatMap((part) => [...wordsIn(part)])));
  for (const trace of named) {
    const section = trace.note === null ? null : sectionAt(byId.get(trace.note.note), trace.note.section);
    if (section !== null) warnOfTrace(compilation, trace, section, all);
  }
}

function warnOfTrace(
  compilation: Compilation,
  { names, kind, note, place }: QuestionTrace,
  section: Vocabulary,
  all: () => Vocabulary,
): void {
  const missing = names.filter((name) => !section.has(name.toLowerCase()));
  if (missing.length === 0 || section.size < fewestWords) return;
  const isUntaught = kind !== 'command' && missing.length >= mostUnknown * names.length;
  const unknown = isUntaught ? missing : missing.filter((name) => !all().has(name.toLowerCase()));
  if (unknown.length === 0) return;
  const who = isUntaught ? `${addressOf(note)} does not say` : 'No note says';
  report(compilation, 'W226', place, `${who} ${unknown.join(', ')}, which the answer must hold.`);
}

function addressOf(address: NoteAddress | null): string {
  return [address?.note ?? '', address?.section ?? []].flat().join('#');
}

/** The words of a section, or of a whole note; null where it is not there. */
function sectionAt(read: NoteRead | undefined, anchor: string | null): Vocabulary | null {
  if (read === undefined) return null;
  if (anchor === null) return wordsOfNote(read.note);
  const id = read.anchors.get(anchor) ?? anchor;
  const section = read.note.sections.find((one) => one.id === id);
  return section === undefined ? null : wordsIn(section);
}

function wordsOfNote(note: Note): Vocabulary {
  const before = wholeNotes.get(note);
  if (before !== undefined) return before;
  const words = new Set(partsOf(note).flatMap((part) => [...wordsIn(part)]));
  wholeNotes.set(note, words);
  return words;
}

/** Many questions may point at a whole note. */
const wholeNotes = new WeakMap<Note, Vocabulary>();

/** A note stands for its lead. */
function partsOf(note: Note): readonly (NoteSection | Note)[] {
  return [note, ...note.sections];
}

function wordsIn(part: NoteSection | Note): Vocabulary {
  const before = known.get(part);
  if (before !== undefined) return before;
  const text = `${part.title} ${plainText('body' in part ? part.body : part.lead)}`.toLowerCase();
  const words = new Set([
    ...(text.match(/[a-z0-9_]+/g) ?? []),
    ...(text.match(/-{0,2}[a-z0-9_]+(?:[.-][a-z0-9_]+)*/g) ?? []),
  ]);
  known.set(part, words);
  return words;
}
