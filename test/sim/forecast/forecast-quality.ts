import { mean } from '../statistics/outcome-table.ts';
import { exam } from './exam-scenarios.ts';
import type { ForecastOutcome } from './forecast-exams.ts';
import type { Method } from './forecast-methods.ts';

/** How good the forecasts of some learners were. Shares, 0 to 1; each learner counts the same. */
export interface ForecastQuality {
  /** How often the score was in the range of 90 %. */
  readonly coverage: number;
  /** Mean of the ranges. */
  readonly width: number;
  /** What was forecast less what came, on average. */
  readonly bias: number;
  /** The same with no sign. */
  readonly error: number;
  /** Mean square of the chance to pass less what came, 1 or 0. */
  readonly passBrier: number;
  /** How far chances to pass are from how often they come true. */
  readonly passCalibrationError: number;
}

export function forecastQuality(outcomes: readonly ForecastOutcome[], method: Method): ForecastQuality {
  const sittings = outcomes.flatMap(({ forecasts, scores }) =>
    scores.map((score) => ({ ...forecasts[method], score })),
  );
  const passes = sittings.map(({ pass, score }) => ({ expected: pass, came: Number(isPassed(score)) }));
  return {
    coverage: mean(sittings.map(({ low, high, score }) => Number(score > low - rounding && score < high + rounding))),
    width: mean(sittings.map(({ low, high }) => high - low)),
    bias: mean(sittings.map(({ mean, score }) => mean - score)),
    error: mean(sittings.map(({ mean, score }) => Math.abs(mean - score))),
    passBrier: mean(passes.map(({ expected, came }) => (expected - came) ** 2)),
    passCalibrationError: calibrationError(passes),
  };
}

/** Scores are whole questions, a fiftieth each. */
const rounding = 1e-6;

function isPassed(score: number): boolean {
  return score > exam.passShare - rounding;
}

/** How good the chances of recall on exam day were that a method goes by. */
export interface ItemQuality {
  readonly brier: number;
  readonly calibrationError: number;
}

/** Of all cards that were seen. What came is the true chance, so that the luck of one answer is not in it. */
export function itemQuality(outcomes: readonly ForecastOutcome[], of: 'believed' | 'calibrated'): ItemQuality {
  const all = outcomes.flatMap(({ items }) => items.map((item) => ({ expected: item[of], came: item.recall })));
  return {
    brier: mean(all.map(({ expected, came }) => came * (1 - expected) ** 2 + (1 - came) * expected ** 2)),
    calibrationError: calibrationError(all),
  };
}

/** A chance, and what came: 1, 0, or its true chance. */
interface Expected {
  readonly expected: number;
  readonly came: number;
}

const bins = 10;

/** Expected calibration error: over ten bins, the distance of means, by how much is in a bin. */
function calibrationError(all: readonly Expected[]): number {
  const sums = new Float64Array(bins);
  for (const { expected, came } of all) sums[Math.min(bins - 1, Math.floor(expected * bins))]! += expected - came;
  return sums.reduce((sum, distance) => sum + Math.abs(distance), 0) / all.length;
}
