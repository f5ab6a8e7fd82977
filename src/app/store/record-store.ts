import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CardState } from '../../core/model/card-state.ts';
import type { CardId, EntryId, StudyDay } from '../../core/model/id.ts';
import { entryIdOf } from '../../core/model/log.ts';
import type { AnswerFields, EntryFields, LogEntry, LogPlace, RegisterFields } from '../../core/model/log-entry.ts';
import type { Cursor, StartReport } from '../../core/model/log-store.ts';
import { readSettings, type Settings, type SettingValue } from '../../core/model/settings.ts';
import type { Rating } from '../../core/model/verdict.ts';
import type { Scheduler } from '../../core/scheduler/fsrs.ts';
import { studyDayOf } from '../../core/scheduler/study-day.ts';
import type { OpenedRecord, Ports } from '../ports.ts';
import { previewDays } from './interval-preview.ts';
import { createLiveRecord, type LiveRecord } from './live-record.ts';
import { createSaveQueue, type SaveQueue, type SaveState } from './save-queue.ts';

/** Everything the app knows about the learner, folded from the log. */
export interface RecordState extends RecordActions {
  /** `failed`: neither store could be opened; answers wait in memory. */
  readonly opening: 'opening' | 'open' | 'failed';
  readonly report: StartReport | null;
  /** Whether the stores held answers when they were opened. */
  readonly recordedBefore: boolean;
  /** Changed in place: watch `revision`, or select a single card's state. */
  readonly cards: ReadonlyMap<CardId, CardState>;
  readonly revision: number;
  /** Entries in the log, this tab's unsaved ones included. */
  readonly entries: number;
  readonly settings: Settings;
  /** Every register by its key: settings, and what screens remember (`reading`, `skip:note#section`). */
  readonly registers: ReadonlyMap<string, SettingValue>;
  readonly save: SaveState;
  readonly unsaved: number;
  /** Why saving or opening failed, in the browser's words; empty while all is well. */
  readonly failure: string;
  /** The last entry that every store acknowledged. */
  readonly acknowledged: LogPlace | null;
  /** What the browser said about keeping the record; null where it cannot say. */
  readonly persisted: boolean | null | 'not-asked';
}

export interface RecordActions {
  open(): Promise<void>;
  answer(fields: Omit<AnswerFields, 't'>): EntryId;
  undo(entry: EntryId): void;
  register(fields: RegisterFields): void;
  setting<Key extends keyof Settings>(key: Key, value: Settings[Key]): void;
  /** Keeps a screen's own register; a value that it already has is not written again. */
  remember(key: string, value: SettingValue): void;
  retrySaving(): void;
  persist(): Promise<void>;
  today(): StudyDay;
  scheduler(): Scheduler;
  /** Days until the card comes back after that rating; 0 for later in this session. */
  daysAfter(card: CardId, rating: Rating): number;
  /** Every entry, for export. */
  log(): readonly LogEntry[];
  /** Adds entries of a backup; those that are there already change nothing. Resolves when they are durable. */
  merge(entries: readonly LogEntry[]): Promise<void>;
}

export type RecordStore = StoreApi<RecordState>;

/** Says, before any store is open, that this browser has been studied in. */
export const startedMark = 'started';

const mirrored = ['theme', 'contrast', 'motion', 'textSize'] as const;
const retryMs = 5000;

export function createRecordStore(ports: Ports): RecordStore {
  const live = createLiveRecord(ports.chance.logId());
  const store: RecordStore = createStore<RecordState>()(() => ({
    ...nothingYet(ports, live),
    ...actionsOf(() => desk),
  }));
  const desk: RecordDesk = { ports, live, store, opened: null, cursor: null, queue: queueOf(() => desk) };
  return store;
}

interface RecordDesk {
  readonly ports: Ports;
  readonly live: LiveRecord;
  readonly store: RecordStore;
  readonly queue: SaveQueue;
  opened: Promise<OpenedRecord> | null;
  cursor: Cursor | null;
}

function nothingYet(ports: Ports, live: LiveRecord): Omit<RecordState, keyof RecordActions> {
  return {
    opening: 'opening',
    report: null,
    recordedBefore: false,
    cards: live.states,
    revision: 0,
    entries: 0,
    registers: live.registers,
    settings: mirroredSettings(ports),
    save: 'saved',
    unsaved: 0,
    failure: '',
    acknowledged: null,
    persisted: 'not-asked',
  };
}

