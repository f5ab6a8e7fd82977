import { normalQuantile } from '../chance/normal.ts';

/**
 * Where Student's t distribution has `share` of its mass to the left: Cornish and Fisher's expansion (Abramowitz and
 * Stegun 26.7.5), within 0.5 % of the table from 3 degrees of freedom up.
 */
export function studentQuantile(share: number, degrees: number): number {
  const z = normalQuantile(share);
  const terms = [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, power) => sum + term / degrees ** power, 0);
}
