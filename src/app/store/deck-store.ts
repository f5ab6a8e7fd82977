import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NoteAddress } from '../../core/model/address.ts';
import type { DeckIndex, NoteSummary, QuestionSummary, SearchDocument } from '../../core/model/deck.ts';
import type { DeckSource, OpenDeck } from '../../core/model/deck-source.ts';
import { type NoteId, type PackId, packOf, type QuestionId } from '../../core/model/id.ts';
import type { Note } from '../../core/model/pack.ts';
import type { Question } from '../../core/model/question.ts';
import { inLearningOrder } from '../../core/scheduler/plan/learning-order.ts';

/** The packs of this installation: indexes loaded whole, questions and notes when they are opened. */
export interface DeckState {
  /** `loading` until every index is there; `failed` when one could not be read. */
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** Why an index could not be read, in the browser's words. */
  readonly failure: string;
  readonly open: ReadonlyMap<PackId, OpenDeck>;
  readonly indexes: ReadonlyMap<PackId, DeckIndex>;
  /** Every question, pack by pack in learning order. */
  readonly summaries: ReadonlyMap<QuestionId, QuestionSummary>;
  /** Questions loaded so far. */
  readonly questions: ReadonlyMap<QuestionId, Question>;
  /** Counts the changes of packs while the app runs, so that open notes are read again. */
  readonly revision: number;
  /** Resolves when they are there or have failed, whoever asked first. */
  loadIndexes(): Promise<void>;
  /** The question, read when needed; null when no pack has it. Rejects when it cannot be read. */
  loadQuestion(id: QuestionId): Promise<Question | null>;
  /** Rejects when the note cannot be read; null when the pack has no such note. */
  loadNote(pack: PackId, note: NoteId): Promise<Note | null>;
  /** Rejects when the packs cannot be read: nothing found would be untrue. */
  loadSearch(): Promise<readonly SearchDocument[]>;
}

export type DeckStore = StoreApi<DeckState>;

export function createDeckStore(source: DeckSource): DeckStore {
  let underWay: Promise<void> | null = null;
  const store: DeckStore = createStore<DeckState>()((_set, get) => ({
    status: 'idle',
    failure: '',
    ...shown([]),
    questions: firstQuestions(source),
    revision: 0,
    loadIndexes: async () => {
      if (get().status === 'ready') return;
      underWay ??= readIndexes(source, store).finally(() => {
        underWay = null;
      });
      await underWay;
    },
    loadQuestion: (id) => loadQuestion(store, id),
    loadNote: async (pack, note) => {
      await get().loadIndexes();
      return get().open.get(pack)?.note(note) ?? null;
    },
    loadSearch: async () => {
      await get().loadIndexes();
      if (get().status === 'failed') throw new Error(get().failure);
      return (await Promise.all([...get().open.values()].map((deck) => deck.documents()))).flat();
    },
  }));
  source.subscribe((pack) => void reloadPack(source, store, pack));
  return store;
}

async function readIndexes(source: DeckSource, store: DeckStore): Promise<void> {
  store.setState({ status: 'loading', failure: '' });
  try {
    const open = await Promise.all(source.packs.map(({ id }) => source.open(id)));
    store.setState({ status: 'ready', ...shown(open) });
  } catch (error) {
    store.setState({ status: 'failed', failure: String(error) });
  }
}

export function findNote(decks: DeckState, pack: PackId, note: NoteId): NoteSummary | undefined {
  return decks.indexes.get(pack)?.notes.find(({ id }) => id === note);
}

/** "Ports › Dynamic ports"; the note's id while the index is not there. */
export function titleOfAddress(decks: DeckState, { pack, note, section }: NoteAddress): string {
  const summary = findNote(decks, pack, note);
  if (summary === undefined) return note;
  const title = summary.sections.find(({ id }) => id === section)?.title;
  return title === undefined ? summary.title : `${summary.title} › ${title}`;
}

function firstQuestions(source: DeckSource): ReadonlyMap<QuestionId, Question> {
  return new Map(source.packs.flatMap(({ first }) => (first === null ? [] : [[first.id, first]])));
}

function shown(decks: readonly OpenDeck[]): Pick<DeckState, 'open' | 'indexes' | 'summaries'> {
  const indexes = decks.map(({ index }) => index);
  return {
    open: new Map(decks.map((deck) => [deck.index.pack.id, deck])),
    indexes: new Map(indexes.map((index) => [index.pack.id, index])),
    summaries: new Map(indexes.flatMap(inLearningOrder).map((question) => [question.id, question])),
  };
}

async function loadQuestion(store: DeckStore, id: QuestionId): Promise<Question | null> {
  const known = store.getState().questions.get(id);
  if (known !== undefined) return known;
  await store.getState().loadIndexes();
  const deck = store.getState().open.get(packOf(id));
  if (deck === undefined) return null;
  keepQuestions(store, await deck.questionsWith(id));
  return store.getState().questions.get(id) ?? null;
}

function keepQuestions(store: DeckStore, loaded: readonly Question[]): void {
  store.setState(({ questions }) => ({
    questions: new Map([...questions, ...loaded.map((question) => [question.id, question] as const)]),
  }));
}

/** Reads a changed pack again, with the questions that were already loaded; the last good one stays on failure. */
async function reloadPack(source: DeckSource, store: DeckStore, pack: PackId): Promise<void> {
  const deck = await source.open(pack).catch(() => null);
  if (deck === null) return;
  store.setState(({ open, revision }) => {
    // In its place: what an old address means depends on the order of the packs.
    const changed = new Map(open).set(pack, deck);
    return { status: 'ready', revision: revision + 1, ...shown([...changed.values()]) };
  });
  const wanted = [...store.getState().questions.keys()].filter((id) => packOf(id) === pack);
  const loaded = await Promise.all(wanted.map((id) => deck.questionsWith(id).catch(() => [])));
  keepQuestions(store, [...new Set(loaded)].flat());
}
