import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Calibration,
  type CalibrationPosterior,
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
  fc.record({ recall: anyDouble(least, most), elapsedDays: fc.integer({ min: 1, max: 90 }), recalled: anyRecalled });

const anyPredictions = (least: number, most: number) =>
  fc.array(anyPrediction(least, most), { minLength: 20, maxLength: 80 });

/** Shift, slope and fade. */
type Terms = readonly [number, number, number];

const termsOf = ({ shift, slope, fade }: Calibration): Terms => [shift, slope, fade];

/** The logarithm of the posterior of scheduling §2.4, without its constants; recall is kept 1e-4 from the ends. */
function posterior(predictions: readonly Prediction[], [shift, slope, fade]: Terms): number {
  const prior = -0.5 * ((shift / 0.6) ** 2 + ((slope - 1) / 0.4) ** 2 + (fade / 0.3) ** 2);
  const chances = predictions.map(({ recall, elapsedDays, recalled }) => {
    const kept = Math.max(1e-4, Math.min(1 - 1e-4, recall));
    const logOdds = shift + slope * Math.log(kept / (1 - kept)) + fade * Math.log(elapsedDays / 5);
    return recalled * logChance(logOdds) + (1 - recalled) * logChance(-logOdds);
  });
  return prior + sumOf(chances);
}

/** ln σ(x), without ever taking the logarithm of 0. */
function logChance(x: number): number {
  return Math.min(0, x) - Math.log1p(Math.exp(-Math.abs(x)));
}

/** The best that is found by going up from what is usual, one term at a time, in steps that grow shorter. */
function climb(predictions: readonly Prediction[]): Terms {
  let best: Terms = [0, 1, 0];
  for (let step = 1; step > 1e-7; ) {
    const around = [0, 1, 2].flatMap((term) =>
      [-step, step].map(
        (by): Terms => [
          best[0] + (term === 0 ? by : 0),
          best[1] + (term === 1 ? by : 0),
          best[2] + (term === 2 ? by : 0),
        ],
      ),
    );
    const heights = around.map((terms) => posterior(predictions, terms));
    const highest = Math.max(...heights);
    if (highest > posterior(predictions, best)) best = around[heights.indexOf(highest)]!;
    else step /= 2;
  }
  return best;
}

/** In every direction, near and far. Of a concave function the highest of them is the top. */
function neighboursOf([shift, slope, fade]: Terms): readonly Terms[] {
  const steps = [-1, -0.1, -0.001, 0, 0.001, 0.1, 1];
  return steps.flatMap((a) => steps.flatMap((b) => steps.map((c): Terms => [shift + a, slope + b, fade + c])));
}

/** The best of a grid of shifts, slopes and fades. */
function bestOnGrid(predictions: readonly Prediction[]): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let shift = -4; shift <= 4; shift += 0.2) {
    for (let slope = -1; slope <= 3; slope += 0.1) {
      for (let fade = -2; fade <= 2; fade += 0.25) best = Math.max(best, posterior(predictions, [shift, slope, fade]));
    }
  }
  return best;
}

/** What a learner of such a calibration does in so many reviews that the model expects to be recalled by 0.3 to 0.99. */
function predictionsOf(truth: Calibration, count: number, stream: number): readonly Prediction[] {
  const fraction = fractionsFrom(seed + stream);
  return Array.from({ length: count }, () => {
    const recall = 0.3 + 0.69 * fraction();
    const elapsedDays = 1 + Math.floor(60 * fraction() ** 2);
    return { recall, elapsedDays, recalled: Number(fraction() < calibrated(recall, elapsedDays, truth)) };
  });
}

const truths = [
  { shift: -0.5, slope: 0.7, fade: 0 },
  { shift: 0.4, slope: 1.3, fade: -0.3 },
  { shift: 0, slope: 1, fade: 0 },
  { shift: -1.2, slope: 0.4, fade: 0.2 },
] as const;

