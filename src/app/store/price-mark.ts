import type { MarkStore } from '../../core/model/mark-store.ts';
import type { KnownGroup, KnownPrices } from '../../core/scheduler/exam-plan/known-prices.ts';
import { uncalibrated } from '../../core/scheduler/exam-plan/recalibrate.ts';

/** Prices, and what they were asked for. */
export interface KeptPrices {
  readonly key: string;
  readonly prices: KnownPrices;
}

/** Prices are kept beside the record: they follow from it, but a start does not wait until they are found again. */
const mark = 'prices';
/** No plan is for more days. */
const mostDays = 61;

export function keepPrices(marks: MarkStore, kept: KeptPrices): void {
  marks.set(mark, JSON.stringify(kept));
}

/** Null where none were kept, and where what was kept cannot be. */
export function readPrices(marks: MarkStore): KeptPrices | null {
  const kept = parsed(marks.get(mark));
  return isRecord(kept) && typeof kept.key === 'string' && isKnownPrices(kept.prices)
    ? { key: kept.key, prices: { ...kept.prices, calibration: { ...uncalibrated, ...kept.prices.calibration } } }
    : null;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isKnownPrices(value: unknown): value is KnownPrices {
  if (!isRecord(value) || !isRecord(value.calibration) || !isRecord(value.groups)) return false;
  const { day, examDay, worth, score, calibration, seconds, prices, groups } = value;
  return (
    [day, examDay, worth].every(isAmount) &&
    [calibration.shift, calibration.slope, calibration.fade ?? uncalibrated.fade].every(Number.isFinite) &&
    isPart(score) &&
    [seconds, prices].every((each) => isList(each, isAmount)) &&
    Object.values(groups).every(isGroup)
  );
}

function isGroup(value: unknown): value is KnownGroup {
  return isRecord(value) && isAmount(value.secondsPerWorth) && isAmount(value.begun) && isList(value.firstSeen, isPart);
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= mostDays && value.every(isItem);
}

function isAmount(value: unknown): boolean {
  return Number.isFinite(value) && Number(value) >= 0;
}

function isPart(value: unknown): boolean {
  return isAmount(value) && Number(value) <= 1;
}
