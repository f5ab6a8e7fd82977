import { entryIdOf, tolerableSkewMs } from '../../core/model/log.ts';
import type { EntryFields, LogEntry } from '../../core/model/log-entry.ts';
import { findTimesAhead, rangesOf, type TimesAhead } from '../../core/scheduler/times-ahead.ts';
import { append, type RecordDesk } from './record-desk.ts';
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
  correctTimes(desk);
  void doubtClock(desk);
}

/** Puts right what a wrong clock wrote, as soon as the clock is right again, and tells about it. */
export function correctTimes(desk: RecordDesk): void {
  const now = desk.clock.now();
  if (desk.live.newest <= now + tolerableSkewMs) return;
  const found = findTimesAhead(desk.live.log, now);
  if (found === null) return;
  if (found.isClockBehind && !desk.watch.isJudged) doubt(desk, { kind: 'behind', says: now, known: found.latest });
  else correct(desk, found);
}

function correct(desk: RecordDesk, { count, latest, fixes }: TimesAhead): void {
  desk.live.turnTo(desk.ports.chance.logId());
  const entries = fixes.map((fix) => entryIdOf(append(desk, fix)));
  tell(desk, { doubt: null, corrected: { count, said: latest, now: desk.clock.now(), entries } });
}

/** Asks when the clock is more than a day later than the server's, or than what is known where there is none. */
async function doubtClock(desk: RecordDesk): Promise<void> {
  const { clock, live, watch } = desk;
  const says = clock.now();
  const uptimeMs = clock.uptimeMs();
  const hasJumped = says - watch.says - (uptimeMs - watch.uptimeMs) > dayMs;
  Object.assign(watch, { says, uptimeMs });
  const isOdd = live.newest > 0 && (hasJumped || says - live.newest > dayMs);
  if (!isOdd || watch.isJudged) return;
  const server = await clock.serverNow();
  const isAhead = server === null ? hasJumped || says - live.newest > longPauseMs : says - server > dayMs;
  if (isAhead) doubt(desk, { kind: 'ahead', says, known: server ?? live.newest });
}

function doubt(desk: RecordDesk, found: ClockDoubt): void {
  // Asked once a tab for each kind; the moments go on while the question stands.
  if (desk.store.getState().clock.doubt?.kind !== found.kind) tell(desk, { doubt: found });
}

/** The learner's word: a clock that is right is believed, one that is wrong is shifted for this tab. */
export function judgeClock(desk: RecordDesk, isRight: boolean): void {
  const { doubt: judged } = desk.store.getState().clock;
  if (judged === null) return;
  tell(desk, { doubt: null });
  desk.watch.isJudged = true;
  if (!isRight) trustRecord(desk, judged);
  correctTimes(desk);
}

/** Goes on from where the record is, with what this tab wrote while the question stood. */
function trustRecord(desk: RecordDesk, { kind, says, known }: ClockDoubt): void {
  const now = desk.clock.now();
  shiftBy(desk, known - says);
  if (kind === 'ahead') return;
  const isLate = ({ log, ms }: LogEntry) => desk.live.isOwn(log) && ms >= says && ms <= now;
  for (const fix of rangesOf(desk.live.log.filter(isLate))) append(desk, { ...fix, delta: known - says });
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
  tell(desk, { shiftedTo: null });
}

export function closeCorrection(desk: RecordDesk): void {
  tell(desk, { corrected: null });
}

function tell({ store }: RecordDesk, change: Partial<ClockState>): void {
  store.setState(({ clock }) => ({ clock: { ...clock, ...change } }));
}