function sameAnswers(recalled: number): readonly (readonly Prediction[])[] {
  return [20, 300, 20_000].flatMap((count) =>
    [0, 0.02, 0.5, 0.9, 0.999, 1].flatMap((recall) =>
      [1, 400].map((elapsedDays) => Array.from({ length: count }, () => ({ recall, elapsedDays, recalled }))),
    ),
  );
}

describe('recalibration', () => {
  it('learns nothing from fewer than twenty predictions', () => {
    fc.assert(
      fc.property(fc.array(anyPrediction(0, 1), { maxLength: 19 }), (predictions) => {
        expect(recalibrate(predictions)).toEqual(uncalibrated);
      }),
    );
    const wrong = Array.from({ length: 20 }, () => ({ recall: 0.9, elapsedDays: 5, recalled: 0 }));
    expect(recalibrate(wrong)).not.toEqual(uncalibrated);
  });

  it.each(truths)('finds a shift of $shift, a slope of $slope and a fade of $fade in 20,000 predictions', (truth) => {
    const found = recalibrate(predictionsOf(truth, 20_000, truths.indexOf(truth)));
    expect(Math.abs(found.shift - truth.shift)).toBeLessThan(0.15);
    expect(Math.abs(found.slope - truth.slope)).toBeLessThan(0.12);
    expect(Math.abs(found.fade - truth.fade)).toBeLessThan(0.1);
  });

  it('[S78] finds what a plain climb finds, of answers that may be guesses among them', () => {
    fc.assert(
      fc.property(anyPredictions(0.3, 0.99), (predictions) => {
        expectAllNear(termsOf(recalibrate(predictions)), climb(predictions), 1e-4);
      }),
      { numRuns: runsOf(20, 200) },
    );
  });

  it('finds no less likely a calibration than a grid of them has, whatever was expected and came', () => {
    fc.assert(
      fc.property(anyPredictions(0, 1), (predictions) => {
        const found = posterior(predictions, termsOf(recalibrate(predictions)));
        expect(found).toBeGreaterThanOrEqual(bestOnGrid(predictions) - 1e-6);
      }),
      { numRuns: runsOf(12, 100) },
    );
  });

  it('[S78] is moved as much by a right answer and a wrong one as by two that may be guesses with even chances', () => {
    fc.assert(
      fc.property(anyPredictions(0.3, 0.99), anyPrediction(0.3, 0.99), (predictions, one) => {
        const sure = [...predictions, { ...one, recalled: 1 }, { ...one, recalled: 0 }];
        const perhaps = [...predictions, { ...one, recalled: 0.5 }, { ...one, recalled: 0.5 }];
        expectAllNear(termsOf(recalibrate(sure)), termsOf(recalibrate(perhaps)), 1e-6);
      }),
    );
  });

  it.each([20, 200, 1_000])('does so where %i cards that should be known well are forgotten more often', (count) => {
    const predictions = Array.from({ length: count }, (_, n) => {
      return { recall: 0.998, elapsedDays: 1 + (n % 7), recalled: Number(n % 10 > 2) };
    });
    const found = termsOf(recalibrate(predictions));
    for (const near of neighboursOf(found)) {
      expect(posterior(predictions, near)).toBeLessThanOrEqual(posterior(predictions, found) + 1e-9);
    }
  });

  it.each([1, 0, 0.5])('is a number where every answer is recalled with a chance of %s', (recalled) => {
    for (const predictions of sameAnswers(recalled)) expectNumbers(termsOf(recalibrate(predictions)));
  });

  it.each([1, 0, 0.5])('is likelier than none where every answer is recalled with a chance of %s', (recalled) => {
    for (const predictions of sameAnswers(recalled)) {
      const found = posterior(predictions, termsOf(recalibrate(predictions)));
      expect(found).toBeGreaterThanOrEqual(posterior(predictions, termsOf(uncalibrated)));
    }
  });

  it('does not hang on the order of the predictions', () => {
    const shuffled = anyPredictions(0.2, 1).chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([predictions, others]) => {
        expectAllNear(termsOf(recalibrate(predictions)), termsOf(recalibrate(others)), 1e-6);
      }),
    );
  });
});

