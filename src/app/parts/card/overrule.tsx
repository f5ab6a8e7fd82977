import type { ReactNode } from 'react';
import { mayOverrule } from '../../../core/study/rate.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { useSession } from '../../store/stores.tsx';

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
