import { compareEntries, type LogEntry } from '../../model/log/log-entry.ts';
import { isCardEntry } from './entry-kinds.ts';

export type Answer = Extract<LogEntry, { readonly t: 'answer' }>;

/**
 * The latest `count` reviews of a log in any order, oldest first. Read from the end, where the latest mostly are, so
 * that a log of a million entries is looked through without being sorted.
 */
export function latestAnswers(log: readonly LogEntry[], count: number): readonly Answer[] {
  let kept: Answer[] = [];
  let oldest = Number.NEGATIVE_INFINITY;
  for (let index = log.length - 1; index >= 0; index -= 1) {
    const entry = log[index];
    if (entry?.t !== 'answer' || entry.ms < oldest || (entry.how ?? 'review') !== 'review') continue;
    if (!isCardEntry(entry)) continue;
    kept.push(entry);
    if (kept.length < 4 * count) continue;
    kept = kept.sort(compareEntries).slice(-count);
    oldest = kept[0]?.ms ?? oldest;
  }
  return kept.sort(compareEntries).slice(-count);
}
