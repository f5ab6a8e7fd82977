import type { Rating } from '../../../src/core/model/verdict.ts';
import { normalQuantile } from '../chance/normal.ts';

/** How often each rating is given: limits between ratings on a normal scale, from Again up. */
export interface RatingShares {
  readonly lowest: Rating;
  readonly limits: readonly number[];
}

/** fsrs-rs (src/simulation.rs, defaults), a first answer: Again, Hard, Good, Easy. */
export const firstShares: readonly number[] = [0.24, 0.094, 0.495, 0.171];
/** The same source, a remembered card: Hard, Good, Easy. */
export const rememberedShares: readonly number[] = [0.224, 0.631, 0.145];

/** `shares` sum to 1; the first one is that of `lowest`. */
export function ratingShares(lowest: Rating, shares: readonly number[]): RatingShares {
  const upTo = shares.slice(0, -1).map((_, index) => shares.slice(0, index + 1).reduce((sum, share) => sum + share, 0));
  return { lowest, limits: upTo.map(normalQuantile) };
}

/** The rating of an answer that felt so well, on a standard normal scale. */
export function ratingOf({ lowest, limits }: RatingShares, felt: number): Rating {
  return asRating(lowest + limits.filter((limit) => felt >= limit).length);
}

/**
 * How well an answer felt: its luck and how easy the card is, all standard normal. Over all cards the shares of ratings
 * come out as they are given, whatever part of it is ease.
 */
export function feltOf(luck: number, ease: number | null): number {
  return ease === null ? luck : easeWeight * ease + Math.sqrt(1 - easeWeight ** 2) * luck;
}

/** Correlation between how easy a card is and how it is rated. */
const easeWeight = 0.6;

function asRating(value: number): Rating {
  if (value === 1 || value === 2 || value === 3 || value === 4) return value;
  throw new Error(`Inconsistent: rating ${value}`);
}
