import type { HeavyKind, Kind, LightKind, Question, QuestionOf, Response, ResponseOf } from '../model/question.ts';
import type { Verdict } from '../model/verdict.ts';
import { choice } from './choice/kind.ts';
import { cloze } from './cloze/kind.ts';
import { match } from './match/kind.ts';
import { multi } from './multi/kind.ts';
import { order } from './order/kind.ts';
import type { QuestionGrader, QuestionKind } from './question-kind.ts';
import { recall } from './recall/kind.ts';
import { typed } from './typed/kind.ts';

/** Every light kind; a kind that is missing here and in `heavy-graders.ts` does not compile. */
export const questionKinds: { readonly [K in LightKind]: QuestionKind<K> } = {
  recall,
  cloze,
  choice,
  multi,
  typed,
  order,
  match,
};

/** The graders of `heavy-graders.ts`, as far as they are loaded. */
export type HeavyGraders = { readonly [K in HeavyKind]?: QuestionGrader<K> };

const noneLoaded: HeavyGraders = {};

/**
 * Grades a response to a question of the same kind. A response of another kind, and a question of a heavy kind
 * whose grader is not handed over, are a programmer's mistakes.
 */
export function gradeResponse(question: Question, response: Response, heavy: HeavyGraders = noneLoaded): Verdict {
  if (question.kind !== response.kind) {
    throw new Error(`Inconsistent: a ${response.kind} response to the ${question.kind} question ${question.id}`);
  }
  return graderOf(question.kind, heavy).grade(question, response);
}

/** The question as one showing has it; the same seed always gives the same. Heavy kinds are always shown alike. */
export function varyQuestion(question: Question, seed: number): Question {
  return isHeavy(question.kind) ? question : lightKindOf(question.kind).vary(question, seed);
}

/** Chance, 0 to 1, that a learner who knows nothing is graded right. */
export function guessRateOf(question: Question): number {
  return isHeavy(question.kind) ? 0 : lightKindOf(question.kind).guessRate(question);
}

/** Whether the kind's grader must be loaded before it is asked. */
export function isHeavy(kind: Kind): kind is HeavyKind {
  return !Object.hasOwn(questionKinds, kind);
}

// The kind in the question picks the entry, so the two always agree; TypeScript cannot follow that.
type AnyKind = {
  vary(question: Question, seed: number): Question;
  guessRate(question: Question): number;
};
type AnyGrader = { grade(question: QuestionOf<Kind>, response: ResponseOf<Kind>): Verdict };

function lightKindOf(kind: LightKind): AnyKind {
  return questionKinds[kind] as unknown as AnyKind;
}

function graderOf(kind: Kind, heavy: HeavyGraders): AnyGrader {
  const grader = isHeavy(kind) ? heavy[kind] : questionKinds[kind];
  if (grader === undefined) throw new Error(`Inconsistent: the grader of ${kind} questions is not loaded`);
  return grader as unknown as AnyGrader;
}
