import type { CardId } from '../model/id.ts';
import type { Rating } from '../model/verdict.ts';

/** Other cards between a forgotten card and its next showing, while there are as many. */
const spacing = 8;
/** A card that was forgotten so often today is left for tomorrow. */
const failuresToLeave = 4;

/** A run through some cards. Every rating makes a new session that remembers the one before. */
export interface Session {
  /** The card on screen; null when the session is done. */
  readonly current: CardId | null;
  /** What comes after `current`, in order; a forgotten card is in it again. */
  readonly waiting: readonly CardId[];
  /** All ratings that stand, oldest first. */
  readonly history: readonly SessionStep[];
  /** Cards that were forgotten four times and left the session. */
  readonly left: readonly CardId[];
  /** All cards of the session, each once, in the order in which they joined. */
  readonly cards: readonly CardId[];
  readonly done: boolean;
  /** The session before the last rating; null at the start. */
  readonly previous: Session | null;
}

export interface SessionStep {
  readonly card: CardId;
  readonly rating: Rating;
}

/** A session over the cards in their order; a card given twice is asked once. */
export function startSession(cards: readonly CardId[]): Session {
  const unique = [...new Set(cards)];
  return sessionOf(unique, { history: [], left: [], cards: unique, previous: null });
}

/** The session after the current card was rated; a session that is done stays as it is. */
export function rateCard(session: Session, rating: Rating): Session {
  const card = session.current;
  if (card === null) return session;
  const history = [...session.history, { card, rating }];
  const leaves = rating === 1 && failuresOf(card, history) >= failuresToLeave;
  const returns = rating === 1 && !leaves;
  return sessionOf(returns ? insertLater(session.waiting, card) : session.waiting, {
    history,
    left: leaves ? [...session.left, card] : session.left,
    cards: session.cards,
    previous: session,
  });
}

/** The session without the current card (suspended, buried, cannot be shown). Not a rating. */
export function skipCard(session: Session): Session {
  const rest = session.waiting.filter((card) => card !== session.current);
  return session.current === null ? session : sessionOf(rest, { ...session, previous: session });
}

/** The session as it was before the last rating or skip; the first one has nothing to undo. */
export function undoRating(session: Session): Session {
  return session.previous ?? session;
}

/** More cards at the end ("10 more"); those that are still to come are passed over, a finished one is asked again. */
export function extendSession(session: Session, cards: readonly CardId[]): Session {
  const queue = session.current === null ? [] : [session.current, ...session.waiting];
  const added = [...new Set(cards)].filter((card) => !queue.includes(card));
  // Undoing past this point must not lose what was asked for.
  const previous = session.previous && extendSession(session.previous, cards);
  return sessionOf([...queue, ...added], { ...session, cards: [...new Set([...session.cards, ...added])], previous });
}

function sessionOf(queue: readonly CardId[], rest: Pick<Session, 'history' | 'left' | 'cards' | 'previous'>): Session {
  const [current = null, ...waiting] = queue;
  const { history, left, cards, previous } = rest;
  return { current, waiting, history, left, cards, previous, done: current === null };
}

function insertLater(waiting: readonly CardId[], card: CardId): readonly CardId[] {
  return [...waiting.slice(0, spacing), card, ...waiting.slice(spacing)];
}

function failuresOf(card: CardId, history: readonly SessionStep[]): number {
  return history.filter((step) => step.card === card && step.rating === 1).length;
}
