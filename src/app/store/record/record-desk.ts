import type { StudyDay, Timestamp } from '../../../core/model/id.ts';
import { tolerableSkewMs } from '../../../core/model/log/log.ts';
import { type EntryFields, type LogEntry, placeOf } from '../../../core/model/log/log-entry.ts';
import type { Cursor, OpenedRecord, StartReport } from '../../../core/model/log/log-store.ts';
import { noCut, usualCut } from '../../../core/scheduler/fold/base/cut-log.ts';
import { readSnapshot } from '../../../core/scheduler/fold/base/read-snapshot.ts';
import type { Lineage } from '../../../core/scheduler/fold/lineage.ts';
import { appBegan } from '../../../core/scheduler/fold/times/times-before-app.ts';
import type { Ports } from '../../ports.ts';
import type { Change, LiveRecord } from './live-record.ts';
import { mirrored, packsOffMark, startedMark } from './record-marks.ts';
import type { Moment, RecordState, RecordStore } from './record-state.ts';
import type { SaveQueue } from './save-queue.ts';
import { momentOf, type ShiftableClock } from './shiftable-clock.ts';
import { wholeLog } from './whole-log.ts';

/** What the clock said, and how long the tab had been open. */
export interface ClockReading {
  readonly says: Timestamp;
  readonly uptimeMs: number;
}

/** What a tab knows of its clock. */
export interface ClockWatch {
  /** The learner said which of clock and record is right. */
  isJudged: boolean;
  /** When the learner was asked about it: the device's own clock; null while no question stands. */
  asked: ClockReading | null;
  /** When the clock was last looked at. */
  says: Timestamp;
  uptimeMs: number;
}

/** What there is of the record before the code of its fold. */
export interface RecordFront {
  readonly ports: Ports;
  readonly clock: ShiftableClock;
  readonly store: RecordStore;
  /** The record, opened and read once; another try after a failure, which the state tells, too. */
  openOnce(): Promise<OpenedRecord>;
}

/** What the actions of the record work with. */
export interface RecordDesk extends RecordFront {
  readonly live: LiveRecord;
  readonly queue: SaveQueue;
  /** Called when the stores were read for the first time, before anything is shown of them. */
  onRead(): void;
  /** For what was done before this code was there: when that was. Null for what is done now. */
  moment: Moment | null;
  /** The record, as soon as it is open. */
  record: OpenedRecord | null;
  cursor: Cursor | null;
  reading: Promise<void>;
  /** The reading of the whole log that is under way. */
  rebuilding: Promise<void> | null;
  /** Whether every entry is to stay at hand, once all are read. */
  keepsWhole: boolean;
  /** Places of entries that this tab restored from a backup. */
  readonly merged: Set<string>;
  readonly watch: ClockWatch;
}

/** Reads the stores that have just been opened, and goes on from what they hold. */
export async function readRecord(desk: RecordDesk, record: OpenedRecord): Promise<void> {
  const { store, ports } = desk;
  desk.record = record;
  desk.cursor = record.start.cursor;
  const report = record.start.snapshot === null ? await record.verify() : null;
  const { recordedBefore, change } = await startFrom(desk, record);
  // From here on without a pause, so that the screens change once.
  tell(desk);
  // Whatever the marks said: what is off stands in the log.
  store.setState({ packs: desk.live.packs });
  desk.onRead();
  store.setState({ report, recordedBefore, isBlocked: false, ...openedAs(report) });
  if (change === 'needs-whole') rebuildSoon(desk);
  ports.whenIdle(() => lookAfter(desk, record));
  ports.tabs.subscribe(() => {
    // One after the other: two readings from one cursor would take the same entries twice.
    desk.reading = desk.reading.then(() => refresh(desk, record)).catch(() => {});
  });
}

interface Started {
  /** Whether answers are in what was read. */
  readonly recordedBefore: boolean;
  readonly change: Change;
}

