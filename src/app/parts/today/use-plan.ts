import { useSyncExternalStore } from 'react';
import type { DayPlan } from '../../../core/study/plan-day.ts';
import { planOf } from '../../store/plan-store.ts';
import { useStores } from '../../store/stores.tsx';
import { useStudyDay } from './use-study-day.ts';

/** A part of the day's plan. Whoever uses it is drawn anew when that part is another, or the next study day begins. */
export function usePlan<T>(select: (plan: DayPlan) => T): T {
  const plan = planOf(useStores());
  useStudyDay();
  return useSyncExternalStore(plan.subscribe, () => select(plan.current()));
}
