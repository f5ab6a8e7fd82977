import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '../../src/app/app.tsx';
import { later } from '../../src/app/later.ts';
import type { Ports } from '../../src/app/ports.ts';
import { createStores, type Stores } from '../../src/app/store/stores.tsx';
import type { Deck } from '../../src/core/model/deck.ts';
import type { DeckSource } from '../../src/core/model/deck-source.ts';
import { type OptionId, questionIdOf, type Timestamp } from '../../src/core/model/id.ts';
import type { LogStore, OpenedRecord, StartReport } from '../../src/core/model/log/log-store.ts';
import type { Note, PackInfo } from '../../src/core/model/pack.ts';
import type { AnswerOption, Question } from '../../src/core/model/question.ts';
import type { Tabs } from '../../src/core/model/tabs.ts';
import { createMemoryStore } from '../../src/io/storage/memory-store.ts';
import { logId, noteId, packId, showingId } from '../core/ids.ts';
import { decksInMemory } from '../decks-in-memory.ts';
import { meterInProcess } from '../meter-in-process.ts';
import { pricesInProcess } from '../prices-in-process.ts';
import { searchInProcess } from '../search-in-process.ts';
import { base } from './card/question-base.ts';

export function option(id: string, right = false): AnswerOption {
  return {
    id: id as OptionId,
    text: [['p', 0, `Option ${id}`]],
    right,
    rationale: [['p', 0, `Reason of ${id}.`]],
    belief: null,
    pinned: false,
  };
}

/** Options in written order, so that letters in tests are fixed: the first one is right. */
export function choice(id: string): Question {
  return {
    ...base(id),
    kind: 'choice',
    shuffle: false,
    options: [option('alpha', true), option('beta'), option('gamma')],
  };
}

export function multi(id: string): Question {
  const options = [option('alpha', true), option('beta'), option('gamma', true), option('delta')];
  return { ...base(id), kind: 'multi', shuffle: false, options };
}

export function recall(id: string): Question {
  return { ...base(id), kind: 'recall', back: [['p', 0, `Back of ${id}`]] };
}

export function cloze(id: string): Question {
  const prompt = [['p', 0, 'The port is ', ['cloze', { n: 1, hint: 'which one' }, 'dynamic'], '.']] as const;
  return { ...base(id), kind: 'cloze', cards: 1, prompt };
}

export function typed(id: string): Question {
  const accepted = [{ form: 'text', text: 'binpack', allowsSlip: false }] as const;
  return { ...base(id), kind: 'typed', accepted, wrong: [] };
}

/** The note of a pack unless it says otherwise: every pack of a test has a note `ports`, so that names clash. */
export function note(id = 'ports', title = 'Ports'): Note {
  return {
    id: noteId(id),
    title,
    order: 1,
    domain: 'development',
    sources: [],
    lead: [],
    sections: [{ id: 'dynamic', stable: true, title: 'Dynamic ports', body: [['p', 0, `Text of ${title}.`]] }],
  };
}

/** A pack as a test describes it; what it leaves out is the usual. */
export interface TestPack {
  readonly id: string;
  readonly title?: string;
  readonly questions: readonly Question[];
  readonly notes?: readonly Note[];
  /** More that `pack.yaml` says. */
  readonly info?: Partial<PackInfo>;
}

/** The question as the pack of that id has it: the same name, another owner. */
export function inPack(pack: string, question: Question): Question {
  const own = question.note && { ...question.note, pack: packId(pack) };
  return { ...question, id: questionIdOf(packId(pack), question.id.split('/')[1] ?? ''), note: own };
}

function deckOf({ id, title = 'Demo', questions, notes = [note()], info = {} }: TestPack): Deck {
  const pack: PackInfo = {
    id: packId(id),
    title,
    summary: `What ${title} is about.`,
    version: '1.0.0',
    language: 'en',
    licence: 'CC0-1.0',
    authors: [],
    first: null,
    exam: null,
    beliefs: {},
    ...info,
  };
  return { pack, notes, questions };
}

/** Packs as they are installed. Their indexes arrive only when `release` is called, if `isHeld`. */
export function decksOfPacks(packs: readonly TestPack[], isHeld = false): TestDecks {
  let release = () => {};
  const held = isHeld ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve();
  const source = decksInMemory(packs.map(deckOf));
  return {
    ...source,
    packs: source.packs.map((entry, n) => ({ ...entry, first: packs[n]?.questions[0] ?? null })),
    open: async (id) => {
      await held;
      return source.open(id);
    },
    release: () => release(),
    edit: (pack) => source.change(deckOf(pack)),
  };
}

export interface TestDecks extends DeckSource {
  release(): void;
  /** The pack as its author saved it while the app runs. */
  edit(pack: TestPack): void;
}

/** Three packs with notes of one name; the third has a note that the others lack. */
export function threePacks(): readonly TestPack[] {
  return [
    { id: 'demo', title: 'Demo', questions: [choice('one')], notes: [note('ports', 'Ports of Demo')] },
    { id: 'other', title: 'Other', questions: [inPack('other', choice('two'))], notes: [note('ports', 'Other ports')] },
    {
      id: 'third',
      title: 'Third',
      questions: [inPack('third', choice('three'))],
      notes: [note('ports', 'Third ports'), note('roles', 'Roles')],
    },
  ];
}

