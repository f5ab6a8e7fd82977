import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Later } from '../later.ts';

/** The code that the first card does not wait for. */
export interface LaterState {
  /** Null until it is there. */
  readonly code: Later | null;
  /** Loads it once, and again after a failure, with which it rejects. */
  load(): Promise<Later>;
}

export type LaterStore = StoreApi<LaterState>;

export function createLaterStore(load: () => Promise<Later>): LaterStore {
  let underWay: Promise<Later> | null = null;
  return createStore<LaterState>()((set) => ({
    code: null,
    load: () => {
      underWay ??= load().then(
        (code) => {
          set({ code });
          return code;
        },
        (error) => {
          underWay = null;
          throw error;
        },
      );
      return underWay;
    },
  }));
}
