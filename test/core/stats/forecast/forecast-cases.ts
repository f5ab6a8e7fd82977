import fc from 'fast-check';
import type { CalibrationPosterior } from '../../../../src/core/scheduler/exam-plan/recalibrate.ts';
import type { ForecastCard } from '../../../../src/core/stats/forecast/card-pool.ts';
import { type ForecastRequest, forecastScore } from '../../../../src/core/stats/forecast/score-forecast.ts';

export const part = (min = 0, max = 1): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

const anyRecall = fc.oneof({ weight: 6, arbitrary: part() }, { weight: 1, arbitrary: fc.constantFrom(0, 1) });

export const anyCard: fc.Arbitrary<ForecastCard> = fc.record({
  weight: fc.oneof({ weight: 8, arbitrary: part(0.1, 4) }, { weight: 1, arbitrary: fc.constant(0) }),
  recall: fc.option(anyRecall, { freq: 6 }),
  guess: fc.constantFrom(0, 0.05, 0.2, 0.25, 0.5),
});

/** As unsure as beforehand at most, with a slope that is surely above nothing. */
export const anyCalibration: fc.Arbitrary<CalibrationPosterior> = fc
  .record({
    shift: part(-1.5, 1.5),
    slope: part(0.5, 1.5),
    byShift: part(0, 0.6),
    bySlope: part(0, 0.25),
    turn: part(-0.95, 0.95),
  })
  .map(({ shift, slope, byShift, bySlope, turn }) => ({
    shift,
    slope,
    variance: { shift: byShift ** 2, slope: bySlope ** 2, both: turn * byShift * bySlope },
  }));

export const anyRequest: fc.Arbitrary<ForecastRequest> = fc.record({
  cards: fc.array(anyCard, { minLength: 1, maxLength: 25 }),
  calibration: anyCalibration,
  prior: part(),
  questions: fc.integer({ min: 1, max: 65 }),
});

/** Nothing is known of this learner. */
export const newLearner: CalibrationPosterior = {
  shift: 0,
  slope: 1,
  variance: { shift: 0.36, slope: 0.0625, both: 0 },
};

/** A learner who is just as the model says, and known to be. */
export const knownLearner: CalibrationPosterior = { shift: 0, slope: 1, variance: { shift: 0, slope: 0, both: 0 } };

/** So many cards of the same recall, in an exam of 65 questions without guesses unless said otherwise. */
export function forecastOf(recall: number | null, other: Partial<ForecastRequest & ForecastCard> = {}) {
  const { weight = 1, guess = 0, calibration = knownLearner, prior = 0, questions = 65 } = other;
  return forecastScore({ cards: other.cards ?? [{ weight, recall, guess }], calibration, prior, questions });
}