/** One pack, `demo`, of these questions. */
export function decksOf(questions: readonly Question[], isHeld = false): TestDecks {
  return decksOfPacks([{ id: 'demo', questions }], isHeld);
}

function threeChoices(): readonly Question[] {
  return [choice('one'), choice('two'), choice('three')];
}

export const goodReport: StartReport = { healed: 0, missing: [], indexedDb: null, opfs: null, damaged: 0 };

/** A record as it is opened, over one store. */
export async function openedRecord(store: LogStore, report = goodReport): Promise<OpenedRecord> {
  return {
    store,
    start: { snapshot: null, ...(await store.readFrom(null)) },
    verify: async () => ({ ...report, found: [], isSnapshotRight: true }),
    keepSnapshot: async () => {},
    readAll: async () => (await store.readFrom(null)).entries,
    acceptGaps: () => {},
  };
}

export interface TestClock {
  now: number;
  offsetMinutes: number;
  uptimeMs: number;
  server: Timestamp | null;
}

export interface PortOptions {
  readonly questions?: readonly Question[];
  readonly decks?: DeckSource;
  /** Several packs, in place of one of `questions`. */
  readonly packs?: readonly TestPack[];
  readonly store?: LogStore;
  readonly marks?: Readonly<Record<string, string>>;
  readonly openRecord?: Ports['openRecord'];
  readonly loadLater?: Ports['loadLater'];
  readonly openSearch?: Ports['openSearch'];
  readonly openPriceFinder?: Ports['openPriceFinder'];
  readonly openMemoryMeter?: Ports['openMemoryMeter'];
  /** When what can wait is done; at once unless told otherwise. */
  readonly whenIdle?: Ports['whenIdle'];
  readonly report?: StartReport;
  readonly tabs?: Tabs;
  /** Another tab of the same browser draws other ids. */
  readonly tab?: string;
  /** What the browser kept with the entry of its history. */
  readonly historyState?: unknown;
  /** When the page is opened, ms; noon of a day in November unless told otherwise. */
  readonly now?: number;
  /** What the browser answers when it is asked to keep the record; it promises unless told otherwise. */
  readonly persist?: Ports['persist'];
}

/** Real stores over ports that a test can hold: a clock that stands still, marks in memory, a memory store. */
export function portsOf(options: PortOptions = {}): Ports & { readonly time: TestClock } {
  const now = options.now ?? Date.UTC(2026, 10, 23, 12);
  const time: TestClock = { now, offsetMinutes: 0, uptimeMs: 0, server: null };
  const marks = new Map(Object.entries(options.marks ?? {}));
  const store = options.store ?? createMemoryStore();
  const { tab = 'a' } = options;
  let drawn = 0;
  let logs = 0;
  return {
    time,
    clock: {
      now: () => time.now as Timestamp,
      offsetMinutes: () => time.offsetMinutes,
      uptimeMs: () => time.uptimeMs,
      serverNow: async () => time.server,
    },
    chance: {
      logId: () => logId(`log-${tab}${logs++ || ''}`),
      showingId: () => showingId(`showing-${tab}-${drawn++}`),
      seed: () => 7,
    },
    decks:
      options.decks ?? decksOfPacks(options.packs ?? [{ id: 'demo', questions: options.questions ?? threeChoices() }]),
    openSearch: options.openSearch ?? (async () => searchInProcess()),
    openMemoryMeter: options.openMemoryMeter ?? (async () => meterInProcess),
    openPriceFinder: options.openPriceFinder ?? (async () => pricesInProcess),
    whenIdle: options.whenIdle ?? ((work) => void work()),
    loadLater: options.loadLater ?? (async () => later),
    openRecord: options.openRecord ?? (async () => openedRecord(store, options.report)),
    marks: {
      get: (key) => marks.get(key) ?? null,
      set: (key, value) => void marks.set(key, value),
      remove: (key) => void marks.delete(key),
      keys: () => [...marks.keys()],
    },
    tabs: options.tabs ?? { announce: () => {}, subscribe: () => () => {} },
    erase: async () => {},
    persist: options.persist ?? (async () => true),
  };
}

export interface OpenedApp {
  readonly stores: Stores;
  readonly ports: Ports & { readonly time: TestClock };
  readonly user: ReturnType<typeof userEvent.setup>;
  /** Lets the 200 ms guard pass. */
  wait(ms?: number): void;
}

/** The whole app at an address, over ports of the test. */
export function openApp(path: string, options: PortOptions = {}): OpenedApp {
  history.replaceState(options.historyState ?? null, '', path);
  for (const id of ['status', 'alert']) {
    document.getElementById(id)?.remove();
    const region = document.body.appendChild(document.createElement('div'));
    region.id = id;
    region.setAttribute('role', id);
  }
  const ports = portsOf(options);
  const stores = createStores(ports);
  const user = userEvent.setup();
  render(<App stores={stores} />);
  const wait = (ms = 1000) => {
    ports.time.now += ms;
  };
  wait();
  return { stores, ports, user, wait };
}

/** The page closed and opened again in the same browser, `later` ms after: the marks and the stores are there still. */
export function reopen({ ports }: OpenedApp, path: string, options: PortOptions, later = 1000): OpenedApp {
  cleanup();
  const marks = Object.fromEntries(ports.marks.keys().map((key) => [key, ports.marks.get(key) ?? '']));
  return openApp(path, { ...options, marks, now: ports.time.now + later, tab: options.tab ?? 'b' });
}
