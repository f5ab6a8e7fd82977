import type { LogId } from '../id.ts';
import { type ExportedLog, exportFormat, hashLines, linesByLog } from './export-log.ts';
import { type LogEntry, placeOf } from './log-entry.ts';
import { fitsRecord, parseLine } from './log-lines.ts';

/** What could be read of a backup. */
export interface RestoredLog {
  /** Each place once, in the order of the file. */
  readonly entries: readonly LogEntry[];
  /** False when no line says that this is one of our backups; whole lines are taken all the same. */
  readonly hasHeader: boolean;
  /** Lines that are torn, damaged or not ours, by their number in the file, from 1. */
  readonly damagedLines: readonly number[];
  /** Whole lines that name what cannot be a log or a card; left out. */
  readonly refused: number;
  /** Lines that were there before. */
  readonly repeated: number;
  /** Logs of which the file holds less than its header promises. */
  readonly incomplete: readonly LogId[];
}

/**
 * Reads a backup as far as it is readable, whatever happened to it: cut, shuffled, doubled, with other
 * line ends. Never throws. Restoring is adding these entries to the record: nothing is replaced.
 */
export function restoreLog(text: string): RestoredLog {
  const entries = new Map<string, LogEntry>();
  const headers: ExportedLog[] = [];
  const damagedLines: number[] = [];
  let hasHeader = false;
  let refused = 0;
  let repeated = 0;
  for (const [number, line] of linesOf(text)) {
    const entry = parseLine(line);
    const logs = entry === null ? readHeader(line) : null;
    if (logs !== null) {
      hasHeader = true;
      headers.push(...logs);
    } else if (entry === null) damagedLines.push(number);
    else if (!fitsRecord(entry)) refused += 1;
    else if (entries.has(placeOf(entry))) repeated += 1;
    else entries.set(placeOf(entry), entry);
  }
  const found = [...entries.values()];
  return { entries: found, hasHeader, damagedLines, refused, repeated, incomplete: incompleteLogs(headers, found) };
}

/** Lines that are not empty, with their numbers from 1. */
function linesOf(text: string): [number: number, line: string][] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [[index + 1, line.trim()]]));
}

/** The logs of a header, or null when the line is none. */
function readHeader(line: string): readonly ExportedLog[] | null {
  try {
    const value: unknown = JSON.parse(line);
    if (value === null || typeof value !== 'object' || !('format' in value) || value.format !== exportFormat)
      return null;
    const logs: unknown = 'logs' in value ? value.logs : [];
    return Array.isArray(logs) ? logs.filter(isExportedLog) : [];
  } catch {
    return null;
  }
}

function isExportedLog(value: unknown): value is ExportedLog {
  if (value === null || typeof value !== 'object') return false;
  const { log, n, sha } = value as Partial<ExportedLog>;
  return typeof log === 'string' && typeof n === 'number' && typeof sha === 'string';
}

function incompleteLogs(promised: readonly ExportedLog[], found: readonly LogEntry[]): LogId[] {
  const lines = linesByLog(found);
  const lacking = promised.filter(({ log, n, sha }) => {
    const known = lines.get(log) ?? [];
    return known.length < n || (known.length === n && hashLines(known) !== sha);
  });
  return [...new Set(lacking.map(({ log }) => log))];
}
