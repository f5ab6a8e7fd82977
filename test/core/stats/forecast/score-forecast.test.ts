import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalibrationMatrix } from '../../../../src/core/scheduler/exam-plan/recalibrate.ts';
import { type ForecastRequest, forecastScore } from '../../../../src/core/stats/forecast/score-forecast.ts';
import { runsOf } from '../../../seed.ts';
import { anyCalibration, anyCard, anyRequest, forecastOf, knownLearner, newLearner, part } from './forecast-cases.ts';
import { naiveForecast } from './naive-forecast.ts';

const rounding = 1e-9;

function scaled(variance: CalibrationMatrix, times: number): CalibrationMatrix {
  const { shift, slope, fade, shiftSlope, shiftFade, slopeFade } = variance;
  return {
    shift: times * shift,
    slope: times * slope,
    fade: times * fade,
    shiftSlope: times * shiftSlope,
    shiftFade: times * shiftFade,
    slopeFade: times * slopeFade,
  };
}

describe('the forecast of a score', () => {
  it('has its mean within its range, and all of them within nothing and all', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { mean, low, high, remembered } = forecastScore(request);
        const order = [0, low, mean, high, 1];
        for (const [at, next] of order.slice(1).entries()) expect(next).toBeGreaterThanOrEqual(order[at]! - rounding);
        expect(remembered).toBeGreaterThanOrEqual(0);
        expect(remembered).toBeLessThanOrEqual(mean + rounding);
      }),
    );
  });

  it('ends at whole questions', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { low, high } = forecastScore(request);
        for (const end of [low, high]) {
          expect(end * request.questions).toBeCloseTo(Math.round(end * request.questions), 9);
        }
      }),
    );
  });

  it('leaves 5 % at most at either end', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { low, high, chanceOf } = forecastScore(request);
        expect(chanceOf(low)).toBeGreaterThanOrEqual(0.95 - rounding);
        expect(chanceOf(high + 1 / request.questions)).toBeLessThanOrEqual(0.05 + rounding);
      }),
    );
  });

  it('is never lower for one card that is recalled better', () => {
    fc.assert(
      fc.property(anyRequest, anyCard, part(), part(), (request, card, one, other) => {
        const meanWith = (recall: number) =>
          forecastScore({ ...request, cards: [...request.cards, { ...card, recall }] }).mean;
        expect(meanWith(Math.max(one, other))).toBeGreaterThanOrEqual(meanWith(Math.min(one, other)) - rounding);
      }),
    );
  });

  it('is no narrower, but for a question, the less sure the calibration is', () => {
    fc.assert(
      fc.property(anyRequest, part(), (request, surer) => {
        const { variance } = request.calibration;
        const width = (times: number) => {
          const { low, high } = forecastScore({
            ...request,
            calibration: {
              ...request.calibration,
              variance: scaled(variance, times),
            },
          });
          return high - low;
        };
        expect(width(1)).toBeGreaterThanOrEqual(width(surer) - 1 / request.questions - rounding);
      }),
    );
  });

  it('has a chance that falls as more is asked for, from all of nothing to none of more than all', () => {
    fc.assert(
      fc.property(anyRequest, part(), part(), (request, one, other) => {
        const { chanceOf } = forecastScore(request);
        expect([chanceOf(0), chanceOf(1.01)]).toEqual([1, 0]);
        expect(chanceOf(Math.min(one, other))).toBeGreaterThanOrEqual(chanceOf(Math.max(one, other)));
      }),
    );
  });

  it('has chances that sum to its mean', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { mean, chanceOf } = forecastScore(request);
        const { questions } = request;
        const each = Array.from({ length: questions }, (_, n) => chanceOf((n + 1) / questions));
        expect(each.reduce((sum, chance) => sum + chance, 0) / questions).toBeCloseTo(mean, 9);
      }),
    );
  });

  it('does not hang on the order of the cards', () => {
    const shuffled = anyRequest.chain((request) =>
      fc.tuple(
        fc.constant(request),
        fc
          .shuffledSubarray([...request.cards], { minLength: request.cards.length })
          .map((cards) => ({ ...request, cards })),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([request, other]) => {
        const [ours, theirs] = [forecastScore(request), forecastScore(other)];
        expect(ours.mean).toBeCloseTo(theirs.mean, 9);
        expect(ours.remembered).toBeCloseTo(theirs.remembered, 9);
        expect(ours.chanceOf(0.7)).toBeCloseTo(theirs.chanceOf(0.7), 9);
      }),
    );
  });

  it('does not hang on the days since the last answers where nothing is known of a fade', () => {
    fc.assert(
      fc.property(anyRequest, fc.integer({ min: 0, max: 40_000 }), (request, elapsedDays) => {
        const { calibration } = request;
        const variance = { ...calibration.variance, fade: 0, shiftFade: 0, slopeFade: 0 };
        const without = { ...request, calibration: { ...calibration, fade: 0, variance } };
        const [one, other] = [
          forecastScore(without),
          forecastScore({ ...without, cards: request.cards.map((card) => ({ ...card, elapsedDays })) }),
        ];
        expect(one.mean).toBeCloseTo(other.mean, 9);
        expect(one.remembered).toBeCloseTo(other.remembered, 9);
        expect(one.chanceOf(0.7)).toBeCloseTo(other.chanceOf(0.7), 9);
      }),
    );
  });

  it('is what a plain sum over days and outcomes has', () => {
    fc.assert(
      fc.property(
        anyRequest.filter(({ cards }) => cards.some(({ weight }) => weight > 0)),
        (request) => {
          const [ours, naive] = [forecastScore(request), naiveForecast(request)];
          const { questions } = request;
          expect(
            Math.abs(ours.mean - naive.chances.reduce((sum, chance, k) => sum + chance * k, 0) / questions),
          ).toBeLessThan(1e-4);
          expect(Math.abs(ours.remembered - naive.remembered)).toBeLessThan(1e-4);
          let above = 1;
          for (const [right, chance] of naive.chances.entries()) {
            // The bins are coarsest where recall is 0 and its deviation more than three logits: 0.0002 off, of 1.
            expect(Math.abs(ours.chanceOf(right / questions) - above)).toBeLessThan(4e-4);
            above -= chance;
          }
        },
      ),
      { numRuns: runsOf(20, 200) },
    );
  });
});

