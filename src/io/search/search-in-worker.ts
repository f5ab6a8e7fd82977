import type { SearchDocument } from '../../core/model/deck.ts';
import type { Search } from '../../core/model/search.ts';
import { trustedScriptUrl } from '../trusted-url.ts';
import type { SearchReply, SearchRequest } from './search-protocol.ts';
import workerUrl from './search-worker.ts?worker&url';

type Ask = SearchRequest extends infer Request ? (Request extends unknown ? Omit<Request, 'id'> : never) : never;

interface Pending {
  readonly resolve: (found: readonly SearchDocument[]) => void;
  readonly reject: (error: Error) => void;
}

/** Searches in a worker that is started by the first question; after one that died comes another. */
export function createSearchInWorker(): Search {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let count = 0;

  function start(): Worker {
    const started = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
    started.addEventListener('error', (event) => fail(event.message || 'The search worker did not start'));
    started.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      const waiting = pending.get(data.id);
      pending.delete(data.id);
      if ('error' in data) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.found);
    });
    return started;
  }
  function fail(reason: string): void {
    worker?.terminate();
    worker = null;
    for (const { reject } of pending.values()) reject(new Error(reason));
    pending.clear();
  }
  function ask(request: Ask): Promise<readonly SearchDocument[]> {
    const asked = worker ?? start();
    worker = asked;
    count += 1;
    const id = count;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      asked.postMessage({ ...request, id });
    });
  }
  return {
    take: async (documents) => void (await ask({ ask: 'take', documents })),
    find: (sought) => ask({ ask: 'find', sought }),
  };
}
