import { type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useStores } from '../store/stores.tsx';

/** Keeps the app on the device, and offers a new version once one is kept; never while a session is open. */
export function UpdateOffer(): ReactNode {
  const { ports } = useStores();
  const [path] = useLocation();
  const [update, setUpdate] = useState<{ readonly reload: () => void } | null>(null);
  useEffect(() => ports.keepOffline?.((reload) => setUpdate({ reload })), [ports]);
  const isSession = path === '/review' || path.startsWith('/q/');
  if (update === null || isSession) return null;
  return (
    <section className="banner" aria-label="Update">
      <p>A new version is ready.</p>
      <button type="button" className="button button-primary" onClick={update.reload}>
        Reload
      </button>
      <button type="button" className="button" onClick={() => setUpdate(null)}>
        Later
      </button>
    </section>
  );
}
