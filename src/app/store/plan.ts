import { type NoteAddress, noteKey } from '../../core/model/address.ts';
import { type CardId, cardIdOf, type PackId, packOf, questionOfCard } from '../../core/model/id.ts';
import { secondsPerCard } from '../../core/scheduler/pace.ts';
import { planToday, type TodayPlan } from '../../core/scheduler/study-queue.ts';
import { titleOfAddress } from './deck-store.ts';
import { questionsOn } from './packs-on.ts';
import type { Stores } from './stores.tsx';

/** Today's set. `more` asks for that many cards beyond it; `topic` keeps to the cards of one note. */
export function planFrom({ record, decks }: PlanSources, { more, topic }: PlanWishes = {}): TodayPlan {
  const { cards, settings, today, scheduler, log } = record.getState();
  const questions = questionsOn({ record, decks });
  const beyond = more === undefined ? 0 : more + introducedOn(today(), cards);
  return planToday({
    today: today(),
    states: cards,
    questions: topic === undefined ? questions : questions.filter(({ note }) => isSameNote(note, topic)),
    settings: { ...settings, newPerDay: Math.max(settings.newPerDay, beyond) },
    scheduler: scheduler(),
    secondsPerCard: secondsPerCard(log()),
    ...(more === undefined ? {} : { atMost: more }),
  });
}

export type PlanSources = Pick<Stores, 'record' | 'decks'>;

export interface PlanWishes {
  readonly more?: number | undefined;
  /** Null, for an address that no pack has, is a topic without cards. */
  readonly topic?: NoteAddress | null | undefined;
}

function isSameNote(a: NoteAddress | null, b: NoteAddress | null): boolean {
  return a !== null && b !== null && a.pack === b.pack && a.note === b.note;
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
  const questions = questionsOn({ record, decks });
  const open = new Set(questions.map(({ id }) => id));
  const fresh = questions
    .filter(({ status }) => status === 'scored' || status === 'pilot')
    .map(({ id, kind }) => cardIdOf(id, kind === 'cloze' ? 1 : 0));
  const byQuestion = new Map<string, CardId>();
  for (const card of [...dueFirst, ...fresh]) {
    const question = questionOfCard(card);
    if (open.has(question) && !byQuestion.has(question)) byQuestion.set(question, card);
  }
  return [...byQuestion.values()].slice(0, count);
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
