import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Calibration,
  calibrated,
  calibrationOf,
  type Prediction,
  recalibrate,
  uncalibrated,
} from '../../../../src/core/scheduler/exam-plan/recalibrate.ts';
import { runsOf, seed } from '../../../seed.ts';
import { fractionsFrom } from './fractions.ts';
import { expectAllNear, expectNumbers } from './near.ts';
import { anyDouble, sumOf } from './plan-cases.ts';

/** Right, wrong, or right with a chance that it was no guess. */
const anyRecalled = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 1) },
  { weight: 1, arbitrary: anyDouble(0, 1) },
);
const anyPrediction = (least: number, most: number): fc.Arbitrary<Prediction> =>
  fc.record({ recall: anyDouble(least, most), recalled: anyRecalled });
const anyPredictions = (least: number, most: number) =>
  fc.array(anyPrediction(least, most), { minLength: 20, maxLength: 80 });

/** The logarithm of the posterior of scheduling §2.4, without its constants; recall is kept 1e-4 from the ends. */
function posterior(predictions: readonly Prediction[], { shift, slope }: Calibration): number {
  const prior = -0.5 * ((shift / 0.6) ** 2 + ((slope - 1) / 0.25) ** 2);
  const chances = predictions.map(({ recall, recalled }) => {
    const kept = Math.max(1e-4, Math.min(1 - 1e-4, recall));
    const logOdds = shift + slope * Math.log(kept / (1 - kept));
    return recalled * logChance(logOdds) + (1 - recalled) * logChance(-logOdds);
  });
  return prior + sumOf(chances);
}

/** ln σ(x), without ever taking the logarithm of 0. */
function logChance(x: number): number {
  return Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)));
}

/** The best of a fine grid of shifts and slopes. */
function bestOnGrid(predictions: readonly Prediction[]): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let shift = -4; shift <= 4; shift += 0.1) {
    for (let slope = -1; slope <= 3; slope += 0.05) best = Math.max(best, posterior(predictions, { shift, slope }));
  }
  return best;
}

/** What a learner of such a calibration does in so many reviews that the model expects to be recalled by 0.3 to 0.99. */
function predictionsOf(truth: Calibration, count: number, stream: number): readonly Prediction[] {
  const fraction = fractionsFrom(seed + stream);
  return Array.from({ length: count }, () => {
    const recall = 0.3 + 0.69 * fraction();
    return { recall, recalled: Number(fraction() < calibrated(recall, truth)) };
  });
}

const truths = [
  { shift: -0.5, slope: 0.7 },
  { shift: 0.4, slope: 1.3 },
  { shift: 0, slope: 1 },
  { shift: -1.2, slope: 0.4 },
] as const;

function sameAnswers(recalled: number): readonly (readonly Prediction[])[] {
  return [20, 300, 20_000].flatMap((count) =>
    [0, 0.02, 0.5, 0.9, 0.999, 1].map((recall) => Array.from({ length: count }, () => ({ recall, recalled }))),
  );
}

describe('recalibration', () => {
  it('learns nothing from fewer than twenty predictions', () => {
    fc.assert(
      fc.property(fc.array(anyPrediction(0, 1), { maxLength: 19 }), (predictions) => {
        expect(recalibrate(predictions)).toEqual(uncalibrated);
      }),
    );
    const wrong = Array.from({ length: 20 }, () => ({ recall: 0.9, recalled: 0 }));
    expect(recalibrate(wrong)).not.toEqual(uncalibrated);
  });

  it.each(truths)('finds a shift of $shift and a slope of $slope in 20,000 predictions', (truth) => {
    const found = recalibrate(predictionsOf(truth, 20_000, truths.indexOf(truth)));
    expect(Math.abs(found.shift - truth.shift)).toBeLessThan(0.15);
    expect(Math.abs(found.slope - truth.slope)).toBeLessThan(0.12);
  });

  it('finds no less likely a calibration than a fine grid of them has', () => {
    fc.assert(
      fc.property(anyPredictions(0.3, 0.99), (predictions) => {
        const found = posterior(predictions, recalibrate(predictions));
        expect(found).toBeGreaterThanOrEqual(bestOnGrid(predictions) - 1e-6);
      }),
      { numRuns: runsOf(12, 100) },
    );
  });

  it('does so whatever the model expected, and whatever came of it', () => {
    fc.assert(
      fc.property(anyPredictions(0, 1), (predictions) => {
        const found = posterior(predictions, recalibrate(predictions));
        expect(found).toBeGreaterThanOrEqual(bestOnGrid(predictions) - 1e-6);
      }),
      { numRuns: runsOf(12, 100) },
    );
  });

  it('[S78] is moved as much by a right answer and a wrong one as by two that may be guesses with even chances', () => {
    fc.assert(
      fc.property(anyPredictions(0.3, 0.99), anyPrediction(0.3, 0.99), (predictions, one) => {
        const [sure, perhaps] = [
          [1, 0],
          [0.5, 0.5],
        ].map((pair) => recalibrate([...predictions, ...pair.map((recalled) => ({ ...one, recalled }))]));
        expectAllNear([sure!.shift, sure!.slope], [perhaps!.shift, perhaps!.slope], 1e-6);
      }),
    );
  });

  it.each([20, 200, 1_000])('does so where %i cards that should be known well are forgotten more often', (count) => {
    const predictions = Array.from({ length: count }, (_, n) => ({ recall: 0.998, recalled: Number(n % 10 > 2) }));
    const found = posterior(predictions, recalibrate(predictions));
    expect(found).toBeGreaterThanOrEqual(bestOnGrid(predictions) - 1e-6);
  });

  it.each([1, 0, 0.5])('is a number where every answer is recalled with a chance of %s', (recalled) => {
    for (const predictions of sameAnswers(recalled)) expectNumbers(Object.values(recalibrate(predictions)));
  });

  it.each([1, 0, 0.5])('is likelier than none where every answer is recalled with a chance of %s', (recalled) => {
    for (const predictions of sameAnswers(recalled)) {
      const found = posterior(predictions, recalibrate(predictions));
      expect(found).toBeGreaterThanOrEqual(posterior(predictions, uncalibrated));
    }
  });

  it('does not hang on the order of the predictions', () => {
    const shuffled = anyPredictions(0.2, 1).chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([predictions, others]) => {
        const [one, other] = [recalibrate(predictions), recalibrate(others)];
        expect(one.shift).toBeCloseTo(other.shift, 6);
        expect(one.slope).toBeCloseTo(other.slope, 6);
      }),
    );
  });
});

