import { type ReactNode, useEffect, useState } from 'react';

/** Nothing for 150 ms, then a still placeholder, after 3 s words. */
export function Loading({ what }: { readonly what: string }): ReactNode {
  const [phase, setPhase] = useState<'quiet' | 'shape' | 'words'>('quiet');
  useEffect(() => {
    const timers = [setTimeout(() => setPhase('shape'), 150), setTimeout(() => setPhase('words'), 3000)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (phase === 'quiet') return null;
  return (
    <div className="loading" aria-busy="true">
      <p>
        {phase === 'words' ? `Still loading ${what}` : <span className="visually-hidden">{`Loading ${what}`}</span>}
      </p>
    </div>
  );
}