/** Takes what the start has read, and tells nobody yet. */
async function startFrom(desk: RecordDesk, record: OpenedRecord): Promise<Started> {
  const { live, clock } = desk;
  const { snapshot } = record.start;
  const cut = readSnapshot(snapshot);
  const isRefused = snapshot !== null && cut === null;
  const entries = notOwn(desk, isRefused ? await record.readAll() : record.start.entries);
  const changes = [cut === null ? 'same' : live.start(cut, clock.now()), live.take(entries, clock.now())];
  // What a wrong clock wrote is looked for among all entries, before anything is shown.
  if (!live.isWhole && isAtOdds(live, clock.now())) {
    desk.keepsWhole = true;
    await readAndFold(desk, false).catch(() => {});
  }
  const recent = [...(cut?.tail ?? []), ...entries];
  return {
    recordedBefore: (cut?.base.answers ?? 0) > 0 || recent.some(({ t }) => t === 'answer'),
    change: !live.isWhole && changes.includes('needs-whole') ? 'needs-whole' : 'folded',
  };
}

function isAtOdds({ times, oldest }: LiveRecord, now: Timestamp): boolean {
  return times.newest > now + tolerableSkewMs || (oldest !== null && oldest < appBegan);
}

/** What is put off until the first card is on screen. */
async function lookAfter(desk: RecordDesk, record: OpenedRecord): Promise<void> {
  if (desk.store.getState().report === null) await verify(desk, record);
  await record.keepSnapshot(desk.live.folding());
}

/** What both stores say of the record, and of its snapshot. Stores that cannot be read now are compared at the next start. */
async function verify(desk: RecordDesk, record: OpenedRecord): Promise<void> {
  const verified = await record.verify().catch(() => null);
  if (verified === null) return;
  const { found, isSnapshotRight, ...report } = verified;
  desk.store.setState({ report, ...openedAs(report) });
  const others = notOwn(desk, found);
  if (others.length > 0) take(desk, others);
  if (!isSnapshotRight) await rebuild(desk, false).catch(() => {});
}

/** With neither store there is only memory, which keeps nothing; null when a snapshot could be read. */
function openedAs(report: StartReport | null): Pick<RecordState, 'opening' | 'failure'> {
  const isLost = report !== null && report.indexedDb !== null && report.opfs !== null;
  return isLost ? { opening: 'failed', failure: report.indexedDb ?? '' } : { opening: 'open', failure: '' };
}

/** Entries past the cursor that this tab has neither written nor restored. */
async function readOthers(desk: RecordDesk, { store }: OpenedRecord): Promise<readonly LogEntry[]> {
  const { entries, cursor } = await store.readFrom(desk.cursor);
  desk.cursor = cursor;
  return notOwn(desk, entries);
}

function notOwn({ live, merged }: RecordDesk, entries: readonly LogEntry[]): readonly LogEntry[] {
  return entries.filter((entry) => !live.isOwn(entry.log) && !merged.has(placeOf(entry)));
}

async function refresh(desk: RecordDesk, record: OpenedRecord): Promise<void> {
  const others = await readOthers(desk, record);
  if (others.length > 0) take(desk, others);
}

function take(desk: RecordDesk, entries: readonly LogEntry[]): void {
  const change = desk.live.take(entries, desk.clock.now());
  tell(desk);
  if (change === 'needs-whole') rebuildSoon(desk);
}

function tell({ live, ports, store }: RecordDesk): void {
  const { registers } = store.getState();
  const isSet = live.registers !== registers;
  if (isSet) mirror(ports, live);
  store.setState(({ revision }) => ({
    cards: live.states,
    revision: revision + 1,
    entries: live.entries,
    corrections: live.times.corrections,
    ...(isSet ? { registers: live.registers, packs: live.packs, settings: live.settings } : {}),
  }));
}

/** Takes the entry into the fold at once and hands it to the queue. */
export function append(desk: RecordDesk, fields: EntryFields): LogEntry {
  const { now, tz } = desk.moment ?? momentOf(desk.clock);
  return record(desk, desk.live.stamp(fields, now, tz));
}