/** Variances from the curvature of the plain posterior, by differences of second order. */
function naiveVariance(predictions: readonly Prediction[], { shift, slope }: Calibration) {
  const step = 1e-3;
  const at = (a: number, b: number) => posterior(predictions, { shift: shift + a * step, slope: slope + b * step });
  const byShift = -(at(1, 0) - 2 * at(0, 0) + at(-1, 0)) / step ** 2;
  const bySlope = -(at(0, 1) - 2 * at(0, 0) + at(0, -1)) / step ** 2;
  const byBoth = -(at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * step ** 2);
  const determinant = byShift * bySlope - byBoth ** 2;
  return { shift: bySlope / determinant, slope: byShift / determinant, both: -byBoth / determinant };
}

describe('how sure a calibration is', () => {
  it('is what is usual where nothing was predicted', () => {
    const { shift, slope, variance } = calibrationOf([]);
    expect([shift, slope]).toEqual([0, 1]);
    expectAllNear([variance.shift, variance.slope, variance.both], [0.6 ** 2, 0.25 ** 2, 0]);
  });

  it('comes with the same calibration, from twenty predictions on', () => {
    fc.assert(
      fc.property(anyPredictions(0, 1), (predictions) => {
        expect(calibrationOf(predictions)).toMatchObject(recalibrate(predictions));
      }),
    );
  });

  it('is as the posterior bends at its top', () => {
    fc.assert(
      fc.property(anyPredictions(0.05, 0.99), (predictions) => {
        const found = calibrationOf(predictions);
        const { shift, slope, both } = naiveVariance(predictions, found);
        const { variance } = found;
        expectAllNear([variance.shift, variance.slope, variance.both], [shift, slope, both], 1e-4);
      }),
    );
  });

  it('is never less than beforehand, and belongs to a distribution', () => {
    fc.assert(
      fc.property(fc.array(anyPrediction(0, 1), { maxLength: 60 }), (predictions) => {
        const { shift, slope, both } = calibrationOf(predictions).variance;
        expect(shift).toBeLessThanOrEqual(0.6 ** 2 + 1e-12);
        expect(slope).toBeLessThanOrEqual(0.25 ** 2 + 1e-12);
        expect(shift * slope - both ** 2).toBeGreaterThan(0);
      }),
    );
  });

  it.each(truths)('holds a shift of $shift and a slope of $slope in three deviations', (truth) => {
    const { shift, slope, variance } = calibrationOf(predictionsOf(truth, 2_000, 10 + truths.indexOf(truth)));
    expect(Math.abs(shift - truth.shift)).toBeLessThan(3 * Math.sqrt(variance.shift));
    expect(Math.abs(slope - truth.slope)).toBeLessThan(3 * Math.sqrt(variance.slope));
  });
});

describe('a calibrated chance of recall', () => {
  it('is what the model says where nothing is known', () => {
    fc.assert(
      fc.property(anyDouble(0, 1), (recall) => {
        expect(calibrated(recall, uncalibrated)).toBe(recall);
      }),
    );
  });

  it('is within 0 and 1, and keeps the order of what the model says', () => {
    const two = fc.tuple(anyDouble(0, 1), anyDouble(0, 1));
    fc.assert(
      fc.property(two, anyDouble(-3, 3), anyDouble(0, 3), ([a, b], shift, slope) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((recall) => calibrated(recall, { shift, slope }));
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1);
        expect(more).toBeGreaterThanOrEqual(less!);
      }),
    );
  });
});
