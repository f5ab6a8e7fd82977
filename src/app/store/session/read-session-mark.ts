import type { CardId } from '../../../core/model/id.ts';
import { fromEarlier } from '../../../core/study/earlier-run.ts';
import type { KeptRun } from '../../../core/study/kept-run.ts';
import type { PastStep } from '../../../core/study/review-state.ts';

/** The run that an earlier page left in its mark, of whatever version; null for none, and for what no version wrote. */
export function readKeptSession(mark: string | null): KeptRun | null {
  try {
    const kept: unknown = JSON.parse(mark ?? 'null');
    return isKept(kept) ? fromEarlier(kept) : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is KeptRun {
  const { v, savedAt, day, run, past, place, showing } = (value ?? {}) as Partial<KeptRun>;
  if (v !== 1 || !Number.isFinite(savedAt) || !Number.isSafeInteger(day) || typeof place !== 'string') return false;
  if (!isCards(run?.cards) || !isCards(run?.spare) || !Array.isArray(run?.added)) return false;
  return isSteps(past) && (showing === null || typeof showing?.card === 'string');
}

function isCards(value: unknown): value is readonly CardId[] {
  return Array.isArray(value) && value.every((card) => typeof card === 'string');
}

function isSteps(value: unknown): value is readonly PastStep[] {
  return Array.isArray(value) && value.every((step) => typeof (step as PastStep | null)?.card === 'string');
}
