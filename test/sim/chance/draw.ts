/** What a number is drawn for. Draws for different things are independent of each other. */
const purposes = [
  'learner', // a hidden parameter of the learner; `card` is its index
  'card', // how easy a card is for this learner
  'card again', // a second hidden number of the card
  'first rating',
  'recall',
  'rating', // how well a remembered card was remembered
  'skipped day',
  'policy', // what a policy itself leaves to chance; `card` is what it likes
  'lucky guess',
  'unsure', // whether the learner says to be guessing
  'answer time',
] as const;
export type Purpose = (typeof purposes)[number];

/** A number from 0 up to, not including, 1: the same for the same arguments, whenever and in whatever order it is asked. */
export type Chance = (purpose: Purpose, card: number, day: number) => number;

/**
 * The luck of one learner. It hangs on nothing but what it is asked for, so that all policies that let this learner
 * answer this card on this day meet the same luck (common random numbers), and differences between them are theirs.
 *
 * @param seed a whole number: which learner. @param stream a whole number that keeps families apart.
 */
export function chanceOf(seed: number, stream: number): Chance {
  const start = mixed(mixed(0x9747b28c, seed), stream);
  return (purpose, card, day) => fraction(mixed(mixed(mixed(start, purposes.indexOf(purpose)), card), day));
}

/** One step of MurmurHash3 (Austin Appleby, public domain). */
function mixed(hash: number, value: number): number {
  const scrambled = Math.imul(rotated(Math.imul(value, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotated(hash ^ scrambled, 13), 5) + 0xe6546b64) | 0;
}

/** Its end: every bit of the hash changes half of the bits of the result. */
function fraction(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
