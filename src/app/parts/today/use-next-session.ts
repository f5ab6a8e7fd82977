import { useLayoutEffect } from 'react';
import { useSessionStore, useStores } from '../../store/stores.tsx';

/**
 * For a screen on which sessions run: whoever comes by a link finds the next one there. A step back in the history
 * leads to the summary that was left for a look at one of its cards, and so does a reload.
 */
export function useNextSession(): void {
  const store = useSessionStore();
  const { trail } = useStores();
  useLayoutEffect(() => {
    const { session, close } = store.getState();
    if (session?.done && trail.arrivedBy() === 'link') close();
  }, [store, trail]);
}