describe('an extreme forecast', () => {
  it('of no cards, or of none that counts, is nothing', () => {
    const nothing = { mean: 0, low: 0, high: 0, remembered: 0 };
    expect(forecastOf(0.9, { cards: [] })).toMatchObject(nothing);
    expect(forecastOf(0.9, { weight: 0 })).toMatchObject(nothing);
    expect(forecastOf(0.9, { cards: [] }).chanceOf(0.5)).toBe(0);
  });

  it('is not moved by cards of no weight', () => {
    const cards = [{ weight: 1, recall: 0.9, elapsedDays: 3, guess: 0.25 }];
    const nothing = { weight: 0, elapsedDays: 9 };
    const more = [...cards, { ...nothing, recall: 0, guess: 0 }, { ...nothing, recall: null, guess: 1 }];
    expect(forecastOf(0, { cards: more }).mean).toBe(forecastOf(0, { cards }).mean);
  });

  it('of cards that are surely forgotten is what chance brings', () => {
    const { mean, remembered, low, high } = forecastOf(0, { guess: 0.25 });
    expect([mean, remembered].map((share) => share.toFixed(2))).toEqual(['0.25', '0.00']);
    // Of 65 answers that are guessed with a chance of 1 in 4.
    expect([65 * low, 65 * high].map(Math.round)).toEqual([11, 22]);
  });

  it('of cards that are surely known is all', () => {
    const { mean, high, chanceOf } = forecastOf(1);
    expect(mean).toBeGreaterThan(0.999);
    expect([high, chanceOf(0.95) > 0.999]).toEqual([1, true]);
  });

  it('of cards never seen is what was known before, and what chance adds', () => {
    const { mean, remembered } = forecastOf(null, { prior: 0.2, guess: 0.25 });
    expect([mean, remembered].map((share) => share.toFixed(9))).toEqual([0.4, 0.2].map((share) => share.toFixed(9)));
    for (const prior of [0, 1]) {
      const certain = forecastOf(null, { prior });
      for (const share of [certain.mean, certain.low, certain.high]) expect(share).toBeCloseTo(prior, 9);
    }
  });

  it('of one question is whether it is answered', () => {
    const { mean, low, high, chanceOf } = forecastOf(0.98, { questions: 1 });
    expect([low, high]).toEqual([0, 1]);
    expect(chanceOf(0.72)).toBeCloseTo(mean, 9);
  });

  it('of a thousand questions and more are numbers', () => {
    const { mean, low, high, chanceOf } = forecastOf(0.8, { questions: 5_000 });
    expect([mean, low, high, chanceOf(0.8)].every(Number.isFinite)).toBe(true);
    expect(low).toBeGreaterThan(0.7);
  });

  it('counts a score that is exactly the threshold', () => {
    // 0.28 · 25 is a little more than 7 in the machine.
    const { chanceOf } = forecastOf(0.28, { questions: 25 });
    expect(chanceOf(0.28)).toBe(chanceOf(0.27));
    expect(chanceOf(0.28)).toBeGreaterThan(chanceOf(0.281));
  });

  it('is wider for a learner of whom nothing is known', () => {
    const [known, unknown] = [knownLearner, newLearner].map((calibration) => forecastOf(0.85, { calibration }));
    expect(unknown!.high - unknown!.low).toBeGreaterThan(1.5 * (known!.high - known!.low));
  });

  it('is the same for a hundred thousand cards as for one of each', () => {
    fc.assert(
      fc.property(fc.array(anyCard, { minLength: 1, maxLength: 10 }), anyCalibration, (cards, calibration) => {
        const request: ForecastRequest = { cards, calibration, prior: 0.1, questions: 65 };
        const many = Array.from({ length: 100_000 }, (_, n) => cards[n % cards.length]!);
        const even = many.slice(0, many.length - (many.length % cards.length));
        expect(forecastScore({ ...request, cards: even }).mean).toBeCloseTo(forecastScore(request).mean, 9);
      }),
      { numRuns: 5 },
    );
  });
});
