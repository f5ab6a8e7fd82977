import { warnOfNearCopies } from './near-copies.ts';
import type { NoteRead } from './read-note.ts';
import type { QuestionRead } from './read-question.ts';
import { warnOfPositions } from './rules-for-positions.ts';
import { warnOfSections } from './rules-for-sections.ts';
import type { Session } from './session.ts';

/** The advice that only a whole pack can be given: W207, W208, W210. Retired questions are left alone. */
export function checkRules(session: Session, notes: readonly NoteRead[], questions: readonly QuestionRead[]): void {
  const asked = questions.filter(({ question }) => question.status !== 'retired');
  warnOfSections(session, notes, asked);
  warnOfNearCopies(session, asked);
  warnOfPositions(session, asked);
}
