import type { PriceFinder } from '../../core/scheduler/plan/for-exam/find-prices.ts';
import { linkWorker, type WorkerLink } from '../worker-link.ts';
import type { PriceReply, PriceRequest } from './price-protocol.ts';
import workerUrl from './price-worker.ts?worker&url';

/** Computes in a worker that lives as long as it does: prices are found once a day. */
export function createPricesInWorker(): PriceFinder {
  return {
    find: (days, known) =>
      withWorker(async (link) => {
        const reply = await link.ask({ ask: 'find', days, known });
        if ('prices' in reply) return reply.prices;
        throw new Error('Inconsistent: another answer than was asked for');
      }),
    advise: (days) =>
      withWorker(async (link) => {
        const reply = await link.ask({ ask: 'advise', days });
        if ('advice' in reply) return reply.advice;
        throw new Error('Inconsistent: another answer than was asked for');
      }),
  };
}

async function withWorker<T>(use: (link: WorkerLink<PriceRequest, PriceReply>) => Promise<T>): Promise<T> {
  const link = linkWorker<PriceRequest, PriceReply>(workerUrl, 'planning');
  try {
    return await use(link);
  } finally {
    link.end('All is computed');
  }
}
