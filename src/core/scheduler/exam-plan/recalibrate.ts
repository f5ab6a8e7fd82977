/**
 * How far a learner's recall is from what the memory model says: R* = σ(shift + slope · logit R), scheduling §2.4. The
 * model itself has 0 and 1.
 */
export interface Calibration {
  readonly shift: number;
  readonly slope: number;
}

/** What was expected of a card on a later day than its last answer's, and what came. */
export interface Prediction {
  /** Chance of recall by the model, 0 to 1. */
  readonly recall: number;
  readonly isRecalled: boolean;
}

export const uncalibrated: Calibration = { shift: 0, slope: 1 };

/** Fewer tell nothing. */
const leastPredictions = 20;
/** Standard deviations of what is believed beforehand. */
const [shiftDeviation, slopeDeviation] = [0.6, 0.25];
const newtonSteps = 15;
const smallestPart = 1e-6;
/** Recall is kept as far from never and always, so that its logit is a number. */
const edge = 1e-4;

/** The most likely calibration given the predictions and what is usual; `uncalibrated` for fewer than twenty. */
export function recalibrate(predictions: readonly Prediction[]): Calibration {
  if (predictions.length < leastPredictions) return uncalibrated;
  const points = predictions.map(({ recall, isRecalled }) => ({ x: logit(recall), y: Number(isRecalled) }));
  let best = uncalibrated;
  let height = logPosterior(points, best);
  for (let step = 0; step < newtonSteps; step += 1) {
    const [byShift, bySlope] = newtonStep(points, best.shift, best.slope);
    // Far from the top a whole step leads beyond it: half of it then, and half of that.
    let part = 1;
    let next = best;
    let nextHeight = height;
    for (; part > smallestPart && nextHeight <= height; part /= 2) {
      next = { shift: best.shift + part * byShift, slope: best.slope + part * bySlope };
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
  return points.reduce((sum, { x, y }) => sum - softplus((1 - 2 * y) * (shift + slope * x)), prior);
}

/** The logarithm of 1 + e^z, for any z. */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One step of Newton's method up the logarithm of the posterior, which is concave. */
function newtonStep(points: readonly Point[], shift: number, slope: number): readonly [number, number] {
  const [a, b] = [1 / shiftDeviation ** 2, 1 / slopeDeviation ** 2];
  let [toShift, toSlope] = [-shift * a, -(slope - uncalibrated.slope) * b];
  let [both, mixed, slopes] = [a, 0, b];
  for (const { x, y } of points) {
    const p = sigmoid(shift + slope * x);
    const weight = p * (1 - p);
    toShift += y - p;
    toSlope += (y - p) * x;
    both += weight;
    mixed += weight * x;
    slopes += weight * x * x;
  }
  const determinant = both * slopes - mixed * mixed;
  return [(slopes * toShift - mixed * toSlope) / determinant, (both * toSlope - mixed * toShift) / determinant];
}

/** The learner's chance of recall where the model says `recall`. */
export function calibrated(recall: number, { shift, slope }: Calibration): number {
  return shift === 0 && slope === 1 ? recall : sigmoid(shift + slope * logit(recall));
}

function logit(recall: number): number {
  const kept = Math.min(1 - edge, Math.max(edge, recall));
  return Math.log(kept / (1 - kept));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
