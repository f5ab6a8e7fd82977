import { type CalibrationPosterior, calibrated } from '../../../src/core/scheduler/exam-plan/recalibrate.ts';
import { chanceOfAtLeast, likelyScores, scoreChances } from '../../../src/core/stats/forecast/score-chances.ts';
import { forecastScore } from '../../../src/core/stats/forecast/score-forecast.ts';
import { exam } from './exam-scenarios.ts';

/** What is said of an exam before it, in shares of its questions. */
export interface Forecast {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Chance to pass. */
  readonly pass: number;
}

/** A card on exam day: what FSRS-6 believes, which is null of a card never seen, and what is true. Chances of recall. */
export interface ExamCard {
  readonly believed: number | null;
  /** Since the last answer; 0 for a card never seen. */
  readonly elapsedDays: number;
  readonly recall: number;
}

/** What the product says, what less would say, and what would be said by somebody who saw into the learner's memory. */
export const methods = ['FSRS-6 alone', 'recalibrated', 'forecast', 'true recall'] as const;
export type Method = (typeof methods)[number];

export function forecastsOf(
  cards: readonly ExamCard[],
  calibration: CalibrationPosterior,
): Readonly<Record<Method, Forecast>> {
  return {
    'FSRS-6 alone': binomial(cards.map(({ believed }) => believed ?? 0)),
    recalibrated: binomial(
      cards.map(({ believed, elapsedDays }) =>
        believed === null ? 0 : calibrated(believed, elapsedDays, calibration),
      ),
    ),
    forecast: productForecast(cards, calibration),
    'true recall': binomial(cards.map(({ recall }) => recall)),
  };
}

function productForecast(cards: readonly ExamCard[], calibration: CalibrationPosterior): Forecast {
  const asked = cards.map(({ believed, elapsedDays }) => ({
    weight: 1,
    recall: believed,
    elapsedDays,
    guess: exam.guess,
  }));
  const { mean, low, high, chanceOf } = forecastScore({
    cards: asked,
    calibration,
    prior: 0,
    questions: exam.questions,
  });
  return { mean, low, high, pass: chanceOf(exam.passShare) };
}

/** As if recall were known exactly. */
function binomial(recalls: readonly number[]): Forecast {
  const { questions, guess, passShare } = exam;
  const share = recalls.reduce((sum, recall) => sum + guess + (1 - guess) * recall, 0) / recalls.length;
  const chances = scoreChances([{ share, likelihood: 1 }], questions);
  const { low, high } = likelyScores(chances);
  const pass = chanceOfAtLeast(chances, Math.ceil(passShare * questions));
  return { mean: share, low: low / questions, high: high / questions, pass };
}
