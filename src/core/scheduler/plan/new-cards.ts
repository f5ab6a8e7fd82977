import type { CardState } from '../../model/card-state.ts';
import { type CardId, type PackId, packOf, questionOfCard, type StudyDay } from '../../model/id.ts';
import type { OpenQuestion, Seen } from './open-questions.ts';

interface NewRequest {
  readonly today: StudyDay;
  readonly states: ReadonlyMap<CardId, CardState>;
}

/**
 * Every card that may be seen for the first time today, one a question, in the order in which they come: each pack's
 * in its own order, the packs taking turns. The pack of which fewest were introduced today is next; between equals the
 * turn begins with another pack each day, so that even one new card a day comes from all of them.
 */
export function newCards(request: NewRequest, open: readonly OpenQuestion[], seen: Seen): readonly CardId[] {
  const fresh: CardId[] = [];
  for (const { question, cards } of open) {
    const card = seen.has(question.id) ? undefined : cards.find((each) => isUnseen(request.states.get(each)));
    if (card !== undefined) fresh.push(card);
  }
  return inTurns(fresh, request);
}

export function isUnseen(state: CardState | undefined): boolean {
  return state === undefined || state.due === null;
}

/** Cards seen for the first time today. */
export function introducedToday({ states, today }: NewRequest): readonly CardId[] {
  return [...states.values()].filter(({ firstDay }) => firstDay === today).map(({ card }) => card);
}

interface Lane {
  readonly cards: CardId[];
  /** How many of the pack's cards were introduced today, those taken here included. */
  taken: number;
  next: number;
}

function inTurns(fresh: readonly CardId[], request: NewRequest): readonly CardId[] {
  const lanes = lanesOf(fresh, request);
  if (lanes.length < 2) return fresh;
  return fresh.map(() => {
    const open = lanes.filter(({ cards, next }) => next < cards.length);
    const lane = open.reduce((least, other) => (other.taken < least.taken ? other : least));
    lane.taken += 1;
    lane.next += 1;
    return lane.cards[lane.next - 1] as CardId;
  });
}

/** A lane for each pack, beginning with the one whose day it is. */
function lanesOf(fresh: readonly CardId[], request: NewRequest): readonly Lane[] {
  const lanes = new Map<PackId, Lane>();
  for (const card of fresh) {
    const lane = lanes.get(packOf(card)) ?? { cards: [], taken: 0, next: 0 };
    lane.cards.push(card);
    lanes.set(packOf(card), lane);
  }
  for (const card of introducedToday(request)) {
    const lane = lanes.get(packOf(card));
    if (lane !== undefined) lane.taken += 1;
  }
  const all = [...lanes.values()];
  const first = all.length === 0 ? 0 : request.today % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

/**
 * How many new cards today may bring in all. With an exam ahead as many as it takes to have seen every card by the day
 * before its eve, unless the learner wants none.
 */
export function newAllowance(newPerDay: number, unseen: number, daysToExam: number | null): number {
  if (newPerDay === 0 || daysToExam === null || daysToExam < 1) return newPerDay;
  return Math.max(newPerDay, Math.ceil(unseen / Math.max(1, daysToExam - 1)));
}

/** Cards that were never answered, siblings included. */
export function countUnseen({ states }: NewRequest, open: readonly OpenQuestion[]): number {
  let unseen = 0;
  for (const { cards } of open) for (const card of cards) if (isUnseen(states.get(card))) unseen += 1;
  return unseen;
}

export function withoutQuestionsOf(fresh: readonly CardId[], due: readonly CardId[]): readonly CardId[] {
  if (due.length === 0) return fresh;
  const taken = new Set(due.map(questionOfCard));
  return fresh.filter((card) => !taken.has(questionOfCard(card)));
}
