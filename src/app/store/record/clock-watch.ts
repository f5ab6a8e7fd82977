import { dayMs } from '../../../core/model/day-ms.ts';
import type { EntryId, Timestamp } from '../../../core/model/id.ts';
import { entryIdOf, tolerableSkewMs } from '../../../core/model/log/log.ts';
import type { ClockFixFields, EntryFields, LogEntry } from '../../../core/model/log/log-entry.ts';
import type { TimeCorrection } from '../../../core/scheduler/fold/times/time-corrections.ts';
import { findTimesAhead, type TimesAhead } from '../../../core/scheduler/fold/times/times-ahead.ts';
import { appBegan, fixTimesBeforeApp } from '../../../core/scheduler/fold/times/times-before-app.ts';
import { append, appendAll, type ClockReading, keepWhole, type RecordDesk } from './record-desk.ts';
import type { ClockDoubt, ClockState } from './record-state.ts';

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
  liftTimes(desk);
  void doubtClock(desk);
}

/** Puts right what a clock wrote that was years behind, unless it is in question which clock is right. */
function liftTimes(desk: RecordDesk): void {
  if (desk.store.getState().clock.doubt !== null) return;
  const { oldest, isWhole } = desk.live;
  if (!isWhole && (oldest === null || oldest >= appBegan)) return;
  whenWhole(desk, () => {
    const early = fixTimesBeforeApp(desk.live.recent, desk.clock.now());
    if (early.length > 0) correct(desk, early);
  });
}

/** Does at once what is to look at every entry, or when they have been read. */
function whenWhole(desk: RecordDesk, act: () => void): void {
  if (desk.live.isWhole) act();
  else void keepWhole(desk).then(act, () => {});
}

/** Puts right what a wrong clock wrote, as soon as the clock is right again; where the clock may be wrong, asks first. */
function correctTimes(desk: RecordDesk): void {
  if (hasTimesAhead(desk)) whenWhole(desk, () => correctTimesAhead(desk));
}

function hasTimesAhead({ live, clock }: RecordDesk): boolean {
  return live.times.newest > clock.now() + tolerableSkewMs;
}

function correctTimesAhead(desk: RecordDesk): void {
  const found = findTimesAhead(desk.live.recent, desk.clock.now());
  if (found === null) return;
  if (found.isClockBehind) goOnFrom(desk, found);
  else void confirm(desk, found.latest, correct(desk, found.fixes));
}

/** Until it is known which is right, what is written goes on from where the record ends. */
function goOnFrom(desk: RecordDesk, { latest: known, isTakenBack }: TimesAhead): void {
  const { clock, store, watch } = desk;
  const { doubt: standing } = store.getState().clock;
  // Another tab may have written later times since: what the clock says is what it said without the shift so far.
  const shiftedMs = standing?.kind === 'behind' ? standing.known - standing.says : 0;
  const says = (clock.now() - shiftedMs) as Timestamp;
  watch.asked = readingOf(desk);
  clock.shift(clock.shiftMs + known - clock.now());
  tell(desk, { doubt: { kind: 'behind', says, known } });
  void askServer(desk, isTakenBack);
}

/** Answers the question about a clock that is behind; but not against a learner who took the correction back. */
async function askServer(desk: RecordDesk, isTakenBack: boolean): Promise<void> {
  const { asked } = desk.watch;
  const server = await desk.clock.serverNow();
  const { doubt: judged } = desk.store.getState().clock;
  if (server === null || judged?.kind !== 'behind' || desk.watch.asked !== asked || isSetSince(desk)) return;
  if (isBehind(server, judged.says, judged.known)) follow(desk, judged, false);
  else if (Math.abs(server - judged.says) <= dayMs && !isTakenBack) follow(desk, judged, true);
}

/** Whether the server's clock says that the record is right, and the device's clock behind. */
function isBehind(server: Timestamp, says: Timestamp, latest: Timestamp): boolean {
  return server >= latest - dayMs && server - says > dayMs;
}

