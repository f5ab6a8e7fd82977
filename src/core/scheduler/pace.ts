import type { LogEntry } from '../model/log-entry.ts';

const defaultSeconds = 20;
const trustedAnswers = 20;
/** Later answers speak for today's pace better than those of last year. */
const recentAnswers = 200;

/** Median seconds of the last 200 answers in `log` (in order); 20 until there are 20 answers. */
export function secondsPerCard(log: readonly LogEntry[]): number {
  const took: number[] = [];
  for (let index = log.length - 1; index >= 0 && took.length < recentAnswers; index -= 1) {
    const entry = log[index];
    if (entry?.t === 'answer' && entry.took > 0) took.push(entry.took);
  }
  if (took.length < trustedAnswers) return defaultSeconds;
  took.sort((a, b) => a - b);
  const middle = took.length >> 1;
  const medianMs = took.length % 2 === 1 ? took[middle] : ((took[middle - 1] ?? 0) + (took[middle] ?? 0)) / 2;
  return Math.max(1, (medianMs ?? 0) / 1000);
}
