import type { ReactNode } from 'react';
import { isSelfGraded } from '../../../core/study/rate.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { useLater, useSession } from '../../store/stores.tsx';

/** The one bar under every card: its main action always stands in the same place. */
export function ActionBar({ showing }: { readonly showing: Showing }): ReactNode {
  const code = useLater();
  return (
    <div className="action-bar">
      {showing.phase === 'asking' ? (
        <AskingActions showing={showing} />
      ) : code === null ? null : (
        <code.AnsweredActions showing={showing} />
      )}
    </div>
  );
}

function AskingActions({ showing }: { readonly showing: Showing }): ReactNode {
  const giveUp = useSession((state) => state.giveUp);
  return (
    <>
      {showing.kind.written !== null ? (
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
