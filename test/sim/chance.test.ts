import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance/draw.ts';
import { normalDraw, normalQuantile } from './chance/normal.ts';

const many = Array.from({ length: 20_000 }, (_, n) => n);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('chance', () => {
  it('is the same for the same question, in whatever order it is asked', () => {
    const [one, other] = [chanceOf(5, 2), chanceOf(5, 2)];
    const first = [one('recall', 3, 4), one('rating', 3, 4)];
    expect([other('rating', 3, 4), other('recall', 3, 4)].reverse()).toEqual(first);
  });

  it('is another for another learner, family, purpose, card or day', () => {
    const draws = [
      chanceOf(5, 2)('recall', 3, 4),
      chanceOf(6, 2)('recall', 3, 4),
      chanceOf(5, 3)('recall', 3, 4),
      chanceOf(5, 2)('rating', 3, 4),
      chanceOf(5, 2)('recall', 4, 4),
      chanceOf(5, 2)('recall', 3, -4),
    ];
    expect(new Set(draws).size).toBe(draws.length);
  });

  it('is spread evenly, and cards and days beside each other have nothing to do with each other', () => {
    const chance = chanceOf(1, 1);
    const [draws, nextCard, nextDay] = [
      many.map((n) => chance('recall', n % 200, Math.floor(n / 200)) - 0.5),
      many.map((n) => chance('recall', (n % 200) + 1, Math.floor(n / 200)) - 0.5),
      many.map((n) => chance('recall', n % 200, Math.floor(n / 200) + 1) - 0.5),
    ];
    expect(Math.abs(mean(draws))).toBeLessThan(0.006);
    expect(mean(draws.map((draw) => draw ** 2))).toBeCloseTo(1 / 12, 2);
    for (const next of [nextCard, nextDay]) {
      expect(Math.abs(12 * mean(draws.map((draw, n) => draw * next[n]!)))).toBeLessThan(0.021);
    }
  });
});

describe('the normal distribution', () => {
  it('has the quantiles of the tables', () => {
    const quantiles = [0.5, 0.8413447461, 0.975, 0.99865, 0.01].map((share) => normalQuantile(share).toFixed(4));
    expect(quantiles).toEqual(['0.0000', '1.0000', '1.9600', '3.0000', '-2.3263']);
  });

  it('is drawn with mean 0 and deviation 1', () => {
    const draws = many.map((n) => normalDraw(chanceOf(2, 0), 'card', n));
    expect(mean(draws)).toBeCloseTo(0, 1);
    expect(mean(draws.map((draw) => draw ** 2))).toBeCloseTo(1, 1);
  });
});
