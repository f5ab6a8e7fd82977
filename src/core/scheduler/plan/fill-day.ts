import type { CardId } from '../../model/id.ts';

/** The part of a day's time that new cards have however many reviews wait. */
export const newShare = 0.2;
/** The same while an exam is ahead: a card never seen is certainly not known. */
export const newShareBeforeExam = 0.5;

export interface DayRequest {
  /** Forgotten today: they are asked again whatever the time says. */
  readonly forgotten: readonly CardId[];
  /** In the order of need. */
  readonly due: readonly CardId[];
  /** In the order of learning, no more than the day allows. */
  readonly fresh: readonly CardId[];
  readonly secondsOf: (card: CardId) => number;
  /** Seconds that are left of the day's. */
  readonly seconds: number;
  /** Seconds of these that reviews leave to new cards, if there are any. */
  readonly keptForNew: number;
}

/** What is taken beside the forgotten cards. */
export interface FilledDay {
  readonly reviews: readonly CardId[];
  readonly fresh: readonly CardId[];
}

/**
 * What of the day's cards comes nearest to its time: reviews but for the part that is kept for new cards, new cards,
 * then reviews again in what is left. Each in order; one card at least if there is any time at all.
 */
export function fillDay(request: DayRequest): FilledDay {
  const { forgotten, due, fresh, secondsOf, seconds } = request;
  const sum = (cards: readonly CardId[]) => cards.reduce((total, card) => total + secondsOf(card), 0);
  const kept = Math.min(request.keptForNew, sum(fresh));
  const spent = sum(forgotten);
  const first = countFitting(due, secondsOf, seconds - kept - spent);
  const early = due.slice(0, first);
  const taken = fresh.slice(0, countFitting(fresh, secondsOf, seconds - spent - sum(early)));
  const late = due.slice(first);
  const rest = late.slice(0, countFitting(late, secondsOf, seconds - spent - sum(early) - sum(taken)));
  const reviews = [...early, ...rest];
  if (seconds <= 0 || forgotten.length + reviews.length + taken.length > 0) return { reviews, fresh: taken };
  return due.length > 0 ? { reviews: due.slice(0, 1), fresh: [] } : { reviews: [], fresh: fresh.slice(0, 1) };
}

/** How many from the front fit; the last may overrun by less than half of itself. */
export function countFitting(cards: readonly CardId[], secondsOf: (card: CardId) => number, seconds: number): number {
  let left = seconds;
  const place = cards.findIndex((card) => {
    const took = secondsOf(card);
    if (took / 2 >= left) return true;
    left -= took;
    return false;
  });
  return place < 0 ? cards.length : place;
}
