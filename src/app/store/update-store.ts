import { createStore, type StoreApi } from 'zustand/vanilla';

/** A newer version of the app that has been loaded and waits to be used. */
export interface UpdateState {
  /** Reloads into the new version; null while there is none, or it was put off. */
  readonly reload: (() => void) | null;
  offer(reload: () => void): void;
  putOff(): void;
}

export type UpdateStore = StoreApi<UpdateState>;

export function createUpdateStore(): UpdateStore {
  return createStore<UpdateState>()((set) => ({
    reload: null,
    offer: (reload) => set({ reload }),
    putOff: () => set({ reload: null }),
  }));
}
