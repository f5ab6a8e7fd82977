import type { LogId } from '../../core/model/id.ts';
import type { LogEntry } from '../../core/model/log/log-entry.ts';
import { writeLine } from '../../core/model/log/log-lines.ts';

/** What the page asks of the worker that holds the files; answers carry the same `id`. */
export type OpfsRequest =
  /** Comes first. `folder`: where the logs are, below the origin's root. */
  | { readonly id: number; readonly ask: 'open'; readonly folder: string }
  | { readonly id: number; readonly ask: 'append'; readonly lines: readonly LinesOfLog[] }
  | { readonly id: number; readonly ask: 'read' }
  /** Merges files of logs last written before that moment, ms since the epoch. */
  | { readonly id: number; readonly ask: 'merge'; readonly before: number }
  | { readonly id: number; readonly ask: 'close' };

export interface LinesOfLog {
  readonly log: LogId;
  /** Whole lines with their line ends. */
  readonly text: string;
}

export function linesOfLogs(entries: readonly LogEntry[]): LinesOfLog[] {
  const logs = new Map<LogId, string>();
  for (const entry of entries) logs.set(entry.log, `${logs.get(entry.log) ?? ''}${writeLine(entry)}\n`);
  return [...logs].map(([log, text]) => ({ log, text }));
}

export type OpfsReply =
  | { readonly id: number; readonly files: readonly string[] }
  | { readonly id: number; readonly merged: number }
  | { readonly id: number; readonly done: true }
  | { readonly id: number; readonly error: string };
