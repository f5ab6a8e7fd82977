import type { LogId } from '../../core/model/id.ts';
import { canonicalJson } from '../../core/model/log/entry-id.ts';
import type { LogEntry } from '../../core/model/log/log-entry.ts';
import { sumOfText } from './text-sum.ts';

/** Entries in one record: a million rows read in 6 s, a thousand segments in a fraction of a second. */
export const segmentSize = 1000;

export interface Segment {
  /** A JSON array of entries. */
  readonly text: string;
  /** Of the text: Chromium may hand back what a flipped bit made of it. */
  readonly sum: number;
  readonly count: number;
}

/** What a segment holds, kept beside it so that it need not be read to know. */
export interface SegmentRange {
  readonly log: LogId;
  readonly from: number;
  readonly to: number;
}

export function writeSegment(entries: readonly LogEntry[]): Segment {
  const text = `[${entries.map((entry) => canonicalJson(entry)).join(',')}]`;
  return { text, sum: sumOfText(text), count: entries.length };
}

/** The entries, or null when the text is not what was written. */
export function readSegment(segment: Segment): readonly LogEntry[] | null {
  if (typeof segment.text !== 'string' || sumOfText(segment.text) !== segment.sum) return null;
  return JSON.parse(segment.text) as readonly LogEntry[];
}

export function rangesOf(entries: readonly LogEntry[]): SegmentRange[] {
  const ranges = new Map<LogId, SegmentRange>();
  for (const { log, n } of entries) {
    const known = ranges.get(log) ?? { log, from: n, to: n };
    ranges.set(log, { log, from: Math.min(known.from, n), to: Math.max(known.to, n) });
  }
  return [...ranges.values()];
}
