import { useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.tsx';

const serif = '1em "Sveska Serif"';

/**
 * Fetches the serif once the first screen stands, and puts it on when another screen or card comes: text that is being
 * read never moves. Whoever comes back has it from the start (`index.html`).
 */
export function useSerif(): void {
  const { ports, session } = useStores();
  const [path] = useLocation();
  const card = useStore(session, ({ showing }) => showing?.card);
  useEffect(() => ports.whenIdle(loadSerif), [ports]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen or card is when it may change
  useLayoutEffect(() => {
    if (document.fonts?.check(serif)) document.documentElement.dataset.serif = '';
  }, [path, card]);
}

/** Without it the screens stay in the serif of the system. */
async function loadSerif(): Promise<void> {
  await document.fonts?.load(serif).catch(() => {});
}
