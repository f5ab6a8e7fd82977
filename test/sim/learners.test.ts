import { describe, expect, it } from 'vitest';
import { secondsOf } from './learners/answer-seconds.ts';
import { createLearner } from './learners/create-learner.ts';
import { type Family, families } from './learners/family.ts';
import { createBelievedMemories } from './policies/believed-memories.ts';
import type { Answer } from './policies/policy.ts';

const cards = 20;
const seeds = Array.from({ length: 100 }, (_, n) => n + 1);

/** Mean recall of a family, so many days after the first study. */
function meanRecall(family: Family, days: number): number {
  const all = seeds.flatMap((seed) => {
    const learner = createLearner(family, seed, cards);
    return Array.from({ length: cards }, (_, card) => {
      learner.answer(card, 0);
      return learner.recall(card, days);
    });
  });
  return all.reduce((sum, recall) => sum + recall, 0) / all.length;
}

describe('recall after a first study', () => {
  // scheduling.md §3.1
  it.each([
    ['FP', 0.91, 0.76, 0.62],
    ['FPH', 0.8, 0.58, 0.43],
    ['ACT-R', 0.85, 0.72, 0.59],
    ['MCM', 0.85, 0.65, 0.44],
    ['HL', 0.91, 0.58, 0.2],
  ] as const)('%s recalls %d after a day, %d after a week and %d after a month', (family, day, week, month) => {
    const measured = [1, 7, 30].map((days) => meanRecall(family, days));
    const apart = measured.map((recall, n) => Math.abs(recall - [day, week, month][n]!));
    expect(Math.max(...apart), measured.map((recall) => recall.toFixed(3)).join(' ')).toBeLessThan(0.03);
  });
});

describe('a learner', () => {
  it.each(families)('of %s recalls nothing of a card that was never studied', (family) => {
    expect(createLearner(family, 1, 1).recall(0, 5)).toBe(0);
  });

  it.each(families)('of %s forgets from day to day, and never quite', (family) => {
    const learner = createLearner(family, 3, 1);
    learner.answer(0, 0);
    const recalls = [1, 2, 4, 8, 16].map((day) => learner.recall(0, day));
    expect(recalls).toEqual([...recalls].sort((a, b) => b - a));
    expect(Math.min(...recalls)).toBeGreaterThan(0);
  });

  it.each(families)('of %s recalls more tomorrow of what was reviewed today', (family) => {
    const [reviewed, left] = [createLearner(family, 4, cards), createLearner(family, 4, cards)];
    for (let card = 0; card < cards; card += 1) {
      for (const learner of [reviewed, left]) learner.answer(card, 0);
      reviewed.answer(card, 6);
    }
    const sumOn = (learner: typeof left) =>
      Array.from({ length: cards }, (_, card) => learner.recall(card, 7)).reduce((sum, recall) => sum + recall, 0);
    expect(sumOn(reviewed)).toBeGreaterThan(sumOn(left));
  });

  it('of F0 recalls exactly what the policies believe', () => {
    const learner = createLearner('F0', 7, cards);
    const answers: Answer[] = [];
    const days = [0, 1, 3, 4, 9, 20];
    for (const day of days) {
      for (let card = day % 3; card < cards; card += 2) {
        answers.push({ card, day, rating: learner.answer(card, day), seconds: 0 });
      }
    }
    const believed = createBelievedMemories(cards, answers);
    for (let card = 0; card < cards; card += 1) expect(learner.recall(card, 30)).toBe(believed.recall(card, 30));
  });

  it.each(families)('of %s rates remembered cards Hard, Good and Easy as often as people do', (family) => {
    const counts = [0, 0, 0, 0, 0];
    for (const seed of seeds.slice(0, 40)) {
      const learner = createLearner(family, seed, cards);
      for (let card = 0; card < cards; card += 1) {
        learner.answer(card, 0);
        counts[learner.answer(card, 1)]! += 1;
      }
    }
    const remembered = counts[2]! + counts[3]! + counts[4]!;
    expect(counts[2]! / remembered).toBeCloseTo(0.224, 1);
    expect(counts[3]! / remembered).toBeCloseTo(0.631, 1);
    expect(counts[4]! / remembered).toBeCloseTo(0.145, 1);
  });
});

describe('seconds', () => {
  it('are 43 on average of a new card, with reading it and with the re-test of a forgotten one', () => {
    const shares = [0.24, 0.094, 0.495, 0.171];
    const mean = shares.reduce((sum, share, n) => sum + share * secondsOf(([1, 2, 3, 4] as const)[n]!, true), 0);
    expect(mean).toBeCloseTo(43, 0);
  });

  it('are 31.7 of a forgotten card, of which the re-test is a part, and 13 of a remembered one', () => {
    const remembered = 0.224 * secondsOf(2, false) + 0.631 * secondsOf(3, false) + 0.145 * secondsOf(4, false);
    expect([secondsOf(1, false).toFixed(1), remembered.toFixed(1)]).toEqual(['31.7', '13.0']);
  });
});
