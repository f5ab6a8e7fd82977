import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../../src/core/model/verdict.ts';
import { createScheduler, type Memory, type Scheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';

/**
 * Acceptance vectors of the official FSRS implementations, where they are at hand beside the repository. They check more
 * closely what `fsrs.test.ts` checks everywhere against the published formulas.
 */
const path = '../shared/data/fsrs-vectors.json';
const isThere = existsSync(path);
// biome-ignore lint/suspicious/noExplicitAny: foreign JSON, each test reads the fields it knows.
const vectors: any = isThere ? JSON.parse(readFileSync(path, 'utf8')) : null;
const official = vectors?.official;

const standard = createScheduler({ desiredRetention: 0.9 });
const longTerm = createScheduler({ desiredRetention: 0.9, shortTerm: false });
const ratings: readonly Rating[] = [1, 2, 3, 4];

function replay(scheduler: Scheduler, given: readonly Rating[], days: readonly number[]): Memory[] {
  const states: Memory[] = [];
  given.forEach((rating, index) => void states.push(scheduler.next(states.at(-1) ?? null, days[index]!, rating)));
  return states;
}

function expectClose(found: Memory | undefined, expected: { stability: number; difficulty: number }, within: number) {
  expect(Math.abs(found!.stability - expected.stability)).toBeLessThan(within);
  expect(Math.abs(found!.difficulty - expected.difficulty)).toBeLessThan(within);
}

/** Days between reviews when each happens on its due day, with the default learning steps. */
function daysWithSteps(scheduler: Scheduler, given: readonly Rating[]): number[] {
  const days: number[] = [];
  let memory: Memory | null = null;
  let stepsLeft = 2;
  for (const rating of given) {
    memory = scheduler.next(memory, days.at(-1) ?? 0, rating);
    stepsLeft = rating === 1 ? (days.length < 2 ? 2 : 1) : Math.max(0, stepsLeft - 1);
    days.push(stepsLeft > 0 ? 0 : scheduler.interval(memory.stability));
  }
  return days;
}

/** Without steps each rating's interval is kept above that of the worse rating. */
function longTermDays(scheduler: Scheduler, given: readonly Rating[]): { days: number[]; states: Memory[] } {
  const days: number[] = [];
  const states: Memory[] = [];
  for (const rating of given) {
    const next = ratings.map((each) => scheduler.next(states.at(-1) ?? null, days.at(-1) ?? 0, each));
    let [again, hard, good, easy] = next.map(({ stability }) => scheduler.interval(stability)) as [
      number,
      number,
      number,
      number,
    ];
    again = Math.min(again, hard);
    hard = Math.max(hard, again + 1);
    good = Math.max(good, hard + 1);
    easy = Math.max(easy, good + 1);
    days.push([again, hard, good, easy][rating - 1]!);
    states.push(next[rating - 1]!);
  }
  return { days, states };
}

/** Elapsed days after which recall has fallen to `recall`. */
function daysUntil(recall: number, stability: number): number {
  const decay = vectors.default_parameters_fsrs6[20];
  return (stability * (recall ** (-1 / decay) - 1)) / (0.9 ** (-1 / decay) - 1);
}

if (isThere) describe('the official FSRS-6 vectors', compareVectors);
else it('the official FSRS-6 vectors are not at hand', () => expect(vectors).toBeNull());

function compareVectors(): void {
  it('interval_history_short_term', () => {
    const { input, expected } = official.interval_history_short_term;
    expect(daysWithSteps(standard, input.ratings)).toEqual(expected.scheduled_days);
  });

  it.each(['memory_state_short_term', 'memory_state_all_ratings'])('%s', (group) => {
    const { input, expected, tolerance } = official[group];
    expectClose(replay(standard, input.ratings, input.delta_t).at(-1), expected, tolerance);
  });

  it('memory_state_long_term', () => {
    const { input, expected, tolerance } = official.memory_state_long_term;
    expectClose(replay(longTerm, input.ratings, input.delta_t).at(-1), expected, tolerance);
  });

  it('first_review', () => {
    const { input, expected, tolerance } = official.first_review;
    input.ratings_each.forEach((rating: Rating, index: number) => {
      const state = { stability: expected.stability[index], difficulty: expected.difficulty[index] };
      expectClose(standard.next(null, 0, rating), state, tolerance * 2);
    });
    expect(standard.interval(expected.stability[3])).toBe(expected.scheduled_days_default_steps[3]);
  });

  it.each(['retrievability_a', 'retrievability_b'])('%s', (group) => {
    const { input, expected, tolerance } = official[group];
    input.t.forEach((days: number, index: number) => {
      const recall = standard.retrievability({ stability: input.stability[index], difficulty: 5 }, days);
      expect(Math.abs(recall - expected[index])).toBeLessThan(tolerance * 2);
    });
  });

  it('retrievability_after_easy', () => {
    const { input, expected, tolerance } = official.retrievability_after_easy;
    const recall = standard.retrievability({ stability: input.stability, difficulty: 1 }, input.t);
    expect(Math.abs(recall - expected)).toBeLessThan(tolerance);
  });

  it('next_interval_S1', () => {
    const { input, expected_max_36500: expected } = official.next_interval_S1;
    const found = input.desired_retention.map((desiredRetention: number) =>
      createScheduler({ desiredRetention }).interval(input.stability),
    );
    expect(found).toEqual(expected);
  });

  it('next_difficulty', () => {
    const { input, expected, tolerance } = official.next_difficulty;
    input.ratings_each.forEach((rating: Rating, index: number) => {
      const { difficulty } = standard.next({ stability: 5, difficulty: input.difficulty }, 3, rating);
      expect(Math.abs(difficulty - expected[index])).toBeLessThan(tolerance);
    });
  });

  it('next_stability', () => {
    const { input, expected, tolerance } = official.next_stability;
    const stabilities = (elapsed: (index: number) => number, rating: (index: number) => Rating): number[] =>
      input.difficulty.map((difficulty: number, index: number) => {
        const memory = { stability: input.stability, difficulty };
        return standard.next(memory, elapsed(index), rating(index)).stability;
      });
    const byRecall = (index: number) => daysUntil(input.retrievability[index], input.stability);
    // The recall formula treats a rating of 1 like Good: neither penalty nor bonus.
    const recall = stabilities(byRecall, (index) => (index === 0 ? 3 : ratings[index]!));
    const forgotten = stabilities(byRecall, () => 1);
    const sameDay = stabilities(
      () => 0,
      (index) => ratings[index]!,
    );
    for (const [found, wanted] of [
      [recall, expected.recall],
      [forgotten, expected.forget_before_min],
      [sameDay, expected.short_term],
    ]) {
      for (const [index, value] of found.entries())
        expect(Math.abs(value - wanted[index])).toBeLessThan(tolerance * 10);
    }
  });

  it('long_term_scheduler_default_w', () => {
    const { input, expected, tolerance } = official.long_term_scheduler_default_w;
    const { days, states } = longTermDays(longTerm, input.ratings);
    expect(days).toEqual(expected.scheduled_days);
    for (const [index, state] of states.entries())
      expectClose(state, { stability: expected.stability[index], difficulty: expected.difficulty[index] }, tolerance);
  });

  it('long_term_scheduler_fsrs5_w', () => {
    for (const { input, expected, tolerance } of official.long_term_scheduler_fsrs5_w) {
      const scheduler = createScheduler({ desiredRetention: 0.9, shortTerm: false, parameters: input.parameters19 });
      const { days, states } = longTermDays(scheduler, input.ratings);
      expect(days).toEqual(expected.scheduled_days);
      for (const [index, state] of states.entries())
        expectClose(state, { stability: expected.stability[index], difficulty: expected.difficulty[index] }, tolerance);
    }
  });

  it('fsrs5_parameters_in_fsrs6, with the value of the release that is installed', () => {
    const { input, cases, tolerance, npm_5_4_2: installed } = official.fsrs5_parameters_in_fsrs6;
    const [sequence, , first] = cases;
    const short = createScheduler({ desiredRetention: 0.9, parameters: input.parameters19 });
    const long = createScheduler({ desiredRetention: 0.9, parameters: input.parameters19, shortTerm: false });
    const shortState = { ...sequence.short_term, stability: installed.short_term_stability };
    expectClose(replay(short, sequence.ratings, sequence.delta_t).at(-1), shortState, tolerance);
    expectClose(replay(long, sequence.ratings, sequence.delta_t).at(-1), sequence.long_term, tolerance);
    expect(ratings.map((rating) => short.next(null, 0, rating).stability)).toEqual(first.first_review.stability);
  });

  it('fsrs_rs_memo_state', () => {
    const { input, expected, then, tolerance } = official.fsrs_rs_memo_state;
    const scheduler = createScheduler({ desiredRetention: 0.9, parameters: input.parameters19 });
    expectClose(replay(scheduler, input.ratings, input.delta_t).at(-1), expected, tolerance);
    expectClose(scheduler.next(then.from, then.delta_t, then.rating), then.expected, tolerance);
  });

  it('parameter_migration_17_to_21', () => {
    const { input, expected } = official.parameter_migration_17_to_21;
    const [old, migrated] = [input, expected].map((parameters) =>
      createScheduler({ desiredRetention: 0.9, parameters, shortTerm: false }),
    );
    const days = [0, 3, 8, 21, 2];
    const found = replay(old!, [3, 4, 1, 2, 3], days);
    for (const [index, state] of replay(migrated!, [3, 4, 1, 2, 3], days).entries())
      expectClose(found[index], state, 1e-5);
  });

  it('parameter_clip_ranges', () => {
    const ranges: readonly [number, number][] = official.parameter_clip_ranges.expected;
    const past = [1000, -1000].map((excess) => {
      const parameters = ranges.map(([low, high]) => (excess > 0 ? high : low) + excess);
      return createScheduler({ desiredRetention: 0.9, shortTerm: false, parameters });
    });
    const at = [1, 0].map((end) =>
      createScheduler({ desiredRetention: 0.9, shortTerm: false, parameters: ranges.map((range) => range[end]!) }),
    );
    for (const end of [0, 1]) {
      expect(replay(past[end]!, [3, 2, 4, 1, 3], [0, 1, 5, 30, 2])).toEqual(
        replay(at[end]!, [3, 2, 4, 1, 3], [0, 1, 5, 30, 2]),
      );
    }
  });

  it('crosschecked: every step of the random sequences', () => {
    const { sequences } = vectors.crosschecked;
    expect(sequences.length).toBe(120);
    for (const { ratings: given, delta_t, stability, difficulty, R_after_10d } of sequences) {
      const states = replay(standard, given, delta_t);
      for (const [index, state] of states.entries())
        expectClose(
          state,
          { stability: stability[index], difficulty: difficulty[index] },
          1e-5 * Math.max(1, stability[index]),
        );
      expect(Math.abs(standard.retrievability(states.at(-1)!, 10) - R_after_10d)).toBeLessThan(1e-6);
    }
  });
}
