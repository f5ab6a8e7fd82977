import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MemoryFinding } from '../../../core/scheduler/fit/measure-memory.ts';

/** What is told of the measurement of the learner's memory, on this device. */
export interface MeasuringState {
  /** Why the last one failed, in the browser's words; empty when it did not. */
  readonly failure: string;
  /** What the last one of this page found; null before there was one. */
  readonly found: MemoryFinding | null;
}

export type MeasuringStore = StoreApi<MeasuringState>;

export function createMeasuringStore(): MeasuringStore {
  return createStore<MeasuringState>()(() => ({ failure: '', found: null }));
}