/** The variances and covariances that follow from how the plain posterior bends, by differences of second order. */
function naiveVariance(predictions: readonly Prediction[], top: Terms): readonly (readonly number[])[] {
  const step = 1e-3;
  const at = (...moves: readonly (readonly [term: number, by: number])[]) => {
    const [shift, slope, fade] = top.map((value, term) =>
      sumOf([value, ...moves.map(([of, by]) => (of === term ? by * step : 0))]),
    );
    return posterior(predictions, [shift!, slope!, fade!]);
  };
  const bend = (a: number, b: number) =>
    -(at([a, 1], [b, 1]) - at([a, 1], [b, -1]) - at([a, -1], [b, 1]) + at([a, -1], [b, -1])) / (4 * step ** 2);
  return inverted([0, 1, 2].map((a) => [0, 1, 2].map((b) => bend(a, b))));
}

/** By Gauss and Jordan, of a positive definite matrix. */
function inverted(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows = matrix.map((row, n) => [...row, ...matrix.map((_, m) => Number(n === m))]);
  for (const [pivot, row] of rows.entries()) {
    const by = row[pivot]!;
    for (const [column, value] of row.entries()) row[column] = value / by;
    for (const other of rows) {
      const times = other[pivot]!;
      if (other !== row) for (const [column, value] of row.entries()) other[column]! -= times * value;
    }
  }
  return rows.map((row) => row.slice(matrix.length));
}

/** The full matrix. */
function matrixOf({ variance }: CalibrationPosterior): readonly (readonly number[])[] {
  const { shift, slope, fade, shiftSlope, shiftFade, slopeFade } = variance;
  return [
    [shift, shiftSlope, shiftFade],
    [shiftSlope, slope, slopeFade],
    [shiftFade, slopeFade, fade],
  ];
}

const beforehand = [0.6 ** 2, 0.4 ** 2, 0.3 ** 2];

describe('how sure a calibration is', () => {
  it('is what is usual where nothing was predicted', () => {
    const found = calibrationOf([]);
    expect(termsOf(found)).toEqual([0, 1, 0]);
    const usual = beforehand.map((variance, n) => beforehand.map((_, m) => (n === m ? variance : 0)));
    expectAllNear(matrixOf(found).flat(), usual.flat());
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
        expectAllNear(matrixOf(found).flat(), naiveVariance(predictions, termsOf(found)).flat(), 1e-4);
      }),
    );
  });

  it('is never less than beforehand, and belongs to a distribution', () => {
    fc.assert(
      fc.property(fc.array(anyPrediction(0, 1), { maxLength: 60 }), anyDouble(-9, 9), anyDouble(-2, 7), (all, x, z) => {
        const matrix = matrixOf(calibrationOf(all));
        const place = [1, x, z];
        const of = (some: readonly (readonly number[])[]) =>
          sumOf(some.flatMap((row, n) => row.map((each, m) => each * place[n]! * place[m]!)));
        const usual = beforehand.map((variance, n) => beforehand.map((_, m) => (n === m ? variance : 0)));
        expect(of(matrix)).toBeGreaterThan(0);
        expect(of(matrix)).toBeLessThanOrEqual(of(usual) * (1 + 1e-9));
      }),
    );
  });

  it.each(truths)('holds a shift of $shift, a slope of $slope and a fade of $fade in five deviations', (truth) => {
    const { variance, ...found } = calibrationOf(predictionsOf(truth, 2_000, 10 + truths.indexOf(truth)));
    // Three are passed once in some thirty rounds of fresh seeds by chance alone, five once in a hundred thousand.
    for (const term of ['shift', 'slope', 'fade'] as const) {
      expect(Math.abs(found[term] - truth[term])).toBeLessThan(5 * Math.sqrt(variance[term]));
    }
  });
});
