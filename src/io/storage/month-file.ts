import type { LogEntry } from '../../core/model/log/log-entry.ts';
import { readLine } from '../../core/model/log/log-lines.ts';
import { sumOfText } from './text-sum.ts';

/** `2026-11.month.jsonl`; while a month is merged again, also `2026-11.1.month.jsonl`. */
const monthName = /^(\d{4}-\d{2})(?:\.\d+)?\.month\.jsonl$/;
const sealStart = '{"sealed":';

/** Which month a file holds; null for the file of one log. */
export function monthOf(fileName: string): string | null {
  return monthName.exec(fileName)?.[1] ?? null;
}

export function monthFileName(month: string, copy: number): string {
  return copy === 0 ? `${month}.month.jsonl` : `${month}.${copy}.month.jsonl`;
}

/** The lines of a file without its seal and a torn end; null when another line cannot be read. */
export function linesToMerge(text: string): readonly string[] | null {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const whole = lines.filter((line) => line !== '' && !isSeal(line));
  if (sealedPart(text) === null && whole.some((line) => readLine(line) === null)) return null;
  // Whole, but for its line end.
  return readLine(last) === null ? whole : [...whole, last];
}

/**
 * The text of a month's file: lines, each once, and behind them a seal with their number and sum, so that they
 * need not be checked one by one when they are read.
 */
export function sealLines(lines: Iterable<string>): string {
  const unique = new Set(lines);
  const text = [...unique].map((line) => `${line}\n`).join('');
  return `${text}${sealStart}${unique.size},"sum":${sumOfText(text)}}\n`;
}

/** The entries of a sealed file, or null when it has no seal or is not what was sealed. */
export function readMonth(text: string): LogEntry[] | null {
  const sealed = sealedPart(text);
  if (sealed === null) return null;
  const lines = JSON.parse(`[${sealed.slice(0, -1).replaceAll('\n', ',')}]`) as (LogEntry & { h: string })[];
  return lines.map(({ h: _check, ...entry }) => entry as LogEntry);
}

export function isSeal(line: string): boolean {
  return line.startsWith(sealStart);
}

/** The lines before the seal, when they are what was sealed. */
function sealedPart(text: string): string | null {
  const start = text.lastIndexOf(`\n${sealStart}`) + 1;
  const sum = /^\{"sealed":\d+,"sum":(\d+)\}\n$/.exec(text.slice(start))?.[1];
  const lines = text.slice(0, start);
  return start > 0 && sum !== undefined && Number(sum) === sumOfText(lines) ? lines : null;
}
