import type { QuestionSummary } from '../model/deck.ts';
import type { ExamBlueprint } from '../model/pack.ts';
import { isStudied, type Kind } from '../model/question.ts';
import { countWords } from '../text/count-words.ts';
import { quotasOf } from './quotas.ts';

/** The forms that the exam itself has; a case is a situation that several questions of these share. */
export const formsOfExam: readonly Kind[] = ['choice', 'multi'];

/** Forms in which an answer is judged by the app: in an exam nobody rates himself. */
export const formsGraded: readonly Kind[] = [
  ...formsOfExam,
  'typed',
  'typed-cloze',
  'order',
  'match',
  'command',
  'config',
  'json',
  'lab',
];

/** A length that an exam may have. */
export interface ExamSize {
  readonly questions: number;
  /** Of these, how many count; the others are pilots, which nobody can tell from them. */
  readonly scored: number;
  /** As long as the exam gives for so many. */
  readonly minutes: number;
  /** Why the pack cannot fill it, in a sentence; empty when it can. */
  readonly lack: string;
}

type Pooled = Pick<QuestionSummary, 'kind' | 'domain' | 'status' | 'forExam'>;

/**
 * The questions that an exam may draw, by domain. Those of no domain of the blueprint count for no part of it. Where a
 * pack marks what an exam may draw, nothing else of the exam's own forms is drawn; other forms are no part of the exam,
 * and whoever wants them wants them all.
 */
export function poolOf<Q extends Pooled>(
  questions: readonly Q[],
  { domains }: Pick<ExamBlueprint, 'domains'>,
  forms: readonly Kind[],
): ReadonlyMap<string, readonly Q[]> {
  const pool = new Map<string, Q[]>(Object.keys(domains).map((domain) => [domain, []]));
  const ofExam = questions.filter((question) => isStudied(question) && pool.has(question.domain ?? ''));
  const isMarked = ofExam.some(({ forExam, kind }) => forExam === true && formsOfExam.includes(kind));
  for (const question of ofExam) {
    const { kind, domain, forExam } = question;
    const isOut = isMarked && forExam !== true && formsOfExam.includes(kind);
    if (forms.includes(kind) && !isOut) pool.get(domain ?? '')?.push(question);
  }
  return pool;
}

const smallSizes = [10, 20];

/** The sizes that are offered: two short ones and the exam's own, each with what keeps it from being filled. */
export function sizesOf(blueprint: ExamBlueprint, pool: ReadonlyMap<string, readonly unknown[]>): readonly ExamSize[] {
  const small = smallSizes.filter((size) => size < blueprint.questions);
  return [...small, blueprint.questions].map((questions) => ({
    questions,
    scored: questions === blueprint.questions ? Math.min(blueprint.scored, questions) : questions,
    minutes: Math.max(1, Math.round((blueprint.minutes * questions) / blueprint.questions)),
    lack: lackOf(blueprint, pool, questions),
  }));
}

function lackOf(blueprint: ExamBlueprint, pool: ReadonlyMap<string, readonly unknown[]>, size: number): string {
  const quotas = quotasOf(blueprint, size);
  if (quotas.size === 0) return 'The pack gives no domain of its exam a weight.';
  for (const [domain, wanted] of quotas) {
    const has = pool.get(domain)?.length ?? 0;
    const title = blueprint.domains[domain]?.title ?? domain;
    if (has < wanted) return `“${title}” has ${countWords(has, 'question')} of these forms, and ${wanted} are needed.`;
  }
  return '';
}
