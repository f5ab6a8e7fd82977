import type { CalibrationPosterior } from '../../scheduler/exam-plan/recalibrate.ts';
import { type ForecastCard, type PoolShares, poolOf, sharesOf } from './card-pool.ts';
import { chanceOfAtLeast, likelyScores, scoreChances } from './score-chances.ts';

/** What is expected of an exam. Scores are shares of its questions, 0 to 1. */
export interface ScoreForecast {
  readonly mean: number;
  /**
   * The 5th and the 95th percentile, in whole questions, and no closer than the whole questions next to the mean: the
   * score is below `low` with a chance of 5 % at most, and above `high` as well.
   */
  readonly low: number;
  readonly high: number;
  /** Share of the questions that is answered from memory; what `mean` has beyond it comes by chance alone. */
  readonly remembered: number;
  /** Chance that the score is at least this. */
  chanceOf(share: number): number;
}

/** What a forecast is made from. */
export interface ForecastRequest {
  readonly cards: readonly ForecastCard[];
  readonly calibration: CalibrationPosterior;
  /** Share of unseen cards known beforehand, 0 to 1. */
  readonly prior: number;
  /** Of the exam, e.g. 65: a whole number, 1 at least. */
  readonly questions: number;
}

/**
 * What a learner will score in an exam of questions drawn from these cards by weight (scheduling §4). The memory model is
 * put right by the learner's own calibration, and as far as that is unsure, so is the score: all cards are better known
 * than expected together, or worse. Of no cards, or none of any weight, nothing is known, and the score is 0.
 */
export function forecastScore({ cards, calibration, prior, questions }: ForecastRequest): ScoreForecast {
  const pool = poolOf(cards, prior, calibration);
  const outlooks = days.map(({ deviations, likelihood }) => ({ ...sharesOf(pool, deviations), likelihood }));
  const chances = scoreChances(outlooks, questions);
  const likely = likelyScores(chances);
  const mean = expected(outlooks, ({ share }) => share);
  return {
    mean,
    low: Math.min(likely.low, Math.floor(mean * questions + slack)) / questions,
    high: Math.max(likely.high, Math.ceil(mean * questions - slack)) / questions,
    remembered: expected(outlooks, ({ remembered }) => remembered),
    chanceOf: (share) => chanceOfAtLeast(chances, Math.ceil(share * questions - slack)),
  };
}

/** 0.72 of 25 questions are 18, whatever becomes of 0.72 in the machine. */
const slack = 1e-9;

/** A day that goes better or worse than expected. */
interface ExamDay {
  /** By so many standard deviations. */
  readonly deviations: number;
  readonly likelihood: number;
}

/**
 * The normal distribution in equal steps from −4 to 4, with which chances are exact to 0.0002. The seven points of Gauss and
 * Hermite have intervals of new learners that are too narrow by up to three questions of 65.
 */
const days: readonly ExamDay[] = daysInSteps(0.25, 16);

function daysInSteps(step: number, most: number): readonly ExamDay[] {
  const densities = Array.from({ length: 2 * most + 1 }, (_, n) => Math.exp(-(((n - most) * step) ** 2) / 2));
  const total = densities.reduce((sum, density) => sum + density, 0);
  return densities.map((density, n) => ({ deviations: (n - most) * step, likelihood: density / total }));
}

interface Outlook extends PoolShares {
  readonly likelihood: number;
}

function expected(outlooks: readonly Outlook[], value: (outlook: Outlook) => number): number {
  return Math.min(
    1,
    outlooks.reduce((sum, outlook) => sum + outlook.likelihood * value(outlook), 0),
  );
}
