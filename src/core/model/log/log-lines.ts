import { isCardId, isLogId } from '../id.ts';
import { canonicalJson, hashText } from './entry-id.ts';
import { mostMs } from './log.ts';
import type { LogEntry } from './log-entry.ts';

const checkLength = 8;
/** No place on Earth is further from UTC than 14 hours; a day leaves room. */
const mostOffsetMinutes = 24 * 60;

/** One line of JSON, without its line end; `h` holds the first 8 characters of the entry's id. */
export function writeLine(entry: LogEntry): string {
  const text = canonicalJson(entry);
  return `{"h":"${hashText(text).slice(0, checkLength)}",${text.slice(1)}`;
}

/**
 * The entry of a line, or null when the line is torn or damaged, or names what cannot be a log or a card. Kinds and
 * versions that this program does not know are kept as they are: whoever wrote them will want them back.
 */
export function readLine(text: string): LogEntry | null {
  const entry = parseLine(text);
  return entry !== null && fitsRecord(entry) ? entry : null;
}

/** The entry of a line that is whole, whatever it names. */
export function parseLine(text: string): LogEntry | null {
  const value = parseObject(text);
  if (value === null) return null;
  const { h, ...entry } = value;
  if (typeof h !== 'string' || h.length < checkLength || !hasPlace(entry)) return null;
  return hashText(canonicalJson(entry)).startsWith(h) ? entry : null;
}

/** Logs are files as well, and cards belong to packs: an id that is neither may not come in. */
export function fitsRecord(entry: LogEntry): boolean {
  return isLogId(entry.log) && (!('card' in entry) || typeof entry.card !== 'string' || isCardId(entry.card));
}

/** Whether a value stands somewhere in a log, so that it can be kept and sorted. */
export function hasPlace(value: Readonly<Record<string, unknown>>): value is LogEntry & Record<string, unknown> {
  return (
    typeof value.log === 'string' &&
    value.log !== '' &&
    isCount(value.n, 1) &&
    isCount(value.v, 1) &&
    isCount(value.c, 0) &&
    isWithin(value.ms, mostMs) &&
    isWithin(value.tz, mostOffsetMinutes) &&
    typeof value.t === 'string'
  );
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= most;
}

function isCount(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
