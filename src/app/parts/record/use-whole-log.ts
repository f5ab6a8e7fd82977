import { useEffect, useState } from 'react';
import type { LogEntry } from '../../../core/model/log/log-entry.ts';
import { useRecord } from '../../store/stores.tsx';

/** Every entry, read again with each that is added. */
export function useWholeLog(): WholeLog {
  const recorded = useRecord((state) => state.entries);
  const whole = useRecord((state) => state.whole);
  const [log, setLog] = useState<readonly LogEntry[] | null>(null);
  const [failure, setFailure] = useState('');
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was recorded since, or another try, reads again
  useEffect(() => {
    let isStale = false;
    whole().then(
      (entries) => {
        if (isStale) return;
        setLog(entries);
        setFailure('');
      },
      (error: unknown) => {
        if (!isStale) setFailure(String(error));
      },
    );
    return () => {
      isStale = true;
    };
  }, [whole, recorded, attempt]);
  return { log, failure, retry: () => setAttempt((n) => n + 1) };
}

interface WholeLog {
  /** Null until it was read. */
  readonly log: readonly LogEntry[] | null;
  /** Why it could not be read, in the browser's words; empty while that is not so. */
  readonly failure: string;
  retry(): void;
}
