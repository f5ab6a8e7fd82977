import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ShareInterval, wilsonInterval } from '../../../src/core/exam/interval.ts';

/** So many right of at least one. */
const anyScore = fc.integer({ min: 1, max: 500 }).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
const anyPart = fc
  .integer({ min: 2, max: 500 })
  .chain((of) => fc.tuple(fc.integer({ min: 1, max: of - 1 }), fc.constant(of)));

function interval(right: number, of: number): ShareInterval {
  const found = wilsonInterval(right, of);
  if (found === null) throw new Error(`No interval for ${right} of ${of}`);
  return found;
}

describe('the interval of a share', () => {
  it.each([
    [15, 20, 75, 53, 89],
    [47, 65, 72, 60, 82],
    [0, 10, 0, 0, 28],
    [10, 10, 100, 72, 100],
    [1, 2, 50, 9, 91],
  ])('of %i of %i, %i %, is %i to %i %', (right, of, ...percents) => {
    const { share, low, high } = interval(right, of);
    expect([share, low, high].map((part) => Math.round(100 * part))).toEqual(percents);
  });

  it('is not there for no answers', () => {
    expect([wilsonInterval(0, 0), wilsonInterval(0, -1)]).toEqual([null, null]);
  });

  it('holds the share, and stays within nothing and all', () => {
    fc.assert(
      fc.property(anyPart, ([right, of]) => {
        const { share, low, high } = interval(right, of);
        expect(share).toBe(right / of);
        expect([low > 0, low < share, share < high, high < 1]).toEqual([true, true, true, true]);
      }),
    );
  });

  it('begins at nothing when nothing is right, and ends at all when all is', () => {
    for (let of = 1; of <= 500; of++) {
      const [none, all] = [interval(0, of), interval(of, of)];
      expect([none.low, all.high]).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)]);
      expect([none.low >= 0, none.high < 1, all.low > 0, all.high <= 1]).toEqual([true, true, true, true]);
    }
  });

  // The root loses the last digit: 10 of 10 would end at 0.9999999999999999, below the share, and 0 of 3 begin above it.
  it('holds the share when nothing is right, or all is, to the last digit', () => {
    for (let of = 1; of <= 100; of++) {
      expect([of, interval(0, of).low, interval(of, of).high]).toEqual([of, 0, 1]);
    }
  });

  it('has the ends that bisection finds: the shares from which it is just as many deviations away', () => {
    const z = 1.959963984540054;
    fc.assert(
      fc.property(anyScore, ([right, of]) => {
        const share = right / of;
        /** Above nothing where a true share of that would make this one a surprise. */
        const surprise = (p: number) => (p - share) ** 2 - (z * z * p * (1 - p)) / of;
        const { low, high } = interval(right, of);
        expect(low).toBeCloseTo(right === 0 ? 0 : rootBetween(share, 0, surprise), 9);
        expect(high).toBeCloseTo(right === of ? 1 : rootBetween(share, 1, surprise), 9);
      }),
    );
  });

  it('is that of the wrong ones, seen from the other end', () => {
    fc.assert(
      fc.property(anyScore, ([right, of]) => {
        const [own, other] = [interval(right, of), interval(of - right, of)];
        expect([own.low, own.high]).toEqual([expect.closeTo(1 - other.high, 12), expect.closeTo(1 - other.low, 12)]);
      }),
    );
  });

  it('is narrower with more answers, and wider with more certainty', () => {
    fc.assert(
      fc.property(anyScore, fc.integer({ min: 2, max: 9 }), ([right, of], times) => {
        const width = ({ low, high }: ShareInterval) => high - low;
        expect(width(interval(right * times, of * times))).toBeLessThan(width(interval(right, of)));
        expect(width(wilsonInterval(right, of, 2.6)!)).toBeGreaterThan(width(interval(right, of)));
      }),
    );
  });
});

/** Where what is below nothing at the one end and not at the other crosses it, by halves. */
function rootBetween(below: number, above: number, value: (p: number) => number): number {
  let [under, over] = [below, above];
  for (let halves = 0; halves < 200; halves++) {
    const middle = (under + over) / 2;
    if (value(middle) < 0) under = middle;
    else over = middle;
  }
  return over;
}