/** The ids of what corrects them in the log. */
function correct(
  desk: RecordDesk,
  fixes: readonly ClockFixFields[],
  more: Pick<ClockFixFields, 'asked'> = {},
): readonly EntryId[] {
  desk.live.turnTo(desk.ports.chance.logId());
  const entries = appendAll(
    desk,
    fixes.map((fix) => ({ ...fix, ...more })),
  );
  tell(desk, { doubt: null });
  return entries.map(entryIdOf);
}

/** A correction that the server contradicts is taken back. */
async function confirm(desk: RecordDesk, latest: Timestamp, fixes: readonly EntryId[]): Promise<void> {
  const server = await desk.clock.serverNow();
  if (server === null || desk.watch.isJudged || !isBehind(server, desk.clock.now(), latest)) return;
  for (const correction of desk.live.times.corrections)
    if (correction.fixes.some((fix) => fixes.includes(fix))) takeBackCorrection(desk, correction);
}

/** Asks when the clock is more than a day later than the server's, or than what is known where there is none. */
async function doubtClock(desk: RecordDesk): Promise<void> {
  const { clock, live, watch } = desk;
  const asked = readingOf(desk);
  const { says, uptimeMs } = asked;
  const hasJumped = says - watch.says - (uptimeMs - watch.uptimeMs) > dayMs;
  Object.assign(watch, { says, uptimeMs });
  const isOdd = live.times.newest > 0 && (hasJumped || says - live.times.newest > dayMs);
  if (!isOdd || watch.isJudged || clock.shiftMs !== 0) return;
  const server = await clock.serverNow();
  const isAhead = server === null ? hasJumped || says - live.times.newest > longPauseMs : says - server > dayMs;
  const known = server ?? live.times.newest;
  // Two dates that are the same are no question: what was known was just put right by this clock.
  if (!isAhead || says - known <= dayMs) return;
  watch.asked = asked;
  doubt(desk, { kind: 'ahead', says, known });
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
  else follow(desk, judged, isRight, { asked: true });
}

function follow(
  desk: RecordDesk,
  judged: ClockDoubt,
  isRight: boolean,
  more: Pick<ClockFixFields, 'asked'> = {},
): void {
  const { clock, watch } = desk;
  watch.isJudged = true;
  watch.asked = null;
  const aheadMs = judged.says - judged.known;
  // A clock that is behind is shifted since it was asked about; one that is ahead is not.
  if (isRight && judged.kind === 'behind') clock.shift(clock.shiftMs + aheadMs);
  if (!isRight && judged.kind === 'ahead') clock.shift(clock.shiftMs - aheadMs);
  tell(desk, { doubt: null, ...(isRight ? {} : { shiftedTo: clock.now() }) });
  if (!hasTimesAhead(desk)) return;
  whenWhole(desk, () => {
    const found = findTimesAhead(desk.live.recent, clock.now());
    if (found !== null) correct(desk, found.fixes, more);
  });
}

/** The learner's word on a correction: the record stands as it was written, and a clock that is before it is wrong. */
export function takeBackCorrection(desk: RecordDesk, { dated, fixes }: TimeCorrection): void {
  const { clock } = desk;
  const behindMs = dated.last - clock.now();
  if (behindMs > tolerableSkewMs) {
    clock.shift(clock.shiftMs + behindMs);
    tell(desk, { doubt: null, shiftedTo: clock.now() });
  }
  appendAll(
    desk,
    fixes.map((ref) => ({ t: 'undo', ref })),
  );
}

/** The shift of a wrong clock ends as soon as the clock itself fits the record again. */
function endShift(desk: RecordDesk): void {
  const { clock, live, watch } = desk;
  if (clock.shiftMs === 0) return;
  const fromNewestMs = clock.deviceNow() - live.times.newest;
  const isShiftOff = clock.now() < live.times.newest - dayMs;
  const fits = clock.shiftMs > 0 ? fromNewestMs >= -tolerableSkewMs : isShiftOff || fromNewestMs < dayMs;
  if (!fits) return;
  clock.shift(0);
  watch.isJudged = false;
  watch.asked = null;
  tell(desk, { shiftedTo: null, doubt: null });
}

function tell({ store }: RecordDesk, change: Partial<ClockState>): void {
  store.setState(({ clock }) => ({ clock: { ...clock, ...change } }));
}
