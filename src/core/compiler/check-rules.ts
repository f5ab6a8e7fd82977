import type { PackInfo } from '../model/pack.ts';
import { warnOfNearCopies } from './near-copies.ts';
import type { NoteRead } from './read-note.ts';
import type { QuestionRead } from './read-question.ts';
import { warnOfOptions } from './rules-for-options.ts';
import { warnOfPositions } from './rules-for-positions.ts';
import { warnOfQuestion } from './rules-for-questions.ts';
import { warnOfSections } from './rules-for-sections.ts';
import type { Session } from './session.ts';

/** The advice for authors: warnings W201 to W213, except those that rendering finds. Retired questions are left alone. */
export function checkRules(
  session: Session,
  info: PackInfo | null,
  notes: readonly NoteRead[],
  questions: readonly QuestionRead[],
): void {
  const asked = questions.filter(({ question }) => question.status !== 'retired');
  const beliefs = new Set(Object.keys(info?.beliefs ?? {}));
  const hasDomains = info?.exam !== null && info?.exam !== undefined;
  for (const read of asked) {
    warnOfQuestion(session, read, hasDomains);
    if (read.options.length > 0) warnOfOptions(session, read, beliefs);
  }
  warnOfSections(session, notes, asked);
  warnOfNearCopies(session, asked);
  warnOfPositions(session, asked);
}
