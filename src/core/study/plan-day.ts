import type { NoteAddress } from '../model/address.ts';
import { type CardState, newSchedule } from '../model/card-state.ts';
import type { QuestionSummary } from '../model/deck.ts';
import { type CardId, type PackId, packOf, type QuestionId, questionOfCard, type StudyDay } from '../model/id.ts';
import type { LogEntry } from '../model/log/log-entry.ts';
import { isPackOn, type PackSwitches } from '../model/pack-switches.ts';
import type { Settings } from '../model/settings.ts';
import { schedulerOf } from '../scheduler/memory/own-scheduler.ts';
import { lookAhead, type Outlook } from '../scheduler/plan/outlook.ts';
import { measurePace } from '../scheduler/plan/pace.ts';
import { practiseAhead } from '../scheduler/plan/practise-ahead.ts';
import { planToday, type TodayPlan } from '../scheduler/plan/study-queue.ts';
import type { ExamKnowledge, TodayRequest } from '../scheduler/plan/today-request.ts';
import { once } from '../text/once.ts';
import { drawNotebook, type Notebook, type NotebookRow, rowOfNote, topicKey } from './notebook.ts';
import { wasMissedLast } from './practice.ts';

/** All that a day's plan follows from: data only, so that it can be planned in another thread. */
export interface PlanFacts {
  readonly today: StudyDay;
  readonly cards: ReadonlyMap<CardId, CardState>;
  /** The latest entries in any order, as the pace needs them (`PaceRequest`). */
  readonly recent: readonly LogEntry[];
  readonly settings: Settings;
  /** Every question of all packs, each pack's in learning order. */
  readonly summaries: ReadonlyMap<QuestionId, QuestionSummary>;
  readonly packs: PackSwitches;
  readonly knowledge: ExamKnowledge;
}

/** What is planned for a day, of the packs that are on. Each part is computed when it is first asked for, and once. */
export interface DayPlan {
  readonly set: TodayPlan;
  /** Whether a card of the set has waited for more than a week. */
  readonly isLate: boolean;
  readonly topics: readonly TopicShare[];
  /** What is offered once the set is done: some more cards, or some more minutes, while there are any. Both count. */
  readonly more: readonly MoreOffer[];
  /** At most ten cards to practise before their time. */
  readonly ahead: readonly CardId[];
  /** How long the cards that wait take, and what will have been seen by the exam. */
  readonly outlook: Outlook;
  readonly notebook: Notebook;
  /** The row of one note; null for one without questions. */
  rowOfNote(note: NoteAddress): NotebookRow | null;
  /** The set itself, or what is wished instead of it. */
  wished(wishes: PlanWishes): TodayPlan;
}

export interface PlanWishes {
  /** So much more than the set. */
  readonly beyond?: Beyond | undefined;
  /** Keeps to the cards of one note. Null, for an address that no pack has, is a topic without cards. */
  readonly topic?: NoteAddress | null | undefined;
}

export type Beyond = NonNullable<TodayRequest['beyond']>;

export interface MoreOffer {
  readonly beyond: Beyond;
  readonly cards: readonly CardId[];
}

const more = { cards: { cards: 10 }, minutes: { minutes: 5 } } as const;
const mostAhead = 10;
const lateDays = 7;

export function planDay(facts: PlanFacts): DayPlan {
  const request = once(() => requestOf(facts));
  const wished = (wishes: PlanWishes) => planToday(withWishes(request(), wishes));
  const set = once(() => wished({}));
  const topics = once(() => topicMix(set().cards, facts));
  const offers = once(() => moreThanSet((beyond) => wished({ beyond }).cards));
  const ahead = once(() => practiseAhead(request(), mostAhead));
  const outlook = once(() => lookAhead(request()));
  const notebook = once(() => drawNotebook(facts));
  const noteRows = new Map<string, () => NotebookRow | null>();
  return {
    get set() {
      return set();
    },
    get isLate() {
      return set().cards.some((card) => (facts.cards.get(card)?.due ?? facts.today) < facts.today - lateDays);
    },
    get topics() {
      return topics();
    },
    get more() {
      return offers();
    },
    get ahead() {
      return ahead();
    },
    get outlook() {
      return outlook();
    },
    get notebook() {
      return notebook();
    },
    rowOfNote: (note) => {
      const key = topicKey(note.pack, note);
      const row = noteRows.get(key) ?? once(() => rowOfNote(note, facts));
      noteRows.set(key, row);
      return row();
    },
    wished,
  };
}

function requestOf({ today, cards: states, recent, settings, summaries, packs, knowledge }: PlanFacts): TodayRequest {
  const questions = [...summaries.values()].filter(({ id }) => isPackOn(packs, packOf(id)));
  // Whatever is on: what was learnt of the pace with a pack holds when it is off.
  const pace = measurePace({ recent, states, kindOf: (card) => summaries.get(questionOfCard(card))?.kind ?? null });
  return { today, states, questions, settings, scheduler: schedulerOf(settings), pace, knowledge };
}

function withWishes(request: TodayRequest, { beyond, topic }: PlanWishes): TodayRequest {
  const questions = request.questions.filter(({ note }) => topic === undefined || isSameNote(note, topic));
  return { ...request, questions, ...(beyond === undefined ? {} : { beyond }) };
}

function isSameNote(a: NoteAddress | null, b: NoteAddress | null): boolean {
  return a !== null && b !== null && a.pack === b.pack && a.note === b.note;
}

function moreThanSet(cardsOf: (beyond: Beyond) => readonly CardId[]): readonly MoreOffer[] {
  const byCount = { beyond: more.cards, cards: cardsOf(more.cards) };
  if (byCount.cards.length === 0) return [];
  const byTime = { beyond: more.minutes, cards: cardsOf(more.minutes) };
  return byTime.cards.length === byCount.cards.length ? [byCount] : [byCount, byTime];
}

/** How many of the cards belong to each note, most first; and what they are to the learner. */
export function topicMix(
  cards: readonly CardId[],
  { summaries, cards: states }: Pick<PlanFacts, 'summaries' | 'cards'>,
): readonly TopicShare[] {
  const shares = new Map<string, TopicShare>();
  for (const card of cards) {
    const pack = packOf(card);
    const section = summaries.get(questionOfCard(card))?.note ?? null;
    const note = section && { ...section, section: null };
    const key = topicKey(pack, note);
    const { count, missed, fresh } = shares.get(key) ?? { count: 0, missed: 0, fresh: 0 };
    const state = states.get(card) ?? newSchedule;
    const isNew = state.lastRating === null;
    const share = { count: count + 1, missed: missed + Number(wasMissedLast(state)), fresh: fresh + Number(isNew) };
    shares.set(key, { key, pack, note, ...share });
  }
  return [...shares.values()].sort((a, b) => b.count - a.count);
}

export interface TopicShare {
  readonly key: string;
  readonly pack: PackId;
  /** Null for the cards of a pack that belong to none. */
  readonly note: NoteAddress | null;
  readonly count: number;
  /** Of these, wrong the last time. */
  readonly missed: number;
  /** Of these, never answered. */
  readonly fresh: number;
}
