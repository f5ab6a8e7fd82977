import type { ReactNode } from 'react';
import { mayOverrule } from '../../../core/study/rate.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { useSession } from '../../store/stores.tsx';
import { CardNote } from './card-note.tsx';
import { ReportProblem } from './report-problem.tsx';

/** What can be done about a card beside answering it. */
export function CardTools({ showing }: { readonly showing: Showing }): ReactNode {
  return (
    <>
      <CardNote card={showing.card}>
        <SuspendButton />
      </CardNote>
      <ReportProblem showing={showing} />
    </>
  );
}

/** Takes the card out of all reviews, until the learner brings it back; Undo does so at once. */
function SuspendButton(): ReactNode {
  const suspend = useSession((state) => state.suspend);
  return (
    <button type="button" className="button-quiet" onClick={suspend}>
      Suspend this card
    </button>
  );
}

/** No grader knows every way to be right: the learner has the last word on what was written. */
export function Overrule({ showing }: { readonly showing: Showing }): ReactNode {
  const overrule = useSession((state) => state.overrule);
  if (!mayOverrule(showing)) return null;
  const { isOverruled } = showing;
  return (
    <p className="overrule">
      {isOverruled ? 'You counted this as right.' : 'Was your answer right after all?'}{' '}
      <button type="button" className="button" onClick={() => overrule(!isOverruled)}>
        {isOverruled ? 'Take that back' : 'Count it as right'}
      </button>
    </p>
  );
}
