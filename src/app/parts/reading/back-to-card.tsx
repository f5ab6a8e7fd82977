import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { hasBegun } from '../../../core/study/review-state.ts';
import type { SessionState } from '../../store/session/session-state.ts';
import { useStores } from '../../store/stores.tsx';
import { Icon } from '../frame/icon.tsx';

/** Leads back to the card that was left to read, from wherever the page has been scrolled to. */
export function BackToCard(): ReactNode {
  const { session, practice, trail } = useStores();
  const review = useStore(session, placeUnderWay);
  const practised = useStore(practice, placeUnderWay);
  const place = practised !== null && practised === trail.card() ? practised : review;
  if (place === null) return null;
  // A step back rather than a new one, so that leaving the card afterwards does not lead here again.
  const goBack = (event: MouseEvent) => {
    if (trail.from() !== place) return;
    event.preventDefault();
    history.back();
  };
  return (
    <p className="back-to-card">
      <Link href={place} className="button" onClick={goBack}>
        <Icon name="back" /> Back to card
      </Link>
    </p>
  );
}

/** Where a run goes on; null when none is under way. */
function placeUnderWay(state: SessionState): string | null {
  const { session, sequence, place } = state;
  return session !== null && !session.done && (sequence > 1 || hasBegun(state)) ? place : null;
}
