import type { PackId } from '../../../core/model/id.ts';
import type { MarkStore } from '../../../core/model/mark-store.ts';
import { type ClockWish, clockNames } from './clock-wish.ts';

/** What was chosen before an exam; what the pack cannot fill is found out when it is shown. */
export interface SetupChoice {
  /** Questions. */
  readonly wished: number;
  readonly clock: ClockWish;
  /** Minutes; null for the exam's own. */
  readonly own: number | null;
  readonly isStrict: boolean;
  /** Also the forms that the exam does not have. */
  readonly hasAllForms: boolean;
}

const usual: SetupChoice = { wished: 20, clock: 'exam', own: null, isStrict: false, hasAllForms: false };

/** The choices of the last exam over that pack; a mark that is no such choice stands for the usual one, part by part. */
export function readSetup(marks: MarkStore, pack: PackId): SetupChoice {
  const kept = parsed(marks.get(keyOf(pack)));
  return {
    wished: isCount(kept.wished) ? kept.wished : usual.wished,
    clock: clockNames.find((name) => name === kept.clock) ?? usual.clock,
    own: isCount(kept.own) ? kept.own : usual.own,
    isStrict: kept.isStrict === true,
    hasAllForms: kept.hasAllForms === true,
  };
}

export function keepSetup(marks: MarkStore, pack: PackId, choice: SetupChoice): void {
  marks.set(keyOf(pack), JSON.stringify(choice));
}

function keyOf(pack: PackId): string {
  return `exam-setup:${pack}`;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
