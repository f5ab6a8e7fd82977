import type { LogEntry } from '../../core/model/log/log-entry.ts';
import { measureLog } from '../../core/scheduler/fit/memory-meter.ts';
import type { MeasureReply, MeasureRequest } from './measure-protocol.ts';

/** The parts of a worker's global scope that are used here. */
interface WorkerScope {
  postMessage(reply: MeasureReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<MeasureRequest>) => void): void;
}

const scope = globalThis as typeof globalThis & WorkerScope;
const log: LogEntry[] = [];

function answer(request: MeasureRequest): MeasureReply {
  const { id } = request;
  if (request.ask === 'measure') return { id, finding: measureLog(log, request.folding) };
  for (const entry of request.entries) log.push(entry);
  return { id, taken: log.length };
}

scope.addEventListener('message', ({ data }) => {
  try {
    scope.postMessage(answer(data));
  } catch (error) {
    scope.postMessage({ id: data.id, error: String(error) });
  }
});
