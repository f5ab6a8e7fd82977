import type { LogStore } from '../../core/model/log/log-store.ts';
import { linkWorker } from '../worker-link.ts';
import { advanceCursor, isPast } from './cursors.ts';
import { readFiles } from './line-file.ts';
import { linesOfLogs, type OpfsReply, type OpfsRequest } from './opfs-protocol.ts';
import workerUrl from './opfs-worker.ts?worker&url';

/** A worker that does not even start must not keep the app waiting. */
const openingMs = 5000;

export interface OpfsStore extends LogStore {
  /** Lines that could not be read so far; torn last lines, which nobody was told were saved, left out. */
  readonly damaged: number;
  /** Merges files of logs that were last written before a moment (ms since the epoch); how many went. */
  merge(before: number): Promise<number>;
}

/** The record as one file of lines for each log, `<log>.jsonl`, in a folder of the origin's private file system; ended logs are merged by month. */
export async function openOpfsStore(folder: string): Promise<OpfsStore> {
  const worker = linkWorker<OpfsRequest, OpfsReply>(workerUrl, 'storage');
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
      closing ??= worker.ask({ ask: 'close' }).then(() => worker.end('The record was closed'));
      return closing;
    },
  };
}
