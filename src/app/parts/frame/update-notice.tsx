import { type MouseEvent, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../../store/stores.tsx';
import { keepFocus } from './keep-focus.ts';
import { announce } from './live-regions.ts';
import { useMayInterrupt } from './use-may-interrupt.ts';

/** Offers a new version above every screen but a card, which it must not disturb. */
export function UpdateNotice(): ReactNode {
  const { update } = useStores();
  const reload = useStore(update, (state) => state.reload);
  const mayInterrupt = useMayInterrupt();
  return reload === null || !mayInterrupt ? null : <UpdateOffer reload={reload} />;
}

function UpdateOffer({ reload }: { readonly reload: () => void }): ReactNode {
  const { update } = useStores();
  const putOff = useStore(update, (state) => state.putOff);
  useEffect(() => announce(words), []);
  const later = (event: MouseEvent<HTMLElement>) => {
    keepFocus(event);
    putOff();
  };
  return (
    <section className="banner update-notice" aria-label="Update">
      <p>{words}</p>
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

const words = 'A new version is ready.';
