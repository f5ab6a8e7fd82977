import { type MemoryMeter, measureLog } from '../src/core/scheduler/fit/memory-meter.ts';

/** Measures where it is called: a test needs no worker. */
export const meterInProcess: MemoryMeter = {
  measure: async (log, folding) => measureLog(log, folding),
};
