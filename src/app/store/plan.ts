import { type NoteAddress, noteKey } from '../../core/model/address.ts';
import { type CardId, type PackId, packOf, questionOfCard } from '../../core/model/id.ts';
import type { OpenRequest } from '../../core/scheduler/plan/open-questions.ts';
import { lookAhead, type Outlook } from '../../core/scheduler/plan/outlook.ts';
import { measurePace, type Pace } from '../../core/scheduler/plan/pace.ts';
import { practiseAhead } from '../../core/scheduler/plan/practise-ahead.ts';
import { planToday, type TodayPlan, type TodayRequest } from '../../core/scheduler/plan/study-queue.ts';
import { titleOfAddress } from './deck-store.ts';
import { questionsOn } from './packs-on.ts';
import type { Stores } from './stores.tsx';

/** Today's set, or what is wished beyond it; `topic` keeps to the cards of one note. */
export function planFrom(sources: PlanSources, { beyond, topic }: PlanWishes = {}): TodayPlan {
  const { settings, scheduler } = sources.record.getState();
  return planToday({
    ...studied(sources, topic),
    settings,
    scheduler: scheduler(),
    pace: paceFrom(sources),
    ...(beyond === undefined ? {} : { beyond }),
  });
}

export type PlanSources = Pick<Stores, 'record' | 'decks'>;

export interface PlanWishes {
  readonly beyond?: TodayRequest['beyond'];
  /** Null, for an address that no pack has, is a topic without cards. */
  readonly topic?: NoteAddress | null | undefined;
}

const moreCards = 10;
const moreMinutes = 5;

/** What is offered once today's set is done: some more cards, or some more minutes, while there are any. Both count. */
export function moreThanToday(sources: PlanSources): readonly MoreOffer[] {
  const { cards } = planFrom(sources, { beyond: { cards: moreCards } });
  if (cards.length === 0) return [];
  const timed = planFrom(sources, { beyond: { minutes: moreMinutes } });
  const byCount = { words: `${cards.length} more`, cards, path: `/review?more=${moreCards}` };
  if (timed.cards.length === cards.length) return [byCount];
  return [
    byCount,
    { words: `${moreMinutes} more minutes`, cards: timed.cards, path: `/review?minutes=${moreMinutes}` },
  ];
}

export interface MoreOffer {
  readonly words: string;
  readonly cards: readonly CardId[];
  /** The address at which a review of these begins. */
  readonly path: string;
}

/** Reads what `MoreOffer.path` asks for; undefined when it asks for today's set. */
export function readBeyond(parameters: URLSearchParams): PlanWishes['beyond'] {
  const [cards, minutes] = ['more', 'minutes'].map((name) => Number(parameters.get(name)));
  if (isWhole(cards, 200)) return { cards };
  return isWhole(minutes, 240) ? { minutes } : undefined;
}

function isWhole(number: number | undefined, most: number): number is number {
  return number !== undefined && Number.isInteger(number) && number > 0 && number <= most;
}

/** How long the cards that wait take, and what will have been seen by the exam. */
export function outlookFrom(sources: PlanSources): Outlook {
  const { settings, scheduler } = sources.record.getState();
  return lookAhead({ ...studied(sources), settings, scheduler: scheduler(), pace: paceFrom(sources) });
}

/** Cards to practise before their time. */
export function cardsAhead(sources: PlanSources, count: number): readonly CardId[] {
  return practiseAhead(studied(sources), count);
}

function studied(sources: PlanSources, topic?: NoteAddress | null): OpenRequest {
  const { cards: states, today } = sources.record.getState();
  const all = questionsOn(sources);
  const questions = topic === undefined ? all : all.filter(({ note }) => isSameNote(note, topic));
  return { today: today(), states, questions };
}

function isSameNote(a: NoteAddress | null, b: NoteAddress | null): boolean {
  return a !== null && b !== null && a.pack === b.pack && a.note === b.note;
}

function paceFrom({ record, decks }: PlanSources): Pace {
  const { log, cards: states } = record.getState();
  const { summaries } = decks.getState();
  return measurePace({ log: log(), states, kindOf: (card) => summaries.get(questionOfCard(card))?.kind ?? null });
}

/** How many of the planned cards belong to each note, most first. */
export function topicMix({ decks }: PlanSources, cards: readonly CardId[]): readonly TopicShare[] {
  const state = decks.getState();
  const shares = new Map<string, TopicShare>();
  for (const card of cards) {
    const note = state.summaries.get(questionOfCard(card))?.note ?? null;
    const whole = note && { ...note, section: null };
    const key = whole === null ? packOf(card) : noteKey(whole);
    const title = whole === null ? 'Other cards' : titleOfAddress(state, whole);
    shares.set(key, { key, pack: packOf(card), title, count: (shares.get(key)?.count ?? 0) + 1 });
  }
  return [...shares.values()].sort((a, b) => b.count - a.count);
}

export interface TopicShare {
  readonly key: string;
  readonly pack: PackId;
  /** Of the note; "Other cards" for those without one. */
  readonly title: string;
  readonly count: number;
}
