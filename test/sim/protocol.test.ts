import { describe, expect, it } from 'vitest';
import { createLearner } from './learners/create-learner.ts';
import { testedFamilies } from './learners/family.ts';
import { fsrsFill } from './policies/fsrs-policies.ts';
import type { Answer, Policy, Run } from './policies/policy.ts';
import { ankiSm2, random, roundRobin } from './policies/simple-policies.ts';
import { setupOf } from './protocol/deck-setup.ts';
import { establishedDeck, exact, newDeck, scenariosOf, weighted, windowed } from './protocol/scenarios.ts';
import { simulate } from './protocol/simulate.ts';
import { studyDays } from './protocol/study-days.ts';

const scenario = newDeck(14, 1.5);

/** Takes what it is told, whatever comes of it. */
function fixedRun(queue: Run['queue']): Run {
  return { queue, answered: () => undefined };
}

function ratingsOf(answers: readonly Answer[], cards: readonly number[]): readonly string[] {
  const wanted = answers.filter(({ card }) => cards.includes(card));
  return wanted.map(({ card, day, rating }) => `${card} on ${day}: ${rating}`).sort();
}

describe('luck', () => {
  it.each(testedFamilies)('%s: the same again, whatever else is simulated', (family) => {
    const alone = simulate(scenario, family, 3, [fsrsFill]);
    const among = simulate(scenario, family, 3, [random, fsrsFill, ankiSm2]);
    expect(among.filter(({ policy }) => policy === fsrsFill.name)).toEqual(alone);
  });

  it.each(testedFamilies)('%s: policies that take the same cards on the same days see the same ratings', (family) => {
    const setup = setupOf(establishedDeck(14, 1), family, 4);
    const cards = [1, 5, 9, 13, 17];
    const some = fixedRun((day) => cards.filter((card) => (card + day) % 3 === 0));
    const more = fixedRun((day) => [...cards.filter((card) => (card + day) % 3 === 0), 30, 31, 32].reverse());
    const long = { ...setup, secondsOn: () => 1e6 };
    const [first, second] = [some, more].map((run) => studyDays(createLearner(family, 4, 200), run, long));
    expect(ratingsOf(second!, cards)).toEqual(ratingsOf(first!, cards));
  });

  it('is another for every learner', () => {
    const scores = [1, 2, 3].map((seed) => simulate(scenario, 'FP', seed, [roundRobin])[0]!.score);
    expect(new Set(scores).size).toBe(3);
  });
});

describe('a day', () => {
  const setup = { ...setupOf(scenario, 'F0', 1), examDay: 2, secondsOn: () => 100 };

  it('ends with the card that runs over, and the next one is shorter by that', () => {
    const all = Array.from({ length: 200 }, (_, card) => card);
    const told: number[] = [];
    const run = fixedRun((_, seconds) => {
      told.push(seconds);
      return all;
    });
    const answers = studyDays(createLearner('F0', 1, 200), run, setup);
    const first = answers.filter(({ day }) => day === 0).reduce((sum, { seconds }) => sum + seconds, 0);
    expect(first).toBeGreaterThan(100);
    expect(told).toEqual([100, 200 - first]);
  });

  it('takes no card twice', () => {
    const run = fixedRun(() => [1, 1]);
    expect(() => studyDays(createLearner('F0', 1, 200), run, setup)).toThrow('card 1 twice on day 0');
  });
});

describe('a scenario', () => {
  it('gives every policy the same minutes, and the last card a few seconds more', () => {
    for (const { minutes } of simulate(scenario, 'ACT-R', 2, [fsrsFill, ankiSm2, roundRobin, random])) {
      expect(minutes).toBeGreaterThanOrEqual((1.5 * 43 * 200) / 60);
      expect(minutes).toBeLessThan((1.5 * 43 * 200) / 60 + 1);
    }
  });

  it('puts the same seconds into a window', () => {
    const secondsOf = (window: number) => {
      const { secondsOn } = setupOf(windowed(scenario, window), 'F0', 1);
      return Array.from({ length: 14 }, (_, day) => secondsOn(day));
    };
    const half = secondsOf(0.5);
    expect(half.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    for (const window of [1, 0.75, 0.5, 0.35]) {
      expect(secondsOf(window).reduce((sum, seconds) => sum + seconds, 0)).toBeCloseTo(scenario.seconds, 6);
    }
  });

  it('of an established deck has a history of which about 30 % of the days are skipped', () => {
    const studied = Array.from({ length: 15 }, (_, seed) => {
      const { history } = setupOf(establishedDeck(7, 1), 'F0', seed);
      return new Set(history.map(({ day }) => day)).size;
    });
    expect(studied.reduce((sum, days) => sum + days, 0) / 15).toBeGreaterThan(18);
    expect(studied.reduce((sum, days) => sum + days, 0) / 15).toBeLessThan(24);
  });

  it('weighs the cards of an exam in turn', () => {
    const heavyOnly: Policy = {
      name: 'heavy',
      begin: ({ weights }) => {
        const heavy = weights.flatMap((weight, card) => (weight === 4 ? [card] : []));
        return fixedRun((day) => (day === 0 ? heavy : []));
      },
    };
    const long = { ...scenario, seconds: 1e6 };
    const [plain, byWeight] = [long, weighted(long)].map((one) => simulate(one, 'F0', 1, [heavyOnly])[0]!.score);
    const share = (200 / 4) * 4;
    expect(plain).toBe(0);
    expect(byWeight).toBeGreaterThan(0.6 * ((100 * share) / (share + 50 * 3.5)));
  });

  it('asks a policy for its bound in the certificate alone', () => {
    const bound: Policy = { name: 'sure', begin: () => ({ ...fixedRun(() => []), bound: () => 0.5 }) };
    const bounds = [scenario, exact(scenario)].map((one) => simulate(one, 'F0', 1, [bound])[0]!.bound);
    expect(bounds).toEqual([null, 50]);
  });

  it('has a name of its own', () => {
    const names = scenariosOf().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
