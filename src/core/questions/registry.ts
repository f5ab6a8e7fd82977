import type { Kind, Question, QuestionOf, Response, ResponseOf } from '../model/question.ts';
import type { Verdict } from '../model/verdict.ts';
import { choice } from './choice.ts';
import { cloze } from './cloze.ts';
import { multi } from './multi.ts';
import type { QuestionKind } from './question-kind.ts';
import { recall } from './recall.ts';
import { typed } from './typed.ts';

/** Every kind; a kind that is missing here does not compile. */
export const questionKinds: { readonly [K in Kind]: QuestionKind<K> } = { recall, cloze, choice, multi, typed };

/** Grades a response to a question of the same kind; a response of another kind is a programmer's mistake. */
export function gradeResponse(question: Question, response: Response): Verdict {
  if (question.kind !== response.kind) {
    throw new Error(`Inconsistent: a ${response.kind} response to the ${question.kind} question ${question.id}`);
  }
  return gradeAs(question.kind, question, response);
}

/** The question as one showing has it; the same seed always gives the same. */
export function varyQuestion(question: Question, seed: number): Question {
  return kindOf(question).vary(question, seed);
}

/** Chance, 0 to 1, that a learner who knows nothing is graded right. */
export function guessRateOf(question: Question): number {
  return kindOf(question).guessRate(question);
}

/** What an all-knowing learner gives back. */
export function rightResponseTo(question: Question): Response {
  switch (question.kind) {
    case 'choice':
    case 'multi': {
      const right = question.options.filter((option) => option.right).map((option) => option.id);
      const [first] = right;
      if (first === undefined) throw new Error(`Inconsistent: no right option in ${question.id}`);
      return question.kind === 'choice' ? { kind: 'choice', option: first } : { kind: 'multi', options: right };
    }
    case 'typed': {
      const [answer] = question.accepted;
      if (answer === undefined) throw new Error(`Inconsistent: no accepted answer in ${question.id}`);
      return { kind: 'typed', text: answer.form === 'text' ? answer.text : `${answer.value} ${answer.unit}`.trim() };
    }
    default:
      return { kind: question.kind };
  }
}

function gradeAs<K extends Kind>(kind: K, question: Question, response: Response): Verdict {
  return questionKinds[kind].grade(question as QuestionOf<K>, response as ResponseOf<K>);
}

// The kind in the question picks the entry, so the two always agree; TypeScript cannot follow that.
function kindOf<K extends Kind>(question: QuestionOf<K>): QuestionKind<K> {
  return questionKinds[question.kind] as unknown as QuestionKind<K>;
}
