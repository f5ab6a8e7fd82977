import type { MouseEvent, ReactNode } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../store/stores.tsx';
import { keepFocus } from './keep-focus.ts';

/** Offers a new version where nothing is interrupted by it: on Today and after a session. */
export function UpdateNotice(): ReactNode {
  const { update } = useStores();
  const { reload, putOff } = useStore(update);
  const later = (event: MouseEvent<HTMLElement>) => {
    keepFocus(event);
    putOff();
  };
  if (reload === null) return null;
  return (
    <section className="banner" aria-label="Update">
      <p>A new version is ready.</p>
      <div className="button-row">
        <button type="button" className="button" onClick={reload}>
          Reload
        </button>
        <button type="button" className="button-quiet" onClick={later}>
          Later
        </button>
      </div>
    </section>
  );
}
