import type { LogId, Timestamp } from '../model/id.ts';
import type { ClockFixFields, LogEntry, LogPlace } from '../model/log-entry.ts';

type ClockFix = LogPlace & ClockFixFields;

export function isClockFix(entry: LogEntry): entry is ClockFix {
  return entry.t === 'clock-fix' && entry.v === 1;
}

/**
 * The entries with their times corrected, no longer in order where something was shifted. Several fixes
 * of one entry add up, so that it does not matter which came first.
 */
export function applyClockFixes(entries: readonly LogEntry[], fixes: readonly ClockFix[]): readonly LogEntry[] {
  const byLog = new Map<LogId, ClockFix[]>();
  for (const fix of fixes) byLog.set(fix.ref, [...(byLog.get(fix.ref) ?? []), fix]);
  return entries.map((entry) => {
    const shiftMs = shiftOf(entry, byLog.get(entry.log) ?? []);
    return shiftMs === 0 ? entry : { ...entry, ms: (entry.ms + shiftMs) as Timestamp };
  });
}

function shiftOf(entry: LogEntry, fixes: readonly ClockFix[]): number {
  let shiftMs = 0;
  for (const fix of fixes) {
    if (entry.n >= fix.from && entry.n <= fix.to && Number.isFinite(fix.delta)) shiftMs += fix.delta;
  }
  return shiftMs;
}
