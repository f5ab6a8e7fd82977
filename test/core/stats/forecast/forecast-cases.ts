import fc from 'fast-check';
import {
  type CalibrationMatrix,
  type CalibrationPosterior,
  calibrationOf,
  uncalibrated,
} from '../../../../src/core/scheduler/exam-plan/recalibrate.ts';
import type { ForecastCard } from '../../../../src/core/stats/forecast/card-pool.ts';
import { type ForecastRequest, forecastScore } from '../../../../src/core/stats/forecast/score-forecast.ts';

export const part = (min = 0, max = 1): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

const anyRecall = fc.oneof({ weight: 6, arbitrary: part() }, { weight: 1, arbitrary: fc.constantFrom(0, 1) });

export const anyCard: fc.Arbitrary<ForecastCard> = fc.record({
  weight: fc.oneof({ weight: 8, arbitrary: part(0.1, 4) }, { weight: 1, arbitrary: fc.constant(0) }),
  recall: fc.option(anyRecall, { freq: 6 }),
  elapsedDays: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 40_000 }) },
  ),
  guess: fc.constantFrom(0, 0.05, 0.2, 0.25, 0.5),
});

/** As unsure as beforehand at most, with a slope that is surely above nothing. */
export const anyCalibration: fc.Arbitrary<CalibrationPosterior> = fc
  .record({
    shift: part(-1.5, 1.5),
    slope: part(0.5, 1.5),
    fade: part(-0.6, 0.6),
    deviations: fc.tuple(part(0, 0.6), part(0, 0.25), part(0, 0.3)),
    turns: fc.tuple(part(-0.95, 0.95), part(-0.95, 0.95), part(-0.95, 0.95)),
  })
  .map(({ deviations, turns, ...calibration }) => ({ ...calibration, variance: varianceOf(deviations, turns) }));

type Three = readonly [number, number, number];

/** Any variance is L·Lᵀ of a triangle L: here its rows are deviations, each turned away from the ones before. */
function varianceOf([byShift, bySlope, byFade]: Three, [one, two, three]: Three): CalibrationMatrix {
  const slope = [one, Math.sqrt(1 - one ** 2)] as const;
  const rest = Math.sqrt(1 - two ** 2);
  const fade = [two, rest * three] as const;
  return {
    shift: byShift ** 2,
    slope: bySlope ** 2,
    fade: byFade ** 2,
    shiftSlope: byShift * bySlope * slope[0],
    shiftFade: byShift * byFade * fade[0],
    slopeFade: bySlope * byFade * (slope[0] * fade[0] + slope[1] * fade[1]),
  };
}

export const anyRequest: fc.Arbitrary<ForecastRequest> = fc.record({
  cards: fc.array(anyCard, { minLength: 1, maxLength: 25 }),
  calibration: anyCalibration,
  prior: part(),
  questions: fc.integer({ min: 1, max: 65 }),
});

/** Nothing is known of this learner. */
export const newLearner: CalibrationPosterior = calibrationOf([]);

/** A learner who is just as the model says, and known to be. */
export const knownLearner: CalibrationPosterior = { ...uncalibrated, variance: varianceOf([0, 0, 0], [0, 0, 0]) };

/** So many cards of the same recall, in an exam of 65 questions without guesses unless said otherwise. */
export function forecastOf(recall: number | null, other: Partial<ForecastRequest & ForecastCard> = {}) {
  const { weight = 1, guess = 0, elapsedDays = 5, calibration = knownLearner, prior = 0, questions = 65 } = other;
  const cards = other.cards ?? [{ weight, recall, elapsedDays, guess }];
  return forecastScore({ cards, calibration, prior, questions });
}
