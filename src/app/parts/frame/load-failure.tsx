import type { ReactNode } from 'react';
import { failureWords } from '../../store/failure-words.ts';
import { FailureDetails } from './failure-details.tsx';

/** What could not be read, why, and a way to try again. */
export function LoadFailure({ what, failure, onRetry }: LoadFailureProps): ReactNode {
  return (
    <section className="banner" aria-label="Loading failed">
      <p>
        {what} could not be read. {failureWords(failure)} Your data is not affected.
      </p>
      <FailureDetails failure={failure} />
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </section>
  );
}

interface LoadFailureProps {
  /** Begins the sentence: `The list of notes`. */
  readonly what: string;
  /** In the browser's words. */
  readonly failure: string;
  readonly onRetry: () => void;
}
