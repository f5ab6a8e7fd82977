import type { ReactNode } from 'react';
import { isRight, isSelfGraded } from '../../../core/study/rate.ts';
import type { Session } from '../../../core/study/session.ts';
import { rateCard } from '../../../core/study/session-steps.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { useRecord, useSession } from '../../store/stores.tsx';
import { RatingBar } from './rating-bar.tsx';

/** How an answered card is rated and left. */
export function AnsweredActions({ showing }: { readonly showing: Showing }): ReactNode {
  return isSelfGraded(showing) || isRight(showing) ? (
    <RatingBar showing={showing} />
  ) : (
    <ContinueAction showing={showing} />
  );
}

/** A wrong answer grades itself: it is in the record, unless it was taken back. */
function ContinueAction({ showing }: { readonly showing: Showing }): ReactNode {
  const rate = useSession((state) => state.rate);
  const sequence = useSession((state) => state.sequence);
  const counts = useSession((state) => state.counts);
  const again = useSession((state) => state.again);
  const seenAgain = useSession(({ session }) => (session === null ? '' : comingWords(session)));
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const isTakenBack = counts && showing.entry === null;
  const note = isTakenBack ? 'Taken back. Continue records it again.' : seenAgain;
  return (
    <>
      <p className="action-note">{counts ? note : 'Practice: your schedule stays as it is'}</p>
      {isTakenBack ? (
        <button type="button" className="button" onClick={again}>
          Answer again
        </button>
      ) : null}
      <button
        type="button"
        className="button-primary"
        aria-keyshortcuts={shortcuts ? 'Enter 1' : 'Enter'}
        onClick={() => rate(1, sequence)}
      >
        Continue
      </button>
    </>
  );
}

/** When a forgotten card is seen again, by what the session will do with it. */
function comingWords(session: Session): string {
  const card = session.current;
  const after = rateCard(session, 1);
  if (card !== null && (after.current === card || after.waiting.includes(card))) return 'Seen again in this session';
  return after.left.length > session.left.length ? 'Seen again tomorrow' : 'Seen again later today';
}
