import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NoteAddress } from '../../core/model/address.ts';
import type { DeckIndex, NoteSummary, QuestionSummary, SearchDocument } from '../../core/model/deck.ts';
import { type NoteId, type PackId, packOf, type QuestionId } from '../../core/model/id.ts';
import type { Note } from '../../core/model/pack.ts';
import type { Question } from '../../core/model/question.ts';
import { inLearningOrder } from '../../core/scheduler/plan/learning-order.ts';
import type { DeckSource } from '../ports.ts';

/** The packs of this installation: indexes loaded whole, questions and notes when they are opened. */
export interface DeckState {
  /** `loading` until every index is there; `failed` when one could not be read. */
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** Why an index could not be read, in the browser's words. */
  readonly failure: string;
  readonly indexes: ReadonlyMap<PackId, DeckIndex>;
  /** Every question, pack by pack in learning order. */
  readonly summaries: ReadonlyMap<QuestionId, QuestionSummary>;
  /** Questions loaded so far. */
  readonly questions: ReadonlyMap<QuestionId, Question>;
  /** Counts the changes of packs while the app runs, so that open notes are read again. */
  readonly revision: number;
  /** Resolves when they are there or have failed, whoever asked first. */
  loadIndexes(): Promise<void>;
  /** The question, loading its shard when needed; null when no pack has it. Rejects when it cannot be read. */
  loadQuestion(id: QuestionId): Promise<Question | null>;
  /** Rejects when the note's shard cannot be read; null when the pack has no such note. */
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
    indexes: new Map(),
    summaries: new Map(),
    questions: firstQuestions(source),
    revision: 0,
    loadIndexes: async () => {
      if (get().status === 'ready') return;
      underWay ??= readIndexes(source, store).finally(() => {
        underWay = null;
      });
      await underWay;
    },
    loadQuestion: (id) => loadQuestion(source, store, id),
    loadNote: async (pack, note) => {
      await get().loadIndexes();
      const shard = findNote(get(), pack, note)?.shard;
      return shard === undefined ? null : source.loadNote(shard);
    },
    loadSearch: async () => {
      await get().loadIndexes();
      if (get().status === 'failed') throw new Error(get().failure);
      const documents = [...get().indexes.values()].map(({ searchShard }) => source.loadSearch(searchShard));
      return (await Promise.all(documents)).flat();
    },
  }));
  source.subscribe((pack) => void reloadPack(source, store, pack));
  return store;
}

async function readIndexes(source: DeckSource, store: DeckStore): Promise<void> {
  store.setState({ status: 'loading', failure: '' });
  try {
    const indexes = await Promise.all(source.packs.map(({ id }) => source.loadIndex(id)));
    store.setState({ status: 'ready', ...indexed(indexes) });
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

function indexed(indexes: readonly DeckIndex[]): Pick<DeckState, 'indexes' | 'summaries'> {
  return {
    indexes: new Map(indexes.map((index) => [index.pack.id, index])),
    summaries: new Map(indexes.flatMap(inLearningOrder).map((question) => [question.id, question])),
  };
}

async function loadQuestion(source: DeckSource, store: DeckStore, id: QuestionId): Promise<Question | null> {
  const known = store.getState().questions.get(id);
  if (known !== undefined) return known;
  await store.getState().loadIndexes();
  const address = shardOf(store.getState(), id);
  if (address === undefined) return null;
  keepQuestions(store, await source.loadQuestions(address));
  return store.getState().questions.get(id) ?? null;
}

function shardOf({ indexes, summaries }: DeckState, id: QuestionId): string | undefined {
  const shard = summaries.get(id)?.shard;
  const index = indexes.get(packOf(id));
  return shard === undefined ? undefined : index?.questionShards[shard];
}

function keepQuestions(store: DeckStore, loaded: readonly Question[]): void {
  store.setState(({ questions }) => ({
    questions: new Map([...questions, ...loaded.map((question) => [question.id, question] as const)]),
  }));
}

/** Reads a changed pack again, with the questions that were already loaded; the last good one stays on failure. */
async function reloadPack(source: DeckSource, store: DeckStore, pack: PackId): Promise<void> {
  const index = await source.loadIndex(pack).catch(() => null);
  if (index === null) return;
  store.setState(({ indexes, revision }) => {
    // In its place: what an old address means depends on the order of the packs.
    const changed = new Map(indexes).set(pack, index);
    return { status: 'ready', revision: revision + 1, ...indexed([...changed.values()]) };
  });
  const wanted = [...store.getState().questions.keys()].filter((id) => id.startsWith(`${pack}/`));
  const shards = new Set(wanted.flatMap((id) => shardOf(store.getState(), id) ?? []));
  const loaded = await Promise.all([...shards].map((address) => source.loadQuestions(address).catch(() => [])));
  keepQuestions(store, loaded.flat());
}
