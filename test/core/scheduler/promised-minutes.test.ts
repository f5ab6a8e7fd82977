import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../src/core/model/question.ts';
import { seed } from '../../seed.ts';
import { type Learner, type SimulatedDay, simulate } from './simulated-learner.ts';

const kinds: readonly (readonly Kind[])[] = [
  ['choice'],
  ['choice', 'recall', 'cloze'],
  ['choice', 'choice', 'recall', 'typed', 'multi', 'command', 'cloze'],
  ['choice', 'recall', 'cloze', 'multi', 'match', 'order', 'typed', 'command', 'config', 'json'],
  ['command', 'config', 'json'],
];

const anyLearner: fc.Arbitrary<Learner> = fc.record({
  seed: fc.nat(),
  slowness: fc.double({ min: 0.35, max: 3, noNaN: true }),
  contrast: fc.double({ min: 0.6, max: 1.4, noNaN: true }),
  readsRightSeconds: fc.double({ min: 2, max: 12, noNaN: true }),
  readsWrongSeconds: fc.double({ min: 8, max: 45, noNaN: true }),
  guesses: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  halfLife: fc.double({ min: 1.5, max: 9, noNaN: true }),
  cards: fc.constantFrom(60, 320, 800),
  kinds: fc.constantFrom(...kinds),
  minutesPerDay: fc.constantFrom(10, 15, 30, 60),
  newPerDay: fc.constantFrom(5, 12, 30, 100),
  writesAtCheck: fc.boolean(),
});

const crowd = fc.sample(anyLearner, { numRuns: 40, seed });
const days = 20;
/** On the first days only what is usual is known. */
const firstDays = 3;

function ratioOf(study: readonly SimulatedDay[]): number {
  const sum = (minutes: (day: SimulatedDay) => number) => study.reduce((total, day) => total + minutes(day), 0);
  return sum((day) => day.minutes) / sum((day) => day.promisedMinutes);
}

const studies = crowd.map((learner) => ({ learner, study: simulate(learner, days) }));

describe('the minutes that Today promises', () => {
  const ratios = studies.map(({ study }) => ratioOf(study.slice(firstDays))).sort((a, b) => a - b);

  it('[S58] are within a quarter of those that nineteen in twenty simulated learners take', () => {
    const off = ratios.filter((ratio) => ratio < 0.75 || ratio > 1.25);
    expect(off.length).toBeLessThanOrEqual(ratios.length / 20);
  });

  it('[S58] are right for the learner in the middle', () => {
    expect(ratios[ratios.length / 2]).toBeGreaterThan(0.9);
    expect(ratios[ratios.length / 2]).toBeLessThan(1.1);
  });

  it('[S52] are the day’s minutes where there are cards enough', () => {
    const full = studies.flatMap(({ learner, study }) =>
      learner.cards === 800 && learner.newPerDay === 100 ? study.map((day) => ({ learner, day })) : [],
    );
    for (const { learner, day } of full) {
      expect(Math.abs(day.promisedMinutes / learner.minutesPerDay - 1)).toBeLessThan(0.25);
    }
    expect(full.length).toBeGreaterThan(20);
  });
});
