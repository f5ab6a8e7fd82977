import type { LogId } from '../id.ts';
import { hashText } from './entry-id.ts';
import type { LogEntry } from './log-entry.ts';
import { writeLine } from './log-lines.ts';

/** Marks the first line of a backup. */
export const exportFormat = 'sveska-log-1';

/** The first line of a backup. */
export interface ExportHeader {
  readonly format: typeof exportFormat;
  /** Name and version of the program that wrote it. */
  readonly app: string;
  /** When, in ISO 8601. */
  readonly made: string;
  readonly logs: readonly ExportedLog[];
}

export interface ExportedLog {
  readonly log: LogId;
  /** How many entries of the log are in the file. */
  readonly n: number;
  /** Hash of those lines, in order of their numbers, each with a line feed. */
  readonly sha: string;
}

/**
 * A backup of the whole record: JSON Lines, a header and then one line an entry, logs one after the
 * other. Equal sets of entries give equal lines.
 */
export function exportLog(entries: readonly LogEntry[], about: Pick<ExportHeader, 'app' | 'made'>): string {
  const logs = [...linesByLog(entries)].sort(([a], [b]) => (a < b ? -1 : 1));
  const header: ExportHeader = {
    format: exportFormat,
    ...about,
    logs: logs.map(([log, lines]) => ({ log, n: lines.length, sha: hashLines(lines) })),
  };
  return `${[JSON.stringify(header), ...logs.flatMap(([, lines]) => lines)].join('\n')}\n`;
}

/** Each log's lines in order of their numbers, each place once. */
export function linesByLog(entries: readonly LogEntry[]): ReadonlyMap<LogId, readonly string[]> {
  const logs = new Map<LogId, Map<number, LogEntry>>();
  for (const entry of entries) {
    const log = logs.get(entry.log) ?? new Map<number, LogEntry>();
    logs.set(entry.log, log.set(entry.n, entry));
  }
  return new Map([...logs].map(([log, places]) => [log, inOrder(places).map((entry) => writeLine(entry))]));
}

export function hashLines(lines: readonly string[]): string {
  return hashText(`${lines.join('\n')}\n`);
}

function inOrder(places: ReadonlyMap<number, LogEntry>): LogEntry[] {
  return [...places.values()].sort((a, b) => a.n - b.n);
}
