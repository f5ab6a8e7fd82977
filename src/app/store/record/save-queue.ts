import type { LogEntry } from '../../../core/model/log/log-entry.ts';

/** Whether what the learner did is durable: `saved` is said only after the stores said so. */
export type SaveState = 'saved' | 'saving' | 'failed';

/** Entries on their way to the stores, in order, one batch at a time; a batch that fails is tried again. */
export interface SaveQueue {
  push(entry: LogEntry): void;
  /** Tries what is waiting at once, after a failure. */
  retry(): void;
  /** Entries that no store has acknowledged. */
  waiting(): readonly LogEntry[];
}

export interface SaveQueueOptions {
  append(entries: readonly LogEntry[]): Promise<void>;
  onChange(change: SaveChange): void;
  readonly retryMs: number;
}

export interface SaveChange {
  readonly save: SaveState;
  /** Why saving failed, in the browser's words. */
  readonly failure: string;
  readonly unsaved: number;
  /** The last entry that the stores acknowledged with this change. */
  readonly acknowledged: LogEntry | null;
}

export function createSaveQueue({ append, onChange, retryMs }: SaveQueueOptions): SaveQueue {
  let waiting: readonly LogEntry[] = [];
  let isWriting = false;
  let hasFailed = false;
  let failure = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (acknowledged: LogEntry | null = null) => {
    const save = hasFailed ? 'failed' : waiting.length === 0 ? 'saved' : 'saving';
    onChange({ save, failure: hasFailed ? failure : '', unsaved: waiting.length, acknowledged });
  };

  const write = async (): Promise<void> => {
    if (isWriting || waiting.length === 0) return;
    isWriting = true;
    clearTimeout(timer);
    const batch = waiting;
    try {
      await append(batch);
      waiting = waiting.slice(batch.length);
      hasFailed = false;
      tell(batch.at(-1) ?? null);
    } catch (error) {
      hasFailed = true;
      failure = String(error);
      tell();
      timer = setTimeout(write, retryMs);
      return;
    } finally {
      isWriting = false;
    }
    await write();
  };

  return {
    push: (entry) => {
      waiting = [...waiting, entry];
      tell();
      void write();
    },
    retry: () => void write(),
    waiting: () => waiting,
  };
}
