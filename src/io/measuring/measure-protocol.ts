import type { LogEntry } from '../../core/model/log/log-entry.ts';
import type { MemoryFinding } from '../../core/scheduler/fit/measure-memory.ts';
import type { Folding } from '../../core/scheduler/fold/base/base.ts';

/** What the page asks of its worker: to take parts of a log, one after the other, and then to measure by all of them. */
export type MeasureRequest =
  | { readonly id: number; readonly ask: 'take'; readonly entries: readonly LogEntry[] }
  | { readonly id: number; readonly ask: 'measure'; readonly folding: Folding };

export type MeasureReply =
  | { readonly id: number; readonly taken: number }
  | { readonly id: number; readonly finding: MemoryFinding }
  | { readonly id: number; readonly error: string };
