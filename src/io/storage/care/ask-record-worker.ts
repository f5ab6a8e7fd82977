import { trustedScriptUrl } from '../../trusted-url.ts';
import type { Comparison, RecordJob, RecordJobReply } from './record-job.ts';

/** A job that a worker does. */
export interface AskedJob {
  /** When both stores were compared; rejects when the worker does not come so far. */
  readonly compared: Promise<Comparison>;
  /** When nothing is left to do; never rejects. */
  readonly done: Promise<void>;
  end(): void;
}

/** Starts a worker for one job; it ends with the job. Throws where there are no workers. */
export function askRecordWorker(url: string, job: RecordJob): AskedJob {
  const worker = new Worker(trustedScriptUrl(url), { type: 'module' });
  let tell: (compared: Comparison) => void = () => {};
  let fail: (error: Error) => void = () => {};
  let finish: () => void = () => {};
  const compared = new Promise<Comparison>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  // Nobody may ask for it.
  compared.catch(() => {});
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const end = (reason: string): void => {
    worker.terminate();
    fail(new Error(reason));
    finish();
  };
  worker.addEventListener('error', ({ message }) => end(message || 'The worker of the record did not start'));
  worker.addEventListener('message', ({ data }: MessageEvent<RecordJobReply>) => {
    if ('compared' in data) tell(data.compared);
    else end(data.error ?? 'The stores were not compared');
  });
  worker.postMessage(job);
  return { compared, done, end: () => end('The record was closed') };
}
