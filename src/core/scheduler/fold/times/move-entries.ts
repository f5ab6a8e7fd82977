import type { LogId } from '../../../model/id.ts';
import { mostMs } from '../../../model/log/log.ts';
import type { ClockFixFields, LogEntry } from '../../../model/log/log-entry.ts';
import { placeTimes } from './place-times.ts';

/** So many corrections at most are written at once: each is read at every start for ever. */
const mostFixes = 1000;

type Bound = Pick<ClockFixFields, 'above' | 'below'>;

/**
 * Corrections that move entries which follow each other to between two moments, in their order. A log too large to
 * be squeezed in keeps its pauses and reaches back past `earliest`. `timed` is the whole log in order.
 */
export function moveEntries(
  timed: readonly LogEntry[],
  moved: readonly LogEntry[],
  earliest: number,
  latest: number,
  bound: Bound,
): readonly ClockFixFields[] {
  const squeezed = fixesTo(placesOf(moved, earliest, latest), timed, bound);
  return squeezed.length <= mostFixes ? squeezed : fixesTo(placesOf(moved, -mostMs, latest), timed, bound);
}

/** By how much each entry is moved, ms. */
function placesOf(moved: readonly LogEntry[], earliest: number, latest: number): ReadonlyMap<LogEntry, number> {
  const times = moved.map(({ ms }) => ms);
  const placed = placeTimes(times, earliest, latest);
  return new Map(moved.map((entry, index) => [entry, (placed[index] ?? entry.ms) - entry.ms]));
}

/** One for each stretch of a log that is moved by the same. */
function fixesTo(
  shifts: ReadonlyMap<LogEntry, number>,
  timed: readonly LogEntry[],
  bound: Bound,
): readonly ClockFixFields[] {
  return [...logsOf(shifts.keys(), timed)].flatMap(([ref, entries]) => {
    const fixes: { from: number; to: number; delta: number }[] = [];
    let previous = 0;
    for (const entry of entries) {
      const delta = shifts.get(entry) ?? 0;
      const last = fixes.at(-1);
      if (delta !== 0 && delta === previous && last !== undefined) last.to = entry.n;
      else if (delta !== 0) fixes.push({ from: entry.n, to: entry.n, delta });
      previous = delta;
    }
    return fixes.map((fix) => ({ t: 'clock-fix' as const, ref, ...fix, ...bound }));
  });
}

/** The whole logs of which something is moved, in order of `n`. */
function logsOf(moved: Iterable<LogEntry>, timed: readonly LogEntry[]): ReadonlyMap<LogId, readonly LogEntry[]> {
  const logs = new Map<LogId, LogEntry[]>([...moved].map(({ log }) => [log, []]));
  for (const entry of timed) logs.get(entry.log)?.push(entry);
  for (const entries of logs.values()) entries.sort((a, b) => a.n - b.n);
  return logs;
}
