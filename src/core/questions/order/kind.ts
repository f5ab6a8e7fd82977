import type { OptionId } from '../../model/id.ts';
import type { OrderStep } from '../../model/question.ts';
import type { Verdict, VerdictPart } from '../../model/verdict.ts';
import { seededRandom } from '../../text/seeded-random.ts';
import { shuffled } from '../../text/shuffled.ts';
import type { QuestionKind } from '../question-kind.ts';

/** Steps to put in order; those of the same rank may swap. */
export const order: QuestionKind<'order'> = {
  kind: 'order',
  grading: 'graded',
  vary: (question, seed) => ({ ...question, steps: inNoRightOrder(question.steps, seed) }),
  grade: (question, response) => gradeOrder(question.steps, response.steps),
  guessRate: (question) => allowedOrders(question.steps) / factorial(question.steps.length),
  rightResponse: ({ steps }) => ({
    kind: 'order',
    steps: steps.toSorted((a, b) => a.rank - b.rank).map(({ id }) => id),
  }),
  given: ({ steps }) => steps.join(' '),
  // What was put in order before begins anew.
  fits: () => false,
  lacks: (_question, response) => (response === null ? 'Move the steps into order first.' : ''),
  written: null,
};

/** Shuffled, and when chance put the steps right, turned round: the first and the last rank then change places. */
function inNoRightOrder(steps: readonly OrderStep[], seed: number): readonly OrderStep[] {
  const mixed = shuffled(steps, seededRandom(seed));
  return isAllowed(mixed) ? mixed.toReversed() : mixed;
}

function isAllowed(steps: readonly OrderStep[]): boolean {
  return steps.every(({ rank }, index) => index === 0 || rank >= (steps[index - 1]?.rank ?? rank));
}

/** 1 for any allowed order, else the share of steps whose place is one of theirs. Strangers and repeats take no place. */
function gradeOrder(steps: readonly OrderStep[], given: readonly OptionId[]): Verdict {
  const ranks = steps.map(({ rank }) => rank).sort((a, b) => a - b);
  const places = new Map<string, number>();
  given.forEach((id, index) => {
    if (!places.has(id)) places.set(id, index);
  });
  const parts = steps.map((step): VerdictPart => {
    const place = places.get(step.id);
    if (place === undefined) return { part: step.id, state: 'missed' };
    return { part: step.id, state: ranks[place] === step.rank ? 'right' : 'wrong' };
  });
  const right = parts.filter(({ state }) => state === 'right').length;
  const complete = given.length === steps.length ? right : Math.min(right, steps.length - 1);
  return { score: Math.max(0, complete) / steps.length, parts, advice: [] };
}

function allowedOrders(steps: readonly OrderStep[]): number {
  const sizes = new Map<number, number>();
  for (const { rank } of steps) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((ways, size) => ways * factorial(size), 1);
}

function factorial(n: number): number {
  let product = 1;
  for (let factor = 2; factor <= n; factor++) product *= factor;
  return product;
}
