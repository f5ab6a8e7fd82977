import type { Timestamp } from '../../core/model/id.ts';
import { entryIdOf, tolerableSkewMs } from '../../core/model/log.ts';
import type { EntryFields, LogEntry } from '../../core/model/log-entry.ts';
import { findTimesAhead, type TimesAhead } from '../../core/scheduler/times-ahead.ts';
import { append, type ClockReading, type RecordDesk } from './record-desk.ts';
import type { ClockDoubt, ClockState } from './record-state.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** Where no server can be asked, a pause as long as this is odd. */
const longPauseMs = 60 * dayMs;

/** Writes an entry, after what a wrong clock wrote before it was put right. */
export function write(desk: RecordDesk, fields: EntryFields): LogEntry {
  correctTimes(desk);
  return append(desk, fields);
}

/** At start, and when the tab is looked at again. */
export function checkClock(desk: RecordDesk): void {
  endShift(desk);
  if (isSetSince(desk)) dropDoubt(desk);
  correctTimes(desk);
  void doubtClock(desk);
}

/** Puts right what a wrong clock wrote, as soon as the clock is right again, and tells about it. */
export function correctTimes(desk: RecordDesk): void {
  const now = desk.clock.now();
  if (desk.live.newest <= now + tolerableSkewMs) return;
  const found = findTimesAhead(desk.live.log, now);
  if (found === null) return;
  if (found.isClockBehind && !desk.watch.isJudged) goOnFrom(desk, found.latest);
  else correct(desk, found);
}

/** Until the learner has said which is right, what is written goes on from where the record ends. */
function goOnFrom(desk: RecordDesk, known: Timestamp): void {
  const { clock } = desk;
  const says = clock.now();
  desk.watch.asked = readingOf(desk);
  clock.shift(clock.shiftMs + known - says);
  doubt(desk, { kind: 'behind', says, known });
}

function correct(desk: RecordDesk, { count, latest, fixes }: TimesAhead): void {
  desk.live.turnTo(desk.ports.chance.logId());
  const entries = fixes.map((fix) => entryIdOf(append(desk, fix)));
  tell(desk, { doubt: null, corrected: { count, said: latest, now: desk.clock.now(), entries } });
  void confirm(desk, latest);
}

/** Where the server’s clock says that the record was right, it is the device’s that is behind. */
async function confirm(desk: RecordDesk, latest: Timestamp): Promise<void> {
  const server = await desk.clock.serverNow();
  const isRecordRight = server !== null && server >= latest - dayMs && server - desk.clock.now() > dayMs;
  if (isRecordRight && !desk.watch.isJudged) undoCorrection(desk);
}

/** Asks when the clock is more than a day later than the server's, or than what is known where there is none. */
async function doubtClock(desk: RecordDesk): Promise<void> {
  const { clock, live, watch } = desk;
  const asked = readingOf(desk);
  const { says, uptimeMs } = asked;
  const hasJumped = says - watch.says - (uptimeMs - watch.uptimeMs) > dayMs;
  Object.assign(watch, { says, uptimeMs });
  const isOdd = live.newest > 0 && (hasJumped || says - live.newest > dayMs);
  if (!isOdd || watch.isJudged || clock.shiftMs !== 0) return;
  const server = await clock.serverNow();
  const isAhead = server === null ? hasJumped || says - live.newest > longPauseMs : says - server > dayMs;
  if (!isAhead) return;
  watch.asked = asked;
  doubt(desk, { kind: 'ahead', says, known: server ?? live.newest });
}

function readingOf({ clock }: RecordDesk): ClockReading {
  return { says: clock.deviceNow(), uptimeMs: clock.uptimeMs() };
}

/** Whether somebody has set the device's clock since the question was asked. */
function isSetSince(desk: RecordDesk): boolean {
  const { asked } = desk.watch;
  const now = readingOf(desk);
  return asked !== null && Math.abs(now.says - asked.says - (now.uptimeMs - asked.uptimeMs)) > dayMs;
}

/** The question is about a clock that is no more; what the clock says now is looked at anew. */
function dropDoubt(desk: RecordDesk): void {
  if (desk.store.getState().clock.doubt?.kind === 'behind') desk.clock.shift(0);
  desk.watch.asked = null;
  tell(desk, { doubt: null });
}

function doubt(desk: RecordDesk, found: ClockDoubt): void {
  // Asked once a tab for each kind; the moments go on while the question stands.
  if (desk.store.getState().clock.doubt?.kind !== found.kind) tell(desk, { doubt: found });
}

/** The learner's word: a clock that is right is believed, one that is wrong is shifted for this tab. */
export function judgeClock(desk: RecordDesk, isRight: boolean): void {
  const { doubt: judged } = desk.store.getState().clock;
  if (judged === null) return;
  if (isSetSince(desk)) checkClock(desk);
  else follow(desk, judged, isRight);
}

function follow(desk: RecordDesk, judged: ClockDoubt, isRight: boolean): void {
  const { clock, watch } = desk;
  watch.isJudged = true;
  watch.asked = null;
  const aheadMs = judged.says - judged.known;
  // A clock that is behind is shifted since it was asked about; one that is ahead is not.
  if (isRight && judged.kind === 'behind') clock.shift(clock.shiftMs + aheadMs);
  if (!isRight && judged.kind === 'ahead') clock.shift(clock.shiftMs - aheadMs);
  tell(desk, { doubt: null, ...(isRight ? {} : { shiftedTo: clock.now() }) });
  correctTimes(desk);
}

function shiftBy(desk: RecordDesk, ms: number): void {
  desk.clock.shift(desk.clock.shiftMs + ms);
  tell(desk, { shiftedTo: desk.clock.now() });
}

/** It was the clock that was wrong, and still is: the record stands as it was written. */
export function undoCorrection(desk: RecordDesk): void {
  const { corrected } = desk.store.getState().clock;
  if (corrected === null) return;
  tell(desk, { corrected: null });
  shiftBy(desk, corrected.said - desk.clock.now());
  for (const ref of corrected.entries) append(desk, { t: 'undo', ref });
}

/** The shift of a wrong clock ends as soon as the clock itself fits the record again. */
function endShift(desk: RecordDesk): void {
  const { clock, live, watch } = desk;
  if (clock.shiftMs === 0) return;
  const fromNewestMs = clock.deviceNow() - live.newest;
  const isShiftOff = clock.now() < live.newest - dayMs;
  const fits = clock.shiftMs > 0 ? fromNewestMs >= -tolerableSkewMs : isShiftOff || fromNewestMs < dayMs;
  if (!fits) return;
  clock.shift(0);
  watch.isJudged = false;
  watch.asked = null;
  tell(desk, { shiftedTo: null, doubt: null });
}

export function closeCorrection(desk: RecordDesk): void {
  tell(desk, { corrected: null });
}

function tell({ store }: RecordDesk, change: Partial<ClockState>): void {
  store.setState(({ clock }) => ({ clock: { ...clock, ...change } }));
}
