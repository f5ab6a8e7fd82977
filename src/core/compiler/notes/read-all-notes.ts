import { type Compilation, report } from '../compilation.ts';
import type { Keeper } from '../kept-readings.ts';
import type { PartOfPack } from '../pack/pack-parts.ts';
import { readAlone, settle } from '../reading.ts';
import type { NoteSource } from './note-source.ts';
import { type NoteRead, readNote } from './read-note.ts';

/** Every note, in the order that their authors gave; an id that is used twice is reported. */
export function readAllNotes(
  compilation: Compilation,
  sources: readonly PartOfPack<NoteSource>[],
  keep: Keeper<NoteRead>,
): readonly NoteRead[] {
  const notes = sources.flatMap((source) => {
    const read = () => readAlone(compilation, source.path, (own) => readSource(own, source));
    return settle(compilation, source.file === null ? read() : keep(source.file, read)) ?? [];
  });
  const seen = new Set<string>();
  for (const { note, place } of notes) {
    if (seen.has(note.id)) report(compilation, 'E110', place, `There are two notes with the id "${note.id}".`);
    seen.add(note.id);
  }
  return notes.sort((a, b) => a.note.order - b.note.order || (a.note.id < b.note.id ? -1 : 1));
}

function readSource(own: Compilation, { open }: PartOfPack<NoteSource>): NoteRead | null {
  const source = open(own);
  return source === null ? null : readNote(own, source);
}