/** Several entries of one moment, folded once. */
export function appendAll(desk: RecordDesk, several: readonly EntryFields[]): readonly LogEntry[] {
  const { now, tz } = desk.moment ?? momentOf(desk.clock);
  const entries = several.map((fields) => desk.live.stamp(fields, now, tz));
  take(desk, entries);
  for (const entry of entries) desk.queue.push(entry);
  return entries;
}

/** The same for what happened at a moment that is gone: it is dated then, and not today. */
export function appendPast(desk: RecordDesk, fields: EntryFields, then: Timestamp): LogEntry {
  const { ports, live, clock } = desk;
  return record(desk, live.stampPast(fields, ports.chance.logId(), then, clock.offsetMinutes(then)));
}

function record(desk: RecordDesk, entry: LogEntry): LogEntry {
  take(desk, [entry]);
  desk.queue.push(entry);
  if (entry.t === 'answer') desk.ports.marks.set(startedMark, '1');
  return entry;
}

/** Adds what the record lacks of a backup, once the stores are read and no other reading is under way. */
export async function merge(desk: RecordDesk, entries: readonly LogEntry[]): Promise<void> {
  const record = await desk.openOnce();
  const merging = desk.reading.then(() => addMissing(desk, record, entries));
  desk.reading = merging.catch(() => {});
  await merging;
}

async function addMissing(desk: RecordDesk, record: OpenedRecord, entries: readonly LogEntry[]): Promise<void> {
  const before = await wholeLog(desk);
  const known = new Set(before.map(placeOf));
  const added = entries.filter((entry) => !known.has(placeOf(entry)));
  if (added.length === 0) return;
  await record.store.append(added);
  for (const entry of added) desk.merged.add(placeOf(entry));
  take(desk, added);
  await desk.rebuilding?.catch(() => {});
  const touched = new Set(added.map(({ log }) => log));
  record.acceptGaps([...before, ...added].filter(({ log }) => touched.has(log)));
  desk.onRead();
  desk.ports.tabs.announce();
}

/** Folds by another lineage and tells the screens, when it is another one. */
export function follow(desk: RecordDesk, lineage: Lineage): void {
  const { live, store, clock } = desk;
  const change = live.follow(lineage, clock.now());
  if (change === 'folded') store.setState(({ revision }) => ({ cards: live.states, revision: revision + 1 }));
  if (change === 'needs-whole') rebuildSoon(desk);
}

/** Until it is done, the last that is known is shown; a failure leaves it so, and the next change tries again. */
function rebuildSoon(desk: RecordDesk): void {
  void rebuild(desk, desk.live.isWhole).catch(() => {});
}

/** Reads the whole log, folds it anew and tells the screens once, however many ask for it meanwhile. */
function rebuild(desk: RecordDesk, isAtHand: boolean): Promise<void> {
  desk.rebuilding ??= readAndFold(desk, isAtHand)
    .then(() => tell(desk))
    .finally(() => {
      desk.rebuilding = null;
    });
  return desk.rebuilding;
}

async function readAndFold(desk: RecordDesk, isAtHand: boolean): Promise<void> {
  const whole = await wholeLog(desk, isAtHand);
  desk.live.build(whole, desk.clock.now(), desk.keepsWhole ? noCut : usualCut);
}

/** Reads every entry and keeps them at hand from then on. */
export function keepWhole(desk: RecordDesk): Promise<void> {
  desk.keepsWhole = true;
  return rebuild(desk, desk.live.isWhole);
}

function mirror({ marks }: Ports, { settings, packs }: LiveRecord): void {
  for (const key of mirrored) marks.set(key, String(settings[key]));
  marks.set(packsOffMark, [...packs].flatMap(([pack, isOn]) => (isOn ? [] : [pack])).join(' '));
}

export function todayOf(desk: RecordDesk): StudyDay {
  const { now, tz } = momentOf(desk.clock);
  return desk.live.dayAt(now, tz);
}
