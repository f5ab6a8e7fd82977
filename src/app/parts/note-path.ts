import type { NoteReference } from '../../core/model/question.ts';

/** Address of a note, or of the section that is meant. */
export function notePath({ note, section }: NoteReference): string {
  return section === null ? `/notes/${note}` : `/notes/${note}#${section}`;
}
