import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reliabilityOf, type Said } from '../../../src/core/stats/reliability.ts';

const anySaid = fc.array(fc.record({ chance: fc.double({ min: 0, max: 1, noNaN: true }), came: fc.boolean() }), {
  minLength: 1,
  maxLength: 120,
});

const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

describe('how good chances were', () => {
  it('is nothing of none', () => {
    expect(reliabilityOf([])).toBeNull();
  });

  it('is what a naive count says, for any chances', () => {
    fc.assert(
      fc.property(anySaid, (said) => {
        const found = reliabilityOf(said);
        const kept = said.map(({ chance, came }) => [Math.min(0.999, Math.max(0.001, chance)), Number(came)] as const);
        expect(found?.brier).toBeCloseTo(mean(kept.map(([chance, came]) => (chance - came) ** 2)), 9);
        expect(found?.logLoss).toBeCloseTo(
          mean(kept.map(([chance, came]) => -Math.log(came === 1 ? chance : 1 - chance))),
          9,
        );
        const share = mean(kept.map(([, came]) => came));
        expect(found?.constant.brier).toBeCloseTo(share * (1 - share), 2);
        expect(found?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(said.length);
        for (const { from, to, said: average } of found?.bins ?? []) {
          expect(average).toBeGreaterThanOrEqual(from);
          expect(average).toBeLessThanOrEqual(to);
        }
      }),
    );
  });

  it('is measured by tenths: none is off where each came as often as was said', () => {
    const said = Array.from({ length: 100 }, (_, n): Said => ({ chance: 0.75, came: n % 4 !== 0 }));
    expect(reliabilityOf(said)).toMatchObject({ error: 0, count: 100, bins: [{ from: 0.7, to: 0.8, came: 0.75 }] });
    const boasting = said.map(({ came }): Said => ({ chance: 0.95, came }));
    expect(reliabilityOf(boasting)?.error).toBeCloseTo(0.2);
  });

  it('is compared with a moving average that knows the past alone', () => {
    const said = [...Array(60).fill(true), ...Array(60).fill(false)].map(
      (came: boolean): Said => ({ chance: 0.5, came }),
    );
    const naive = said.map(({ came }, n) => {
      const before = said.slice(Math.max(0, n - 50), n);
      return ((before.filter((one) => one.came).length + 0.5) / (before.length + 1) - Number(came)) ** 2;
    });
    expect(reliabilityOf(said)?.movingAverage.brier).toBeCloseTo(mean(naive), 9);
  });
});
