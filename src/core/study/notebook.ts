import { type NoteAddress, noteKey } from '../model/address.ts';
import type { CardState } from '../model/card-state.ts';
import { cardsOf } from '../model/cards-of.ts';
import type { QuestionSummary } from '../model/deck.ts';
import { type CardId, type PackId, packOf, type QuestionId, questionOfCard } from '../model/id.ts';
import { isPackOn, type PackSwitches } from '../model/pack-switches.ts';
import { isStudied } from '../model/question.ts';
import { wasMissedLast } from './practice.ts';

/**
 * How a square is inked: `open` while it was never answered, `missed` when the last answer was wrong, else how long the
 * memory lasts, 1 for days to 4 for a month or more.
 */
export type Ink = 'open' | 'missed' | 1 | 2 | 3 | 4;

/** Of one note, or of what belongs to none. */
export interface NotebookRow extends Tally {
  readonly key: string;
  readonly pack: PackId;
  readonly note: NoteAddress | null;
  /** One for each question in learning order, or for each section where there are very many. */
  readonly squares: readonly Ink[];
  /** The question of each square; empty where a square is a section. */
  readonly ids: readonly QuestionId[];
}

/** Numbers of questions. */
export interface Tally {
  readonly questions: number;
  /** Answered at least once. */
  readonly seen: number;
  /** Of those, remembered for a week or more. */
  readonly known: number;
  /** Of those, wrong the last time. */
  readonly missed: number;
}

/** Everything there is to learn in the packs that are on, and how far it has come. */
export interface Notebook {
  readonly rows: readonly NotebookRow[];
  readonly all: Tally;
  readonly square: 'question' | 'section';
}

/** Beyond as many, squares of single questions would be a wall. */
const mostSquares = 1200;

/** Days of stability from which on the ink is that of the next level. */
const levels = [3, 7, 30] as const;
const knownLevel = 3;

const practiceOrder: readonly Ink[] = ['missed', 1, 2, 3, 4, 'open'];
/** As many as a run of today's set has at most. */
const mostPractised = 40;

export interface NotebookFacts {
  readonly cards: ReadonlyMap<CardId, CardState>;
  /** Every question of all packs, each pack's in learning order. */
  readonly summaries: ReadonlyMap<QuestionId, QuestionSummary>;
  readonly packs: PackSwitches;
}

export function drawNotebook({ summaries, cards, packs }: NotebookFacts): Notebook {
  const groups = [...groupsOf(summaries)].flatMap(([key, questions]) => {
    const [first, ...others] = questions.filter(({ id }) => isPackOn(packs, packOf(id)));
    return first === undefined ? [] : [[key, [first, ...others]] as const];
  });
  const count = groups.reduce((all, [, questions]) => all + questions.length, 0);
  const square = count > mostSquares ? 'section' : 'question';
  const rows = groups.map(([key, questions]) => rowOf(key, questions, { cards, square }));
  return { rows, all: sum(rows), square };
}

/** The row of one note, with a square a question: for as much work as the note has questions. */
export function rowOfNote(note: NoteAddress, { summaries, cards }: Omit<NotebookFacts, 'packs'>): NotebookRow | null {
  const key = topicKey(note.pack, note);
  const questions = groupsOf(summaries).get(key);
  return questions === undefined ? null : rowOf(key, questions, { cards, square: 'question' });
}

/** The cards that may be asked and were missed: the last time unless said otherwise. Those answered last come first. */
export function missedCards(
  { summaries, cards, packs }: NotebookFacts,
  wasMissed: (state: CardState) => boolean = wasMissedLast,
): readonly CardId[] {
  const isAsked = (card: CardId) => {
    const question = summaries.get(questionOfCard(card));
    return question !== undefined && isStudied(question) && isPackOn(packs, packOf(card));
  };
  return [...cards.values()]
    .filter((state) => wasMissed(state) && !state.suspended && isAsked(state.card))
    .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))
    .map(({ card }) => card);
}

