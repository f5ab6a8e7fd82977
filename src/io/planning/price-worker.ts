import { adviseOn, findPrices } from '../../core/scheduler/plan/for-exam/find-prices.ts';
import type { PriceReply, PriceRequest } from './price-protocol.ts';

/** The parts of a worker's global scope that are used here. */
interface WorkerScope {
  postMessage(reply: PriceReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<PriceRequest>) => void): void;
}

const scope = globalThis as typeof globalThis & WorkerScope;

function answer(request: PriceRequest): PriceReply {
  const { id, days } = request;
  return request.ask === 'find' ? { id, prices: findPrices(days, request.known) } : { id, advice: adviseOn(days) };
}

scope.addEventListener('message', ({ data }) => {
  try {
    scope.postMessage(answer(data));
  } catch (error) {
    scope.postMessage({ id: data.id, error: String(error) });
  }
});
