import type { NoteRead } from './read-note.ts';
import type { QuestionRead } from './read-question.ts';
import { report, type Session } from './session.ts';

/** W207: sections of notes that no question points at. A question that points at a whole note covers none of them. */
export function warnOfSections(session: Session, notes: readonly NoteRead[], questions: readonly QuestionRead[]): void {
  if (questions.length === 0) return;
  const anchorsOf = new Map(notes.map(({ note, anchors }) => [note.id, anchors]));
  const covered = new Set<string>();
  for (const { question } of questions) {
    if (question.note === null || question.note.section === null) continue;
    const { note, section } = question.note;
    covered.add(`${note}#${anchorsOf.get(note)?.get(section) ?? section}`);
  }
  for (const { note, sectionLines, file } of notes) {
    for (const { id, title } of note.sections) {
      if (covered.has(`${note.id}#${id}`)) continue;
      report(
        session,
        'W207',
        { file, line: sectionLines.get(id) ?? 1, column: 1 },
        `No question asks about "${title}".`,
      );
    }
  }
}
