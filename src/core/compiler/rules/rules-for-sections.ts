import { hasErrors } from '../../model/diagnostic.ts';
import { type Compilation, report } from '../compilation.ts';
import type { NoteRead } from '../notes/read-note.ts';
import type { FileDigest } from '../questions/file-digest.ts';

/** W207: sections of notes that no question points at. A question that points at a whole note covers none of them. */
export function warnOfCoverage(
  compilation: Compilation,
  notes: readonly NoteRead[],
  files: readonly FileDigest[],
): void {
  // A question that could not be read may be the one that is missed.
  if (files.every(({ asked }) => asked === 0) || hasErrors(compilation.diagnostics)) return;
  const byId = new Map(notes.map(({ note, anchors }) => [note.id, { anchors, covered: new Set<string>() }]));
  for (const { note, section } of files.flatMap(({ covered }) => covered)) {
    const known = section === null ? undefined : byId.get(note);
    if (known !== undefined && section !== null) known.covered.add(known.anchors.get(section) ?? section);
  }
  for (const read of notes) warnOfNote(compilation, read, byId.get(read.note.id)?.covered ?? new Set());
}

function warnOfNote(
  compilation: Compilation,
  { note, sectionLines, unasked, file }: NoteRead,
  covered: ReadonlySet<string>,
): void {
  for (const { id, title } of note.sections) {
    if (covered.has(id) || unasked.has(id)) continue;
    const place = { file, line: sectionLines.get(id) ?? 1, column: 1 };
    report(compilation, 'W207', place, `No question asks about "${title}".`);
  }
}
