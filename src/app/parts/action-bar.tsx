import type { ReactNode } from 'react';
import { isRight, isSelfGraded, type Showing } from '../store/session-snapshot.ts';
import { useRecord, useSession } from '../store/stores.tsx';
import { intervalWords } from './interval-words.ts';
import { RatingBar } from './rating-bar.tsx';

/** The one bar under every card: its main action always stands in the same place. */
export function ActionBar({ showing }: { readonly showing: Showing }): ReactNode {
  return (
    <div className="action-bar">
      {showing.phase === 'asking' ? (
        <AskingActions showing={showing} />
      ) : isSelfGraded(showing) || isRight(showing) ? (
        <RatingBar showing={showing} />
      ) : (
        <ContinueAction showing={showing} />
      )}
    </div>
  );
}

function AskingActions({ showing }: { readonly showing: Showing }): ReactNode {
  const giveUp = useSession((state) => state.giveUp);
  return (
    <>
      {showing.parts.view.written !== null ? (
        <button type="button" className="button" onClick={giveUp}>
          Show answer
        </button>
      ) : null}
      <button type="submit" className="button-primary">
        {isSelfGraded(showing) ? 'Show answer' : 'Check answer'}
      </button>
    </>
  );
}

/** A wrong answer grades itself. */
function ContinueAction({ showing }: { readonly showing: Showing }): ReactNode {
  const rate = useSession((state) => state.rate);
  const sequence = useSession((state) => state.sequence);
  const counts = useSession((state) => state.counts);
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  const seenAgain = useRecord((state) => intervalWords(state.daysAfter(showing.card, 1)));
  return (
    <>
      <p className="action-note">{counts ? `Seen again ${seenAgain}` : 'Practice: your schedule stays as it is'}</p>
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
