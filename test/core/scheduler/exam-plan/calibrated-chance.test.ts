import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated, uncalibrated } from '../../../../src/core/scheduler/exam-plan/recalibrate.ts';
import { anyDouble } from './plan-cases.ts';

describe('a calibrated chance of recall', () => {
  const anyDays = fc.integer({ min: 0, max: 36_500 });

  it('is what the model says where nothing is known', () => {
    fc.assert(
      fc.property(anyDouble(0, 1), anyDays, (recall, days) => {
        expect(calibrated(recall, days, uncalibrated)).toBe(recall);
      }),
    );
  });

  it('is within 0 and 1, and keeps the order of what the model says', () => {
    const two = fc.tuple(anyDouble(0, 1), anyDouble(0, 1));
    const any = fc.record({ shift: anyDouble(-3, 3), slope: anyDouble(0, 3), fade: anyDouble(-2, 2) });
    fc.assert(
      fc.property(two, anyDays, any, ([a, b], days, calibration) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((recall) => calibrated(recall, days, calibration));
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1);
        expect(more).toBeGreaterThanOrEqual(less!);
      }),
    );
  });

  it('[S78] is less after a longer time where recall fades faster than the model says', () => {
    fc.assert(
      fc.property(anyDouble(0.01, 0.99), anyDays, anyDays, anyDouble(0.01, 2), (recall, one, other, fade) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
        const recallOn = (days: number, by: number) => calibrated(recall, days, { shift: 0, slope: 1, fade: by });
        expect(recallOn(later, -fade)).toBeLessThanOrEqual(recallOn(sooner, -fade));
        expect(recallOn(later, fade)).toBeGreaterThanOrEqual(recallOn(sooner, fade));
        expect(recallOn(sooner, 0)).toBe(recallOn(later, 0));
      }),
    );
  });
});
