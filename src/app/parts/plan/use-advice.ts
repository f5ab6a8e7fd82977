import { useEffect, useState } from 'react';
import type { ExamAdvice } from '../../../core/scheduler/plan/for-exam/exam-advice.ts';
import type { ExamDays } from '../../../core/scheduler/plan/for-exam/exam-study.ts';
import { useStores } from '../../store/stores.tsx';
import { announce } from '../frame/live-regions.ts';

/** Advice on these days: null while it is computed, which takes seconds; an error when it could not be. */
export function useAdvice(days: ExamDays): ExamAdvice | Error | null {
  const { ports } = useStores();
  const [advice, setAdvice] = useState<ExamAdvice | Error | null>(null);
  // What the days hang on, but not each answer: the advice of this morning holds until the evening.
  const key = `${days.examDay} ${days.seconds.join(' ')}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see `key`
  useEffect(() => {
    let isWanted = true;
    setAdvice(null);
    ports
      .openPriceFinder()
      .then((finder) => finder.advise(days))
      .then(
        (given) => {
          if (!isWanted) return;
          setAdvice(given);
          announce('What other days would bring is worked out.');
        },
        (error: unknown) => isWanted && setAdvice(error instanceof Error ? error : new Error(String(error))),
      );
    return () => {
      isWanted = false;
    };
  }, [ports, key]);
  return advice;
}
