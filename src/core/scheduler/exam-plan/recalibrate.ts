/**
 * How far a learner's recall is from what the memory model says, by that and by the days since the last answer:
 * R* = σ(shift + slope · logit R + fade · ln(days / 5)). scheduling §2.4 has the first two terms. Learned from short gaps
 * alone, they are too hopeful of long ones where recall falls along another curve. The model itself has 0, 1 and 0.
 */
export interface Calibration {
  readonly shift: number;
  readonly slope: number;
  readonly fade: number;
}

/** A calibration and how surely it is known: the normal distribution that fits its posterior at the top (Laplace). */
export interface CalibrationPosterior extends Calibration {
  readonly variance: CalibrationMatrix;
}

/** For each term and each two of them: of a posterior their variances and covariances. Symmetric. */
export interface CalibrationMatrix extends Calibration {
  readonly shiftSlope: number;
  readonly shiftFade: number;
  readonly slopeFade: number;
}

/** What was expected of a card on a later day than its last answer's, and what came. */
export interface Prediction {
  /** Chance of recall by the model, 0 to 1. */
  readonly recall: number;
  /** Since the last answer; whole, 1 at least. */
  readonly elapsedDays: number;
  /** Chance that it was recalled, 0 to 1: what was right may have been guessed. */
  readonly recalled: number;
}

export const uncalibrated: Calibration = { shift: 0, slope: 1, fade: 0 };

/** Fewer tell nothing. */
const leastPredictions = 20;
/** Standard deviations of what is believed beforehand, about what the model itself has. */
const [shiftDeviation, slopeDeviation, fadeDeviation] = [0.6, 0.4, 0.3];
/** After so many days `fade` changes nothing. */
export const middleDays = 5;
const newtonSteps = 15;
const smallestPart = 1e-6;
/** No step that is shorter leads to anything. */
const atTop = 1e-9;
/** Recall is kept as far from never and always, so that its logit is a number. */
const edge = 1e-4;

/** The most likely calibration given the predictions and what is usual; `uncalibrated` for fewer than twenty. */
export function recalibrate(predictions: readonly Prediction[]): Calibration {
  return predictions.length < leastPredictions ? uncalibrated : mostLikely(predictions.map(pointOf));
}

/**
 * The same with its variance, of any number of predictions: whoever is told how little is known need not wait for twenty.
 * Of none it is what is usual, and nothing makes it less sure than that (scheduling §4).
 */
export function calibrationOf(predictions: readonly Prediction[]): CalibrationPosterior {
  const points = predictions.map(pointOf);
  const best = mostLikely(points);
  return { ...best, variance: inverse(curvatureAt(points, best)) };
}

function mostLikely(points: readonly Point[]): Calibration {
  let best = uncalibrated;
  let height = logPosterior(points, best);
  for (let step = 0; step < newtonSteps; step += 1) {
    const whole = newtonStep(points, best);
    if (Math.abs(whole.shift) + Math.abs(whole.slope) + Math.abs(whole.fade) < atTop) return best;
    // Far from the top a whole step leads beyond it: half of it then, and half of that.
    let part = 1;
    let next = best;
    let nextHeight = height;
    for (; part > smallestPart && nextHeight <= height; part /= 2) {
      next = moved(best, whole, part);
      nextHeight = logPosterior(points, next);
    }
    if (nextHeight <= height) return best;
    [best, height] = [next, nextHeight];
  }
  return best;
}

function moved(from: Calibration, step: Calibration, part: number): Calibration {
  return {
    shift: from.shift + part * step.shift,
    slope: from.slope + part * step.slope,
    fade: from.fade + part * step.fade,
  };
}

/** What a calibration goes by: logit of recall by the model, and the logarithm of the days since the last answer. */
export interface RecallPlace {
  readonly logit: number;
  readonly logDays: number;
}

interface Point extends RecallPlace {
  readonly recalled: number;
}

function pointOf({ recall, elapsedDays, recalled }: Prediction): Point {
  return { logit: logit(recall), logDays: logDays(elapsedDays), recalled };
}

