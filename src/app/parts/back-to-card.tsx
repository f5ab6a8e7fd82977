import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { useStores } from '../store/stores.tsx';
import { Icon } from './icon.tsx';

/** Leads from the notes back to the card that was left to read them. */
export function BackToCard(): ReactNode {
  const { session } = useStores();
  const isUnderWay = useStore(session, (state) => state.session !== null && !state.session.done && state.sequence > 1);
  if (!isUnderWay) return null;
  return (
    <p className="back-to-card">
      <Link href="/review" className="button">
        <Icon name="back" /> Back to card
      </Link>
    </p>
  );
}
