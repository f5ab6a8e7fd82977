import type { LogStore } from '../../core/model/log/log-store.ts';
import { trustedScriptUrl } from '../trusted-url.ts';
import { advanceCursor, isPast } from './cursors.ts';
import { readFiles } from './line-file.ts';
import { linesOfLogs, type OpfsReply, type OpfsRequest } from './opfs-protocol.ts';
import workerUrl from './opfs-worker.ts?worker&url';

/** A worker that does not even start must not keep the app waiting. */
const openingMs = 5000;

type Ask = OpfsRequest extends infer Request ? (Request extends unknown ? Omit<Request, 'id'> : never) : never;

export interface OpfsStore extends LogStore {
  /** Lines that could not be read so far; torn last lines, which nobody was told were saved, left out. */
  readonly damaged: number;
  /** Merges files of logs that were last written before a moment (ms since the epoch); how many went. */
  merge(before: number): Promise<number>;
}

/** The record as one file of lines for each log, `<log>.jsonl`, in a folder of the origin's private file system; ended logs are merged by month. */
export async function openOpfsStore(folder: string): Promise<OpfsStore> {
  const worker = startWorker();
  await worker.ask({ ask: 'open', folder }, openingMs);
  let damaged = 0;
  let closing: Promise<void> | null = null;
  return {
    get damaged() {
      return damaged;
    },
    async append(entries) {
      if (entries.length > 0) await worker.ask({ ask: 'append', lines: linesOfLogs(entries) });
    },
    async readFrom(cursor) {
      const reply = await worker.ask({ ask: 'read' });
      const found = readFiles('files' in reply ? reply.files : []);
      damaged += found.damaged;
      const entries = found.entries.filter((entry) => isPast(cursor, entry));
      return { entries, cursor: advanceCursor(cursor, entries) };
    },
    async merge(before) {
      const reply = await worker.ask({ ask: 'merge', before });
      return 'merged' in reply ? reply.merged : 0;
    },
    close() {
      closing ??= worker.ask({ ask: 'close' }).then(worker.end);
      return closing;
    },
  };
}

interface WorkerLink {
  ask(request: Ask, limitMs?: number): Promise<OpfsReply>;
  end(): void;
}

interface Pending {
  readonly resolve: (reply: OpfsReply) => void;
  readonly reject: (error: Error) => void;
}

function startWorker(): WorkerLink {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
  const pending = new Map<number, Pending>();
  let count = 0;
  let failure: Error | null = null;

  function fail(error: Error): void {
    failure = error;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  }
  worker.addEventListener('error', (event) => fail(new Error(event.message || 'The storage worker did not start')));
  worker.addEventListener('message', ({ data }: MessageEvent<OpfsReply>) => {
    const waiting = pending.get(data.id);
    pending.delete(data.id);
    if ('error' in data) waiting?.reject(new Error(data.error));
    else waiting?.resolve(data);
  });
  return {
    ask(request, limitMs) {
      if (failure !== null) return Promise.reject(failure);
      count += 1;
      const id = count;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        worker.postMessage({ ...request, id });
        if (limitMs)
          setTimeout(() => pending.has(id) && fail(new Error('The storage worker does not answer')), limitMs);
      });
    },
    end() {
      worker.terminate();
      fail(new Error('The record was closed'));
    },
  };
}