/** But for what is the same for all calibrations. */
function logPosterior(points: readonly Point[], at: Calibration): number {
  const { shift, slope, fade } = moved(at, uncalibrated, -1);
  let sum = -((shift / shiftDeviation) ** 2 + (slope / slopeDeviation) ** 2 + (fade / fadeDeviation) ** 2) / 2;
  for (const point of points) {
    const x = calibratedLogit(point, at);
    sum += point.recalled * x - softplus(x);
  }
  return sum;
}

/** The logarithm of 1 + e^x, for any x. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** One step of Newton's method up the logarithm of the posterior, which is concave. */
function newtonStep(points: readonly Point[], at: Calibration): Calibration {
  const rise = riseAt(points, at);
  const { shift, slope, fade, shiftSlope, shiftFade, slopeFade } = inverse(curvatureAt(points, at));
  return {
    shift: shift * rise.shift + shiftSlope * rise.slope + shiftFade * rise.fade,
    slope: shiftSlope * rise.shift + slope * rise.slope + slopeFade * rise.fade,
    fade: shiftFade * rise.shift + slopeFade * rise.slope + fade * rise.fade,
  };
}

/** First derivatives of the logarithm of the posterior. */
function riseAt(points: readonly Point[], at: Calibration): Calibration {
  const away = moved(at, uncalibrated, -1);
  const rise = {
    shift: -away.shift / shiftDeviation ** 2,
    slope: -away.slope / slopeDeviation ** 2,
    fade: -away.fade / fadeDeviation ** 2,
  };
  for (const point of points) {
    const missed = point.recalled - sigmoid(calibratedLogit(point, at));
    rise.shift += missed;
    rise.slope += missed * point.logit;
    rise.fade += missed * point.logDays;
  }
  return rise;
}

/** Second derivatives of the logarithm of the posterior, with a positive sign. */
function curvatureAt(points: readonly Point[], at: Calibration): CalibrationMatrix {
  let [shift, slope, fade] = [shiftDeviation ** -2, slopeDeviation ** -2, fadeDeviation ** -2];
  let [shiftSlope, shiftFade, slopeFade] = [0, 0, 0];
  for (const point of points) {
    const chance = sigmoid(calibratedLogit(point, at));
    const weight = chance * (1 - chance);
    shift += weight;
    slope += weight * point.logit ** 2;
    fade += weight * point.logDays ** 2;
    shiftSlope += weight * point.logit;
    shiftFade += weight * point.logDays;
    slopeFade += weight * point.logit * point.logDays;
  }
  return { shift, slope, fade, shiftSlope, shiftFade, slopeFade };
}

/** By cofactors; there is one where all terms have a variance. */
function inverse({ shift, slope, fade, shiftSlope, shiftFade, slopeFade }: CalibrationMatrix): CalibrationMatrix {
  const first = slope * fade - slopeFade ** 2;
  const second = shiftFade * slopeFade - shiftSlope * fade;
  const third = shiftSlope * slopeFade - shiftFade * slope;
  const determinant = shift * first + shiftSlope * second + shiftFade * third;
  return {
    shift: first / determinant,
    slope: (shift * fade - shiftFade ** 2) / determinant,
    fade: (shift * slope - shiftSlope ** 2) / determinant,
    shiftSlope: second / determinant,
    shiftFade: third / determinant,
    slopeFade: (shiftSlope * shiftFade - shift * slopeFade) / determinant,
  };
}

/** The learner's chance of recall so many days after the last answer, where the model says `recall`. */
export function calibrated(recall: number, elapsedDays: number, calibration: Calibration): number {
  const { shift, slope, fade } = calibration;
  if (shift === 0 && slope === 1 && fade === 0) return recall;
  return sigmoid(calibratedLogit({ logit: logit(recall), logDays: logDays(elapsedDays) }, calibration));
}

/** The logit of the learner's recall. */
export function calibratedLogit({ logit, logDays }: RecallPlace, { shift, slope, fade }: Calibration): number {
  return shift + slope * logit + fade * logDays;
}

/** ln(recall / (1 − recall)), a number for 0 and 1 as well. */
export function logit(recall: number): number {
  const kept = Math.min(1 - edge, Math.max(edge, recall));
  return Math.log(kept / (1 - kept));
}

/** ln(days / 5); less than a day counts as one. */
export function logDays(elapsedDays: number): number {
  return Math.log(Math.max(1, elapsedDays) / middleDays);
}

/** The chance of which `x` is the logit. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
