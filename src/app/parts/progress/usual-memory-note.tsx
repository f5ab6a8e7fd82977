import type { ReactNode } from 'react';
import { memoryInUse } from '../../../core/scheduler/memory/own-scheduler.ts';
import { useRecord } from '../../store/stores.tsx';

/** Says that past forecasts go by another memory than the present one, where that is so. */
export function UsualMemoryNote(): ReactNode {
  const isOwn = useRecord(({ settings }) => memoryInUse(settings) !== '');
  if (!isOwn) return null;
  return (
    <p>
      This goes by the memory that is usual of many learners. Your own was measured from these very answers, and would
      have known them beforehand.
    </p>
  );
}
