import type { CardId } from '../model/id.ts';
import type { Rating } from '../model/verdict.ts';

/** A run through some cards. Every rating makes a new session that remembers the one before. */
export interface Session {
  /** The card on screen; null when the session is done. */
  readonly current: CardId | null;
  /** What comes after `current`, in order; a forgotten card is in it again. */
  readonly waiting: readonly CardId[];
  /** All ratings that stand, oldest first. */
  readonly history: readonly SessionStep[];
  /** Cards that were missed four times and left the session until tomorrow. */
  readonly left: readonly CardId[];
  /** Forgotten cards that left because too little could stand before their next showing. They stay due today. */
  readonly later: readonly CardId[];
  /** Cards whose turn comes after this session, drawn in where something must stand between two showings. */
  readonly spare: readonly CardId[];
  /** All cards of the session, each once, in the order in which they joined. */
  readonly cards: readonly CardId[];
  readonly done: boolean;
  /** The session before the last rating; null at the start. */
  readonly previous: Session | null;
}

export interface SessionStep extends SessionRating {
  readonly card: CardId;
}

/** How a card was rated in a session. */
export interface SessionRating {
  readonly rating: Rating;
  /** Whether the answer was wrong or not known: Again after a right one, which may have been a guess, is no miss (S86). */
  readonly isMiss: boolean;
}

/** A session over the cards in their order; a card given twice is asked once. `spare`: see `Session`. */
export function startSession(cards: readonly CardId[], spare: readonly CardId[] = []): Session {
  const unique = [...new Set(cards)];
  const others = [...new Set(spare)].filter((card) => !unique.includes(card));
  return sessionOf(unique, { history: [], left: [], later: [], spare: others, cards: unique, previous: null });
}

/** A session beside its queue. */
export type Rest = Omit<Session, 'current' | 'waiting' | 'done'>;

/** The session whose cards to come stand in the queue; the first of them is on screen. */
export function sessionOf(queue: readonly CardId[], rest: Rest): Session {
  const [current = null, ...waiting] = queue;
  const { history, left, later, spare, cards, previous } = rest;
  return { current, waiting, history, left, later, spare, cards, previous, done: current === null };
}
