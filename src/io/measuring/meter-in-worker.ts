import type { MemoryMeter } from '../../core/scheduler/fit/memory-meter.ts';
import { linkWorker } from '../worker-link.ts';
import type { MeasureReply, MeasureRequest } from './measure-protocol.ts';
import workerUrl from './measure-worker.ts?worker&url';

/** Copying entries for a worker takes the page's time: so many at once are some ten milliseconds. */
const entriesAtOnce = 2000;

/** Measures in a worker that lives as long as it does. It is handed the log in parts, and the page can act between them. */
export function createMeterInWorker(): MemoryMeter {
  return {
    async measure(log, folding) {
      const link = linkWorker<MeasureRequest, MeasureReply>(workerUrl, 'measuring');
      try {
        for (let from = 0; from < log.length; from += entriesAtOnce) {
          await link.ask({ ask: 'take', entries: log.slice(from, from + entriesAtOnce) });
        }
        const reply = await link.ask({ ask: 'measure', folding });
        if ('finding' in reply) return reply.finding;
        throw new Error('Inconsistent: another answer than was asked for');
      } finally {
        link.end('All is measured');
      }
    },
  };
}
