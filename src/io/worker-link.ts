import { trustedScriptUrl } from './trusted-url.ts';

/** A request without the number under which it is answered; of each kind of request its own. */
type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/** A worker that answers every request once, by its number. After a failure it is at an end, and refuses all. */
export interface WorkerLink<Request, Reply> {
  /** Rejects with what the worker says went wrong, or when it takes longer than the limit: then the worker failed. */
  ask(request: Unnumbered<Request>, limitMs?: number): Promise<Exclude<Reply, { readonly error: string }>>;
  hasFailed(): boolean;
  end(reason: string): void;
}

interface Pending<Answer> {
  readonly resolve: (reply: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a worker; `name` is what it is called where it fails. */
export function linkWorker<Request extends { readonly id: number }, Reply extends { readonly id: number }>(
  url: string,
  name: string,
): WorkerLink<Request, Reply> {
  type Answer = Exclude<Reply, { readonly error: string }>;
  const worker = new Worker(trustedScriptUrl(url), { type: 'module' });
  const pending = new Map<number, Pending<Answer>>();
  let count = 0;
  let failure: Error | null = null;

  function end(reason: string): void {
    worker.terminate();
    failure ??= new Error(reason);
    for (const { reject } of pending.values()) reject(failure);
    pending.clear();
  }
  worker.addEventListener('error', ({ message }) => end(message || `The ${name} worker did not start`));
  worker.addEventListener(
    'message',
    ({ data }: MessageEvent<Answer | { readonly id: number; readonly error: string }>) => {
      const waiting = pending.get(data.id);
      pending.delete(data.id);
      if ('error' in data) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data);
    },
  );
  return {
    ask(request, limitMs) {
      if (failure !== null) return Promise.reject(failure);
      count += 1;
      const id = count;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        worker.postMessage({ ...request, id });
        if (limitMs) setTimeout(() => pending.has(id) && end(`The ${name} worker does not answer`), limitMs);
      });
    },
    hasFailed: () => failure !== null,
    end,
  };
}
