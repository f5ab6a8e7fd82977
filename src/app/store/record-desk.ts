import type { StudyDay } from '../../core/model/id.ts';
import type { EntryFields, LogEntry } from '../../core/model/log-entry.ts';
import type { Cursor } from '../../core/model/log-store.ts';
import type { Settings } from '../../core/model/settings.ts';
import type { Lineage } from '../../core/scheduler/lineage.ts';
import { studyDayOf } from '../../core/scheduler/study-day.ts';
import type { OpenedRecord, Ports } from '../ports.ts';
import type { LiveRecord } from './live-record.ts';
import type { RecordState, RecordStore } from './record-state.ts';
import type { SaveQueue } from './save-queue.ts';

/** Says, before any store is open, that this browser has been studied in. */
export const startedMark = 'started';

/** Settings that act before the first paint; `index.html` reads the same marks. */
export const mirrored = ['theme', 'contrast', 'motion', 'textSize'] as const;

/** What the actions of the record work with. */
export interface RecordDesk {
  readonly ports: Ports;
  readonly live: LiveRecord;
  readonly store: RecordStore;
  readonly queue: SaveQueue;
  opened: Promise<OpenedRecord> | null;
  cursor: Cursor | null;
  reading: Promise<void>;
}

/** The record, opened and read once; another try after a failure. */
export function openOnce(desk: RecordDesk): Promise<OpenedRecord> {
  desk.opened ??= openAndRead(desk).catch((error) => {
    desk.opened = null;
    desk.store.setState({ opening: 'failed', isBlocked: false, failure: String(error) });
    throw error;
  });
  return desk.opened;
}

/** Never rejects: a failure is in the state, and what was answered meanwhile waits for the next try. */
export async function openRecord(desk: RecordDesk): Promise<void> {
  await openOnce(desk).then(desk.queue.retry, () => {});
}

async function openAndRead(desk: RecordDesk): Promise<OpenedRecord> {
  const { store, ports } = desk;
  const record = await ports.openRecord(() => store.setState({ isBlocked: true }));
  const before = await readOthers(desk, record);
  take(desk, before);
  const recordedBefore = before.some(({ t }) => t === 'answer');
  store.setState({ report: record.report, recordedBefore, isBlocked: false, ...openedAs(record) });
  ports.tabs.subscribe(() => {
    // One after the other: two readings from one cursor would take the same entries twice.
    desk.reading = desk.reading.then(() => refresh(desk, record)).catch(() => {});
  });
  return record;
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

async function refresh(desk: RecordDesk, record: OpenedRecord): Promise<void> {
  const others = await readOthers(desk, record);
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

export function write(desk: RecordDesk, fields: EntryFields): LogEntry {
  const { ports, live, queue } = desk;
  const now = ports.clock.now();
  const entry = live.stamp(fields, now, ports.clock.offsetMinutes(now));
  take(desk, [entry]);
  queue.push(entry);
  if (fields.t === 'answer') ports.marks.set(startedMark, '1');
  return entry;
}

export async function merge(desk: RecordDesk, entries: readonly LogEntry[]): Promise<void> {
  const known = new Set(desk.live.log.map(({ log, n }) => `${log}:${n}`));
  const added = entries.filter(({ log, n }) => !known.has(`${log}:${n}`));
  if (added.length === 0) return;
  await (await openOnce(desk)).store.append(added);
  take(desk, added);
  desk.ports.tabs.announce();
}

/** Folds by another lineage and tells the screens, when it is another one. */
export function follow({ live, store }: RecordDesk, lineage: Lineage): void {
  if (live.follow(lineage)) store.setState(({ revision }) => ({ cards: live.states, revision: revision + 1 }));
}

function mirror({ marks }: Ports, settings: Settings): void {
  for (const key of mirrored) marks.set(key, String(settings[key]));
}

export function todayOf({ clock }: Ports): StudyDay {
  const now = clock.now();
  return studyDayOf(now, clock.offsetMinutes(now));
}
