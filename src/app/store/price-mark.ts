import type { MarkStore } from '../../core/model/mark-store.ts';
import type { KnownGroup, KnownPrices } from '../../core/scheduler/exam-plan/known-prices.ts';

/** Prices are kept beside the record: they follow from it, but a start does not wait until they are found again. */
const mark = 'prices';

export function keepPrices(marks: MarkStore, prices: KnownPrices): void {
  marks.set(mark, JSON.stringify(prices));
}

/** Null where none were kept, and where what was kept cannot be. */
export function readPrices(marks: MarkStore): KnownPrices | null {
  const kept = parsed(marks.get(mark));
  return isKnownPrices(kept) ? kept : null;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isKnownPrices(value: unknown): value is KnownPrices {
  if (typeof value !== 'object' || value === null) return false;
  const { examDay, calibration, prices, groups, score, later } = value as Partial<Record<keyof KnownPrices, unknown>>;
  if (typeof calibration !== 'object' || calibration === null) return false;
  if (typeof groups !== 'object' || groups === null) return false;
  const { shift, slope } = calibration as Partial<KnownPrices['calibration']>;
  return (
    [examDay, shift, slope, score, later].every(isNumber) && isNumbers(prices) && Object.values(groups).every(isGroup)
  );
}

function isGroup(value: unknown): value is KnownGroup {
  if (typeof value !== 'object' || value === null) return false;
  const { secondsPerWorth, firstSeen } = value as Partial<Record<keyof KnownGroup, unknown>>;
  return isNumber(secondsPerWorth) && isNumbers(firstSeen);
}

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every(isNumber);
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}
