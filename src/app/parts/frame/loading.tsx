import { type ReactNode, useEffect, useState } from 'react';
import { failureWords } from '../../store/failure-words.ts';
import { FailureDetails } from './failure-details.tsx';

/** Nothing for 150 ms, then a still placeholder, after 3 s words. */
export function Loading({ what }: { readonly what: string }): ReactNode {
  const [phase, setPhase] = useState<'quiet' | 'shape' | 'words'>('quiet');
  useEffect(() => {
    const timers = [setTimeout(() => setPhase('shape'), 150), setTimeout(() => setPhase('words'), 3000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (phase === 'quiet') return null;
  return (
    <div className="card loading" aria-busy="true">
      <p>
        {phase === 'words' ? `Still loading ${what}` : <span className="visually-hidden">{`Loading ${what}`}</span>}
      </p>
    </div>
  );
}

/** What could not be read, why, and a way to try again. */
export function LoadFailure({ what, failure, onRetry }: LoadFailureProps): ReactNode {
  return (
    <section className="banner" aria-label="Loading failed">
      <p>
        {what} could not be read. {failureWords(failure)} Nothing of your record is affected.
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
