import type { Diagnostic } from '../model/diagnostic.ts';
import { complain, type Place } from '../model/diagnostic-codes.ts';
import type { Question } from '../model/question.ts';
import { gradeResponse, rightResponseTo } from './registry.ts';

/** Grades the keyed answer; a complaint when the question's own grader refuses it. */
export function proveOwnAnswer(question: Question, place: Place): readonly Diagnostic[] {
  const verdict = gradeResponse(question, rightResponseTo(question));
  return verdict.score === 1 ? [] : [complain('E160', place, 'The answer that is marked right is graded wrong.')];
}
