import type { HeavyKind, Kind, LightKind, Question, Response } from '../model/question.ts';
import type { Verdict } from '../model/verdict.ts';
import { choice } from './choice/kind.ts';
import { cloze } from './cloze/kind.ts';
import { match } from './match/kind.ts';
import { multi } from './multi/kind.ts';
import { order } from './order/kind.ts';
import type { QuestionKind } from './question-kind.ts';
import { recall } from './recall/kind.ts';
import { typed } from './typed/kind.ts';
import { typedCloze } from './typed-cloze/kind.ts';

/** Every light kind; a kind that is missing here and in `heavy-kinds.ts` does not compile. */
const lightKinds: { readonly [K in LightKind]: QuestionKind<K> } = {
  recall,
  cloze,
  'typed-cloze': typedCloze,
  choice,
  multi,
  typed,
  order,
  match,
};

/** The kinds of `heavy-kinds.ts`, once they are loaded. */
export type HeavyKinds = { readonly [K in HeavyKind]: QuestionKind<K> };

/** A kind by its name. A heavy one that is not handed over is a programmer's mistake. */
export function kindOf(kind: Kind, heavy: Partial<HeavyKinds> = {}): QuestionKind<Kind> {
  const found: QuestionKind<Kind> | undefined = isHeavy(kind) ? heavy[kind] : lightKinds[kind];
  if (found === undefined) throw new Error(`Inconsistent: ${kind} questions are not loaded`);
  return found;
}

/** Whether the kind must be loaded before it is asked. */
export function isHeavy(kind: Kind): kind is HeavyKind {
  return !Object.hasOwn(lightKinds, kind);
}

/** Grades a response to a question of the same kind; one of another kind is a programmer's mistake. */
export function gradeResponse(question: Question, response: Response, heavy?: HeavyKinds): Verdict {
  if (question.kind !== response.kind) {
    throw new Error(`Inconsistent: a ${response.kind} response to the ${question.kind} question ${question.id}`);
  }
  return kindOf(question.kind, heavy).grade(question, response);
}
