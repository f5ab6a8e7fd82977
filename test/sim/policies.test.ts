import { describe, expect, it } from 'vitest';
import type { Rating } from '../../src/core/model/verdict.ts';
import { createLearner } from './learners/create-learner.ts';
import { fsrsFill, stockFsrs } from './policies/fsrs-policies.ts';
import { newCardPace } from './policies/new-card-pace.ts';
import type { Answer, Policy, Setup } from './policies/policy.ts';
import { policies } from './policies/registry.ts';
import { leitner, roundRobin } from './policies/simple-policies.ts';
import { type Sm2State, sm2After } from './policies/sm2-interval.ts';
import { setupOf } from './protocol/deck-setup.ts';
import { establishedDeck, newDeck, windowed } from './protocol/scenarios.ts';
import { studyDays } from './protocol/study-days.ts';

const small = { cards: 20, days: 3, seconds: 1.5 * 43 * 20 };
const shortNew = { ...newDeck(3, 1), ...small };
const shortKnown = { ...establishedDeck(3, 1), ...small, seconds: 14 * 20 };
const shortWindow = { ...windowed(newDeck(3, 1), 0.5), ...small };

function answersOf(policy: Policy, setup: Setup): readonly Answer[] {
  return studyDays(createLearner('FP', 2, setup.cards), policy.begin(setup), setup);
}

describe.each(policies.map((policy) => [policy.name, policy] as const))('%s', (_, policy) => {
  it.each([
    ['a new deck', shortNew],
    ['a known deck', shortKnown],
    ['the last days alone', shortWindow],
  ])('takes a card once a day and no more than the time, of %s', (_, scenario) => {
    const setup = setupOf(scenario, 'FP', 2);
    const answers = answersOf(policy, setup);
    expect(new Set(answers.map(({ card, day }) => `${card} ${day}`)).size).toBe(answers.length);
    expect(answers.every(({ day }) => setup.secondsOn(day) > 0)).toBe(true);
    const last = answers.at(-1)?.seconds ?? 0;
    expect(answers.reduce((sum, { seconds }) => sum + seconds, 0) - last).toBeLessThan(scenario.seconds);
  });

  it('plans the same again', () => {
    const setup = setupOf(shortKnown, 'MCM', 5);
    const queues = [1, 2].map(() => policy.begin(setup).queue(0, setup.secondsOn(0)));
    expect(queues[0]).toEqual(queues[1]);
  });
});

/** Intervals of answers, each given so many days after the last one, or when it is due. */
function sm2Intervals(ratings: readonly Rating[], elapsed?: readonly number[]): readonly number[] {
  let state: Sm2State | null = null;
  return ratings.map((rating, n) => {
    state = sm2After(state, elapsed?.[n] ?? state?.interval ?? 0, rating);
    return state.interval;
  });
}

describe('SM-2 of Anki', () => {
  it('multiplies by 2.5 with every Good', () => {
    expect(sm2Intervals([3, 3, 3, 3, 3])).toEqual([1, 3, 8, 20, 50]);
  });

  it('lets a first Easy come back after 4 days', () => {
    expect(sm2Intervals([4, 3])).toEqual([4, 10]);
  });

  it('grows by 1.2 with Hard, which lowers the ease for later', () => {
    expect(sm2Intervals([3, 3, 3, 2, 3])).toEqual([1, 3, 8, 10, 24]);
  });

  it('grows by a third more with Easy, which raises the ease for later', () => {
    expect(sm2Intervals([3, 3, 3, 4, 3])).toEqual([1, 3, 8, 26, 69]);
  });

  it('begins again at a day after a lapse, with less ease', () => {
    expect(sm2Intervals([3, 3, 3, 1, 3, 3])).toEqual([1, 3, 8, 1, 3, 7]);
  });

  it('counts half of the days that a card was late, and of an early one the days that passed', () => {
    expect(sm2Intervals([3, 3, 3], [0, 1, 7])).toEqual([1, 3, 13]);
    expect(sm2Intervals([3, 3, 3, 3], [0, 1, 3, 4])).toEqual([1, 3, 8, 10]);
  });
});

/** Days on which one card comes if nothing else is to do and rest days are not filled. */
function leitnerDays(ratings: readonly Rating[]): readonly number[] {
  const setup = { ...setupOf({ ...newDeck(60, 1), cards: 2 }, 'F0', 1), secondsOn: () => 1 };
  const run = leitner.begin(setup);
  // Card 1 is due every day, so that card 0 stands first on the days on which it is due, and not before.
  const days: number[] = [];
  for (let day = 0; days.length < ratings.length; day += 1) {
    run.answered({ card: 1, day: day - 1, rating: 1, seconds: 0 });
    if (day > 0 && run.queue(day, 1)[0] !== 0) continue;
    run.answered({ card: 0, day, rating: ratings[days.length]!, seconds: 0 });
    days.push(day);
  }
  return days;
}

describe('Leitner', () => {
  it('asks after 1, 2, 4, 8, 16 and again 16 days as long as a card is remembered', () => {
    expect(leitnerDays([3, 3, 3, 3, 3, 3, 3])).toEqual([0, 1, 3, 7, 15, 31, 47]);
  });

  it('puts a forgotten card back into the first box', () => {
    expect(leitnerDays([3, 3, 3, 1, 3, 3])).toEqual([0, 1, 3, 7, 8, 10]);
  });
});

describe('new cards', () => {
  const setup = setupOf(newDeck(14, 1.5), 'F0', 1);

  it('are paced over 0.7 of the days, and what was missed is made up for', () => {
    const pace = newCardPace(setup);
    expect([pace(0, 200), pace(1, 200 - 21), pace(1, 200), pace(9, 10), pace(10, 0)]).toEqual([21, 20, 41, 10, 0]);
  });

  it('are 20 a day at most in stock FSRS, which stops when nothing is due', () => {
    expect(stockFsrs.begin(setup).queue(0, 900)).toHaveLength(20);
  });

  it('come before reviews where policies fill their time', () => {
    const run = fsrsFill.begin(setup);
    for (const card of run.queue(0, 900).slice(0, 25)) run.answered({ card, day: 0, rating: 3, seconds: 30 });
    const queue = run.queue(1, 900);
    expect(queue.findIndex((card) => card < 25)).toBe(41 - 25);
    expect(queue).toHaveLength(200);
  });

  it('come before all others in round-robin, which then takes what was not seen for longest', () => {
    const run = roundRobin.begin({ ...setup, cards: 4 });
    for (const [card, day] of [
      [2, 0],
      [0, 1],
    ] as const)
      run.answered({ card, day, rating: 3, seconds: 30 });
    expect(run.queue(2, 900)).toEqual([1, 3, 2, 0]);
  });
});
