import type { CardId } from '../model/id.ts';
import type { Answer } from '../scheduler/fold/latest-answers.ts';
import { spacing } from '../scheduler/plan/spacing.ts';
import { type Rest, type Session, type SessionRating, sessionOf } from './session.ts';

/** Fewer than these between two showings test the eye, not the memory: the session looks for others to stand there. */
const leastSpacing = 3;
/** A card that was missed so often today is left for tomorrow. */
const missesToLeave = 4;

/** The session after the current card was rated; a session that is done stays as it is. */
export function rateCard(session: Session, rated: SessionRating): Session {
  const card = session.current;
  if (card === null || rated.rating !== 1) return rateOnce(session, rated);
  const rest = withStep(session, card, rated);
  const again = rest.history.filter((step) => step.card === card && step.rating === 1);
  const misses = again.filter(({ isMiss }) => isMiss).length;
  if (rated.isMiss && misses >= missesToLeave)
    return sessionOf(session.waiting, { ...rest, left: [...session.left, card] });
  return sendBack(card, session.waiting, rest, again.length === 1 ? 1 : leastSpacing);
}

/** The same where nothing is asked again: on a question's own page. */
export function rateOnce(session: Session, rated: SessionRating): Session {
  const card = session.current;
  return card === null ? session : sessionOf(session.waiting, withStep(session, card, rated));
}

function withStep(session: Session, card: CardId, rated: SessionRating): Session {
  return { ...session, history: [...session.history, { card, ...rated }], previous: session };
}

/** One of the two: `repeats` says whether a forgotten card is asked again. */
export function rateEither(session: Session, rated: SessionRating, repeats: boolean): Session {
  return repeats ? rateCard(session, rated) : rateOnce(session, rated);
}

/** The same for a rating of another tab: undo, which takes back what this tab wrote, passes it by. */
export function rateElsewhere(session: Session, answer: Answer, repeats: boolean): Session {
  const rated = { rating: answer.r, isMiss: answer.r === 1 && answer.score !== 1 };
  return { ...rateEither(session, rated, repeats), previous: session.previous };
}

/** The session with that card on screen; null when it is not to come. */
export function withCurrent(session: Session, card: CardId): Session | null {
  const queue = session.current === null ? [] : [session.current, ...session.waiting];
  if (!queue.includes(card)) return null;
  return { ...session, current: card, waiting: queue.filter((other) => other !== card) };
}

/** The session without the current card (suspended, buried, cannot be shown). Not a rating. */
export function skipCard(session: Session): Session {
  if (session.current === null) return session;
  return goOn(session.waiting, { ...session, previous: session });
}

/**
 * The session without cards that need not be asked any more; undo does not bring them back, but for those that it leads
 * to. What was rated here stays in `history`.
 */
export function withoutCards(session: Session, gone: ReadonlySet<CardId>): Session {
  const { current, previous, history } = session;
  const stays = (card: CardId) => !gone.has(card);
  const asked = new Set(history.map(({ card }) => card));
  const rest = {
    ...session,
    cards: session.cards.filter((card) => stays(card) || asked.has(card)),
    later: session.later.filter(stays),
    spare: session.spare.filter(stays),
    previous: previous && withoutCards(previous, new Set([...gone].filter((card) => card !== previous.current))),
  };
  const waiting = session.waiting.filter(stays);
  if (current === null) return sessionOf([], rest);
  return stays(current) ? sessionOf([current, ...waiting], rest) : goOn(waiting, rest);
}

/** The next card that waits; the one that was forgotten just now is not the very next. */
function goOn(waiting: readonly CardId[], rest: Rest): Session {
  const last = rest.history.at(-1);
  const [next, ...others] = waiting;
  if (next === undefined || last?.rating !== 1 || last.card !== next) return sessionOf(waiting, rest);
  return sendBack(next, others, rest, 1);
}

/** The session as it was before the last rating or skip; the first one has nothing to undo. */
export function undoRating(session: Session): Session {
  return session.previous ?? session;
}

/**
 * More cards at the end ("10 more"); those that are still to come are passed over, a finished one is asked again,
 * though not as the very next while another can stand before it.
 */
export function extendSession(session: Session, cards: readonly CardId[]): Session {
  const queue = session.current === null ? [] : [session.current, ...session.waiting];
  const added = [...new Set(cards)].filter((card) => !queue.includes(card));
  // Undoing past this point must not lose what was asked for.
  const previous = session.previous && extendSession(session.previous, cards);
  const next = session.current === null ? apart(added, session.history.at(-1)?.card) : [...queue, ...added];
  return sessionOf(next, {
    ...session,
    cards: [...new Set([...session.cards, ...added])],
    later: session.later.filter((card) => !added.includes(card)),
    spare: session.spare.filter((card) => !added.includes(card)),
    previous,
  });
}

/**
 * A forgotten card goes back behind eight others, or to the end; spare cards are drawn in where fewer than three
 * are left. With fewer than `least` between, it leaves the session for a later one of today.
 */
function sendBack(card: CardId, waiting: readonly CardId[], rest: Rest, least: number): Session {
  const drawn = rest.spare.slice(0, Math.max(0, leastSpacing - waiting.length));
  const between = [...waiting, ...drawn];
  if (between.length < least) return sessionOf(waiting, { ...rest, later: [...rest.later, card] });
  const spare = rest.spare.slice(drawn.length);
  return sessionOf(insertLater(between, card), { ...rest, spare, cards: [...rest.cards, ...drawn] });
}

/** The queue in which the card asked last does not stand first, unless it stands alone. */
function apart(queue: readonly CardId[], last: CardId | undefined): readonly CardId[] {
  const [next, ...others] = queue;
  return next === undefined || next !== last ? queue : insertLater(others, next);
}

function insertLater(waiting: readonly CardId[], card: CardId): readonly CardId[] {
  return [...waiting.slice(0, spacing), card, ...waiting.slice(spacing)];
}