/** The cards of a note as they are best practised: missed ones first, then from the least known to those to come. */
export function practiceOfNote(
  note: NoteAddress,
  { summaries, cards }: Omit<NotebookFacts, 'packs'>,
): readonly CardId[] {
  const questions = groupsOf(summaries).get(topicKey(note.pack, note)) ?? [];
  const open = questions.flatMap(cardsOf).filter((card) => cards.get(card)?.suspended !== true);
  const placeOf = (card: CardId) => practiceOrder.indexOf(inkOfCard(cards.get(card)));
  return open.toSorted((a, b) => placeOf(a) - placeOf(b)).slice(0, mostPractised);
}

/** The ink of one question: that of its card which is known least. */
export function inkOf(question: QuestionSummary, cards: NotebookFacts['cards']): Ink {
  return faintest(cardsOf(question).map((card) => inkOfCard(cards.get(card))));
}

function inkOfCard(state: CardState | undefined): Ink {
  if (state === undefined || state.due === null) return 'open';
  if (wasMissedLast(state)) return 'missed';
  return (1 + levels.filter((days) => state.stability >= days).length) as Ink;
}

/** Whether a card was right the last time and is remembered for a week or more. */
export function isKnown(state: CardState): boolean {
  const ink = inkOfCard(state);
  return typeof ink === 'number' && ink >= knownLevel;
}

/** A wrong answer to one card outweighs that others of its question were never asked. */
function faintest(inks: readonly Ink[]): Ink {
  if (inks.includes('missed')) return 'missed';
  const given = inks.filter((ink) => typeof ink === 'number');
  if (given.length === 0) return 'open';
  return given.length < inks.length ? 1 : (Math.min(...given) as Ink);
}

function rowOf(key: string, questions: NoteQuestions, { cards, square }: DrawnWith): NotebookRow {
  const [first] = questions;
  const inks = questions.map((question) => inkOf(question, cards));
  const isEach = square === 'question';
  const squares = isEach ? inks : inksOfSections(questions, inks);
  const ids = isEach ? questions.map(({ id }) => id) : [];
  const note = first.note && { ...first.note, section: null };
  return { key, pack: packOf(first.id), note, squares, ids, ...tally(inks) };
}

interface DrawnWith extends Pick<NotebookFacts, 'cards'> {
  readonly square: Notebook['square'];
}

/** By what cards and questions are told apart in a list of topics: their note, or their pack where they have none. */
export function topicKey(pack: PackId, note: NoteAddress | null): string {
  return note === null ? pack : noteKey({ ...note, section: null });
}

/** Missed where one is; else as known as its questions are on average, a section without any answer open. */
function inksOfSections(questions: readonly QuestionSummary[], inks: readonly Ink[]): readonly Ink[] {
  const places = questions.map((_, place) => place);
  const sections = groupBy(places, (place) => questions[place]?.note?.section ?? '');
  return [...sections.values()].map((of) => average(of.map((place) => inks[place] ?? 'open')));
}

function average(inks: readonly Ink[]): Ink {
  if (inks.includes('missed')) return 'missed';
  const levelOf = (ink: Ink) => (typeof ink === 'number' ? ink : 0);
  const mean = inks.reduce((all, ink) => all + levelOf(ink), 0) / inks.length;
  return mean === 0 ? 'open' : (Math.max(1, Math.floor(mean)) as Ink);
}

function tally(inks: readonly Ink[]): Tally {
  const count = (fits: (ink: Ink) => boolean) => inks.filter(fits).length;
  return {
    questions: inks.length,
    seen: count((ink) => ink !== 'open'),
    known: count((ink) => typeof ink === 'number' && ink >= knownLevel),
    missed: count((ink) => ink === 'missed'),
  };
}

function sum(tallies: readonly Tally[]): Tally {
  const add = (of: keyof Tally) => tallies.reduce((all, each) => all + each[of], 0);
  return { questions: add('questions'), seen: add('seen'), known: add('known'), missed: add('missed') };
}

type NoteQuestions = readonly [QuestionSummary, ...QuestionSummary[]];

const known = new WeakMap<NotebookFacts['summaries'], ReadonlyMap<string, NoteQuestions>>();

/** The questions that are asked, by their note; grouped once for the same questions. */
function groupsOf(summaries: NotebookFacts['summaries']): ReadonlyMap<string, NoteQuestions> {
  const before = known.get(summaries);
  if (before !== undefined) return before;
  const groups = groupBy([...summaries.values()].filter(isStudied), ({ id, note }) => topicKey(packOf(id), note));
  known.set(summaries, groups);
  return groups;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
