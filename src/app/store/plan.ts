import type { CardId, NoteId } from '../../core/model/id.ts';
import { cardIdOf, questionOfCard } from '../../core/model/id.ts';
import { secondsPerCard } from '../../core/scheduler/pace.ts';
import { planToday, type TodayPlan } from '../../core/scheduler/study-queue.ts';
import type { Stores } from './stores.tsx';

/** Today's set. `more` asks for that many cards beyond it; `topic` keeps to the cards of one note. */
export function planFrom({ record, decks }: PlanSources, { more, topic }: PlanWishes = {}): TodayPlan {
  const { cards, settings, today, scheduler, log } = record.getState();
  const summaries = [...decks.getState().summaries.values()];
  const beyond = more === undefined ? 0 : more + introducedOn(today(), cards);
  return planToday({
    today: today(),
    states: cards,
    questions: topic === undefined ? summaries : summaries.filter(({ note }) => note?.note === topic),
    settings: { ...settings, newPerDay: Math.max(settings.newPerDay, beyond) },
    scheduler: scheduler(),
    secondsPerCard: secondsPerCard(log()),
    ...(more === undefined ? {} : { atMost: more }),
  });
}

export type PlanSources = Pick<Stores, 'record' | 'decks'>;

export interface PlanWishes {
  readonly more?: number | undefined;
  readonly topic?: NoteId | undefined;
}

type States = ReturnType<PlanSources['record']['getState']>['cards'];

function introducedOn(day: number, states: States): number {
  let introduced = 0;
  for (const state of states.values()) if (state.firstDay === day) introduced += 1;
  return introduced;
}

/** Cards to practise before their time: those that come due first, then new ones, one a question. */
export function cardsAhead({ record, decks }: PlanSources, count: number): readonly CardId[] {
  const { cards: states } = record.getState();
  const dueFirst = [...states.values()]
    .filter(({ due, suspended }) => due !== null && !suspended)
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0))
    .map(({ card }) => card);
  const fresh = [...decks.getState().summaries.values()]
    .filter(({ status }) => status === 'scored' || status === 'pilot')
    .map(({ id, kind }) => cardIdOf(id, kind === 'cloze' ? 1 : 0));
  const byQuestion = new Map<string, CardId>();
  for (const card of [...dueFirst, ...fresh]) {
    const question = questionOfCard(card);
    if (decks.getState().summaries.has(question) && !byQuestion.has(question)) byQuestion.set(question, card);
  }
  return [...byQuestion.values()].slice(0, count);
}

/** How many of the planned cards belong to each note, most first. */
export function topicMix({ decks }: PlanSources, cards: readonly CardId[]): readonly TopicShare[] {
  const { summaries, indexes } = decks.getState();
  const counts = new Map<string, number>();
  for (const card of cards) {
    const note = summaries.get(questionOfCard(card))?.note?.note ?? '';
    counts.set(note, (counts.get(note) ?? 0) + 1);
  }
  const titles = new Map(
    [...indexes.values()].flatMap(({ notes }) => notes.map(({ id, title }) => [String(id), title])),
  );
  return [...counts]
    .map(([note, count]) => ({ note, title: titles.get(note) ?? 'Other cards', count }))
    .sort((a, b) => b.count - a.count);
}

export interface TopicShare {
  /** Empty for cards without a note. */
  readonly note: string;
  readonly title: string;
  readonly count: number;
}
