import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import { cardCountOf, type Question } from '../../model/question.ts';
import { heavyGraders } from '../heavy-graders.ts';
import { gradeResponse } from '../registry.ts';
import { rightResponseTo } from '../right-response.ts';

/** Grades the keyed answer of each card; a complaint when the question's own grader refuses it. */
export function proveOwnAnswer(question: Question, place: Place): readonly Diagnostic[] {
  const cards = Array.from({ length: cardCountOf(question) }, (_, index) => index + 1);
  const refused = cards.some(
    (card) => gradeResponse(question, rightResponseTo(question, card), heavyGraders).score !== 1,
  );
  return refused ? [complain('E160', place, 'The answer that is marked right is graded wrong.')] : [];
}
