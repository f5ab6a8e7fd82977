import { describe, expect, it } from 'vitest';
import type { Outcome } from './protocol/simulate.ts';
import { atLeast, worstAtLeast } from './statistics/finding.ts';
import { bestInHindsight } from './statistics/hindsight.ts';
import { later, meanOf, outcomeTable } from './statistics/outcome-table.ts';
import { intervalOf, type PairedDifference, policyDifference } from './statistics/paired-difference.ts';
import { studentQuantile } from './statistics/student.ts';

/** Scores of learners 1, 2 … of FP. */
function outcomes(scenario: string, policy: string, scores: readonly number[]): readonly Outcome[] {
  return scores.map((score, n) => ({
    scenario,
    family: 'FP',
    seed: n + 1,
    policy,
    score,
    later: score - 20,
    minutes: 10,
    bound: null,
  }));
}

describe('an interval', () => {
  it('is that of Student: of 1, 2 and 3 it is 2 ± 4.303 · 1 / √3', () => {
    const { mean, halfWidth } = intervalOf([1, 2, 3]);
    expect(mean).toBe(2);
    expect(halfWidth).toBeCloseTo(4.303 / Math.sqrt(3), 1);
  });

  it('of ten values with deviation 1 is ± 2.262 / √10', () => {
    const values = [-1, -1, -1, -1, -1, 1, 1, 1, 1, 1].map((value) => value * Math.sqrt(9 / 10));
    expect(intervalOf(values).halfWidth).toBeCloseTo(2.262 / Math.sqrt(10), 3);
  });

  it.each([
    [4, 2.7764],
    [9, 2.2622],
    [49, 2.0096],
    [1000, 1.9623],
  ])('uses the table of t: with %d degrees of freedom %d', (degrees, quantile) => {
    expect(Math.abs(studentQuantile(0.975, degrees) / quantile - 1)).toBeLessThan(0.002);
  });
});

describe('a paired difference', () => {
  it('compares each learner with itself', () => {
    const table = outcomeTable([...outcomes('a', 'ours', [81, 62, 93]), ...outcomes('a', 'theirs', [80, 60, 90])]);
    const difference = policyDifference(table, ['a'], ['ours', 'theirs']);
    expect(difference).toMatchObject({ mean: 2, learners: 3, pairs: 3, wins: 3 });
    // Ours loses 19 + 38 + 7 points, theirs 20 + 40 + 10.
    expect(difference?.lostRatio).toBeCloseTo(64 / 70, 10);
  });

  it('counts a learner of several scenarios once, with its mean', () => {
    const table = outcomeTable([
      ...outcomes('a', 'ours', [81, 61]),
      ...outcomes('a', 'theirs', [80, 60]),
      ...outcomes('b', 'ours', [83, 61]),
      ...outcomes('b', 'theirs', [80, 62]),
    ]);
    const difference = policyDifference(table, ['a', 'b'], ['ours', 'theirs']);
    // The learners' means are 2 and 0.
    expect(difference).toMatchObject({ mean: 1, learners: 2, pairs: 4, wins: 3 });
    expect(difference?.halfWidth).toBeCloseTo(studentQuantile(0.975, 1) * 1, 6);
  });

  it('leaves out learners whom only one of the policies had, and is null without any', () => {
    const table = outcomeTable([...outcomes('a', 'ours', [81, 62, 93]), ...outcomes('a', 'theirs', [80, 60])]);
    expect(policyDifference(table, ['a'], ['ours', 'theirs'])?.pairs).toBe(2);
    expect(policyDifference(table, ['a'], ['ours', 'nobody'])).toBeNull();
  });

  it('may be of what is left 30 days later', () => {
    const table = outcomeTable([...outcomes('a', 'ours', [81, 62]), ...outcomes('a', 'theirs', [80, 60])]);
    expect(meanOf(table, [{ scenario: 'a', policy: 'ours' }], later)).toBe(51.5);
  });
});

describe('a bar', () => {
  const difference: PairedDifference = {
    mean: 2.1,
    halfWidth: 0.8,
    learners: 50,
    pairs: 200,
    wins: 190,
    lostRatio: 0.9,
  };

  it('is met by the mean, and where it asks for that by the whole interval', () => {
    expect(atLeast(2, difference)).toEqual({ measured: '+2.10 ± 0.80', met: true });
    expect(atLeast(2, difference, 1.2)?.met).toBe(true);
    expect(atLeast(2, difference, 1.4)?.met).toBe(false);
    expect(atLeast(2.2, difference)?.met).toBe(false);
  });

  it('for the worst of several is met by all of them', () => {
    const all = [
      { name: 'a', points: 1 },
      { name: 'b', points: -0.7 },
    ];
    expect(worstAtLeast(-1, all)?.met).toBe(true);
    expect(worstAtLeast(-0.5, all)).toEqual({ measured: '−0.70 (b); 1 of 2 meet it', met: false });
  });

  it('is not judged of nothing', () => {
    expect([atLeast(1, null), worstAtLeast(1, [])]).toEqual([null, null]);
  });
});

it('the best in hindsight is the greatest mean over all scenarios together', () => {
  const table = outcomeTable([
    ...outcomes('a', 'x', [90]),
    ...outcomes('b', 'x', [50]),
    ...outcomes('a', 'y', [80]),
    ...outcomes('b', 'y', [70]),
  ]);
  expect(bestInHindsight(table, ['a', 'b'], ['x', 'y'])).toBe('y');
  expect(bestInHindsight(table, ['a'], ['x', 'y'])).toBe('x');
});
