import type { LogEntry } from '../../model/log/log-entry.ts';
import { isClockFix, isUndo } from './entry-kinds.ts';
import { orderLog } from './order-log.ts';
import { applyClockFixes } from './times/clock-fixes.ts';
import { holdingFixes } from './times/fix-groups.ts';
import { undoneEntries } from './undone-entries.ts';

/**
 * What of a log counts, in the order of the fold: duplicates and what was taken back left out, wrong
 * clocks corrected.
 */
export function activeEntries(log: Iterable<LogEntry>): readonly LogEntry[] {
  const ordered = orderLog(log);
  if (!ordered.some(isOverLog)) return ordered;
  const undone = undoneEntries(ordered);
  const active = undone.size === 0 ? ordered : ordered.filter((entry) => !undone.has(entry));
  const fixes = holdingFixes(ordered.filter(isClockFix), undone);
  return fixes.length === 0 ? active : orderLog(applyClockFixes(active, fixes));
}

/** Every entry with its corrected time, the taken-back ones included, in the order of the fold. */
export function timedEntries(log: Iterable<LogEntry>): readonly LogEntry[] {
  const ordered = orderLog(log);
  const fixes = ordered.filter(isClockFix);
  if (fixes.length === 0) return ordered;
  return orderLog(applyClockFixes(ordered, holdingFixes(fixes, undoneEntries(ordered))));
}

/** Whether an entry may say of others that they do not count, or when they were. */
function isOverLog(entry: LogEntry): boolean {
  return isUndo(entry) || isClockFix(entry);
}
