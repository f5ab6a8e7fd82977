import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import { cardCountOf, type Question } from '../../model/question.ts';
import { heavyKinds } from '../heavy-kinds.ts';
import { kindOf } from '../registry.ts';

/** Grades the keyed answer of each card; a complaint when the question's own grader refuses it. */
export function proveOwnAnswer(question: Question, place: Place): readonly Diagnostic[] {
  const kind = kindOf(question.kind, heavyKinds);
  const cards = Array.from({ length: cardCountOf(question) }, (_, index) => index + 1);
  const refused = cards.some((card) => {
    const right = kind.rightResponse(question, card);
    return right === null || kind.grade(question, right).score !== 1;
  });
  return refused ? [complain('E160', place, 'The answer that is marked right is graded wrong.')] : [];
}
