import { type Compilation, report } from '../compilation.ts';
import type { NoteSource } from './note-source.ts';
import { type NoteRead, readNote } from './read-note.ts';

/** Every note, in the order that their authors gave; an id that is used twice is reported. */
export function readAllNotes(compilation: Compilation, sources: readonly NoteSource[]): readonly NoteRead[] {
  const seen = new Set<string>();
  for (const { id, place } of sources) {
    if (seen.has(id)) report(compilation, 'E110', place, `There are two notes with the id "${id}".`);
    seen.add(id);
  }
  const notes = sources.map((source) => readNote(compilation, source));
  return notes.sort((a, b) => a.note.order - b.note.order || (a.note.id < b.note.id ? -1 : 1));
}