function actionsOf(deskOf: () => RecordDesk): RecordActions {
  return {
    open: () => open(deskOf()),
    answer: (fields) => entryIdOf(write(deskOf(), { t: 'answer', ...fields })),
    undo: (ref) => void write(deskOf(), { t: 'undo', ref }),
    register: (fields) => void write(deskOf(), fields),
    remember: (key, value) => {
      if (deskOf().live.registers.get(key) !== value) write(deskOf(), { t: 'setting', key, value });
    },
    setting: (key, value) => void write(deskOf(), { t: 'setting', key, value }),
    retrySaving: () => deskOf().queue.retry(),
    persist: async () => {
      const { ports, store } = deskOf();
      store.setState({ persisted: await ports.persist() });
    },
    today: () => todayOf(deskOf().ports),
    scheduler: () => deskOf().live.scheduler,
    daysAfter: (card, rating) => {
      const { live, ports } = deskOf();
      return previewDays(live.states.get(card), rating, todayOf(ports), live.scheduler);
    },
    log: () => deskOf().live.log,
    merge: (entries) => merge(deskOf(), entries),
  };
}

function queueOf(deskOf: () => RecordDesk): SaveQueue {
  return createSaveQueue({
    retryMs,
    append: async (entries) => (await openOnce(deskOf())).store.append(entries),
    onChange: ({ acknowledged, ...change }) => {
      const { store, ports } = deskOf();
      store.setState({ ...change, ...(acknowledged === null ? {} : { acknowledged }) });
      if (acknowledged !== null) ports.tabs.announce();
    },
  });
}

function openOnce(desk: RecordDesk): Promise<OpenedRecord> {
  desk.opened ??= desk.ports.openRecord().catch((error) => {
    desk.opened = null;
    throw error;
  });
  return desk.opened;
}

async function open(desk: RecordDesk): Promise<void> {
  const { store, ports, queue } = desk;
  try {
    const record = await openOnce(desk);
    const before = await readOthers(desk, record);
    take(desk, before);
    store.setState({
      report: record.report,
      recordedBefore: before.some(({ t }) => t === 'answer'),
      ...openedAs(record),
    });
    ports.tabs.subscribe(() => void refresh(desk).catch(() => {}));
    queue.retry();
  } catch (error) {
    store.setState({ opening: 'failed', failure: String(error) });
  }
}

/** With neither store there is only memory, which keeps nothing. */
function openedAs({ report }: OpenedRecord): Pick<RecordState, 'opening' | 'failure'> {
  const isLost = report.indexedDb !== null && report.opfs !== null;
  return isLost ? { opening: 'failed', failure: report.indexedDb ?? '' } : { opening: 'open', failure: '' };
}

/** Entries past the cursor that are not this tab's own. */
async function readOthers(desk: RecordDesk, { store }: OpenedRecord): Promise<readonly LogEntry[]> {
  const { entries, cursor } = await store.readFrom(desk.cursor);
  desk.cursor = cursor;
  return entries.filter(({ log }) => log !== desk.live.logId);
}

async function refresh(desk: RecordDesk): Promise<void> {
  const others = await readOthers(desk, await openOnce(desk));
  if (others.length > 0) take(desk, others);
}

function take({ live, ports, store }: RecordDesk, entries: readonly LogEntry[]): void {
  live.take(entries, ports.clock.now());
  const { registers } = store.getState();
  const isSet = live.registers !== registers;
  if (isSet) mirror(ports, live.settings);
  store.setState(({ revision }) => ({
    cards: live.states,
    revision: revision + 1,
    entries: live.log.length,
    ...(isSet ? { registers: live.registers, settings: live.settings } : {}),
  }));
}

function write(desk: RecordDesk, fields: EntryFields): LogEntry {
  const { ports, live, queue } = desk;
  const now = ports.clock.now();
  const entry = live.stamp(fields, now, ports.clock.offsetMinutes(now));
  take(desk, [entry]);
  queue.push(entry);
  if (fields.t === 'answer') ports.marks.set(startedMark, '1');
  return entry;
}

async function merge(desk: RecordDesk, entries: readonly LogEntry[]): Promise<void> {
  const known = new Set(desk.live.log.map(({ log, n }) => `${log}:${n}`));
  const added = entries.filter(({ log, n }) => !known.has(`${log}:${n}`));
  if (added.length === 0) return;
  await (await openOnce(desk)).store.append(added);
  take(desk, added);
  desk.ports.tabs.announce();
}

export function todayOf({ clock }: Ports): StudyDay {
  const now = clock.now();
  return studyDayOf(now, clock.offsetMinutes(now));
}

/** The settings that act before the first paint, as the last visit left them. */
function mirroredSettings({ marks }: Ports): Settings {
  const stored = mirrored.flatMap((key) => {
    const text = marks.get(key);
    return text === null ? [] : [[key, key === 'textSize' ? Number(text) : text] as const];
  });
  return readSettings(new Map(stored));
}

function mirror({ marks }: Ports, settings: Settings): void {
  for (const key of mirrored) marks.set(key, String(settings[key]));
}
