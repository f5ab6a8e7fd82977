import { useCallback, useSyncExternalStore } from 'react';
import type { Clock } from '../../../core/model/clock.ts';
import type { StudyDay } from '../../../core/model/id.ts';
import { msToNextStudyDay } from '../../../core/scheduler/study-day.ts';
import { useStores } from '../../store/stores.tsx';

/** A timer may sleep with the device, and the clock may be set: looked at again at least so often. */
const mostWaitMs = 60 * 60 * 1000;

/** The study day that is going on. Whoever uses it is drawn anew when the next one begins, wherever the page waits. */
export function useStudyDay(): StudyDay {
  const { ports, record } = useStores();
  const subscribe = useCallback((onChange: () => void) => followDay(ports.clock, onChange), [ports]);
  return useSyncExternalStore(subscribe, () => record.getState().today());
}

/** Calls back at 04:00 and whenever the page is looked at again, until what it returns is called. */
function followDay(clock: Clock, onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    const now = clock.now();
    const toNextMs = msToNextStudyDay(now, clock.offsetMinutes(now));
    timer = setTimeout(
      () => {
        onChange();
        wait();
      },
      Math.min(mostWaitMs, toNextMs),
    );
  };
  wait();
  document.addEventListener('visibilitychange', onChange);
  for (const type of ['focus', 'pageshow']) addEventListener(type, onChange);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onChange);
    for (const type of ['focus', 'pageshow']) removeEventListener(type, onChange);
  };
}
