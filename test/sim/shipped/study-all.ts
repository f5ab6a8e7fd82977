import { testedFamilies } from '../learners/family.ts';
import { type ShippedOutcome, shippedDeck, studyShipped, ways } from './study-shipped.ts';

/** Two and four weeks before an exam. */
const spans = [14, 30];

/** Learners of each family and seed with the pack that is shipped, told to study in each way. */
export function studyAllShipped(seeds: readonly number[]): readonly ShippedOutcome[] {
  const deck = shippedDeck();
  return spans.flatMap((days) =>
    ways.flatMap((way) =>
      testedFamilies.flatMap((family) => seeds.map((seed) => studyShipped(deck, way, days, family, seed))),
    ),
  );
}
