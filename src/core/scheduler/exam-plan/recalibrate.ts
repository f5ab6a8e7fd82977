/**
 * How far a learner's recall is from what the memory model says: R* = σ(shift + slope · logit R), scheduling §2.4. The
 * model itself has 0 and 1.
 */
export interface Calibration {
  readonly shift: number;
  readonly slope: number;
}

/** A calibration and how surely it is known: the normal distribution that fits its posterior at the top (Laplace). */
export interface CalibrationPosterior extends Calibration {
  /** Of shift and slope, and `both` for their covariance. */
  readonly variance: { readonly shift: number; readonly slope: number; readonly both: number };
}

/** What was expected of a card on a later day than its last answer's, and what came. */
export interface Prediction {
  /** Chance of recall by the model, 0 to 1. */
  readonly recall: number;
  /** Chance that it was recalled, 0 to 1: what was right may have been guessed. */
  readonly recalled: number;
}

export const uncalibrated: Calibration = { shift: 0, slope: 1 };

/** Fewer tell nothing. */
const leastPredictions = 20;
/** Standard deviations of what is believed beforehand. */
const [shiftDeviation, slopeDeviation] = [0.6, 0.25];
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
  const { byShift, byBoth, bySlope } = curvatureAt(points, best);
  const determinant = byShift * bySlope - byBoth * byBoth;
  const variance = { shift: bySlope / determinant, slope: byShift / determinant, both: -byBoth / determinant };
  return { ...best, variance };
}

function mostLikely(points: readonly Point[]): Calibration {
  let best = uncalibrated;
  let height = logPosterior(points, best);
  for (let step = 0; step < newtonSteps; step += 1) {
    const whole = newtonStep(points, best);
    if (Math.abs(whole.shift) + Math.abs(whole.slope) < atTop) return best;
    // Far from the top a whole step leads beyond it: half of it then, and half of that.
    let part = 1;
    let next = best;
    let nextHeight = height;
    for (; part > smallestPart && nextHeight <= height; part /= 2) {
      next = { shift: best.shift + part * whole.shift, slope: best.slope + part * whole.slope };
      nextHeight = logPosterior(points, next);
    }
    if (nextHeight <= height) return best;
    [best, height] = [next, nextHeight];
  }
  return best;
}

/** But for what is the same for all calibrations. */
function logPosterior(points: readonly Point[], { shift, slope }: Calibration): number {
  const prior = -((shift / shiftDeviation) ** 2 + ((slope - uncalibrated.slope) / slopeDeviation) ** 2) / 2;
  return points.reduce((sum, { x, y }) => sum + y * (shift + slope * x) - softplus(shift + slope * x), prior);
}

/** The logarithm of 1 + e^z, for any z. */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointOf({ recall, recalled }: Prediction): Point {
  return { x: logit(recall), y: recalled };
}

/** One step of Newton's method up the logarithm of the posterior, which is concave. */
function newtonStep(points: readonly Point[], at: Calibration): Calibration {
  const { byShift, byBoth, bySlope } = curvatureAt(points, at);
  let toShift = -at.shift / shiftDeviation ** 2;
  let toSlope = -(at.slope - uncalibrated.slope) / slopeDeviation ** 2;
  for (const { x, y } of points) {
    const missed = y - sigmoid(at.shift + at.slope * x);
    toShift += missed;
    toSlope += missed * x;
  }
  const determinant = byShift * bySlope - byBoth * byBoth;
  return {
    shift: (bySlope * toShift - byBoth * toSlope) / determinant,
    slope: (byShift * toSlope - byBoth * toShift) / determinant,
  };
}

/** Second derivatives of the logarithm of the posterior, with a positive sign: by shift, by shift and slope, by slope. */
interface Curvature {
  readonly byShift: number;
  readonly byBoth: number;
  readonly bySlope: number;
}

function curvatureAt(points: readonly Point[], { shift, slope }: Calibration): Curvature {
  let [byShift, byBoth, bySlope] = [1 / shiftDeviation ** 2, 0, 1 / slopeDeviation ** 2];
  for (const { x } of points) {
    const chance = sigmoid(shift + slope * x);
    const weight = chance * (1 - chance);
    byShift += weight;
    byBoth += weight * x;
    bySlope += weight * x * x;
  }
  return { byShift, byBoth, bySlope };
}

/** The learner's chance of recall where the model says `recall`. */
export function calibrated(recall: number, { shift, slope }: Calibration): number {
  return shift === 0 && slope === 1 ? recall : sigmoid(shift + slope * logit(recall));
}

/** ln(recall / (1 − recall)), a number for 0 and 1 as well. */
export function logit(recall: number): number {
  const kept = Math.min(1 - edge, Math.max(edge, recall));
  return Math.log(kept / (1 - kept));
}

/** The chance of which `x` is the logit. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
