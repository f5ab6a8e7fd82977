/** The seed of `npm test`: always the same, so that a test fails for one reason only, the code. */
const usualSeed = 20_261_124;

/**
 * What everything in a test run that looks like chance is drawn from: properties, the shuffles of journeys, the moments
 * of kills. `SVESKA_SEED` names another one, as `npm run fuzz` does in every round.
 */
export const seed: number = Number(process.env.SVESKA_SEED ?? usualSeed);
if (!Number.isInteger(seed)) throw new Error(`SVESKA_SEED is "${process.env.SVESKA_SEED}", which is no whole number`);

/** How often a slow property runs: some times in `npm test`, and more with the fresh seeds of `npm run fuzz`. */
export function runsOf(usual: number, inFuzz: number): number {
  return process.env.SVESKA_FUZZ === undefined ? usual : inFuzz;
}
