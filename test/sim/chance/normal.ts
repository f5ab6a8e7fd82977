import type { Chance, Purpose } from './draw.ts';

/** A draw from the normal distribution with mean 0 and standard deviation 1. */
export function normalDraw(chance: Chance, purpose: Purpose, card: number, day = 0): number {
  // Half a step above the draw: never 0.
  return normalQuantile(chance(purpose, card, day) + 2 ** -33);
}

/**
 * Where the standard normal distribution has `share` (more than 0, less than 1) of its mass to the left.
 * Peter Acklam's rational approximation (2003): relative error below 1.2e-9.
 */
export function normalQuantile(share: number): number {
  if (share < edge) return tail(share);
  return share > 1 - edge ? -tail(1 - share) : middle(share - 0.5);
}

const edge = 0.02425;

const middleAbove = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
];
const middleBelow = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const tailAbove = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const tailBelow = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

function middle(fromHalf: number): number {
  const square = fromHalf * fromHalf;
  return (polynomial(middleAbove, square) * fromHalf) / polynomial(middleBelow, square);
}

function tail(share: number): number {
  const depth = Math.sqrt(-2 * Math.log(share));
  return polynomial(tailAbove, depth) / polynomial(tailBelow, depth);
}

function polynomial(coefficients: readonly number[], at: number): number {
  return coefficients.reduce((sum, coefficient) => sum * at + coefficient, 0);
}
