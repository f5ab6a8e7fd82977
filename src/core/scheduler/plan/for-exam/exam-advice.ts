import { type PlanGroup, worthOfGroups } from '../../exam-plan/plan-group.ts';
import { type StudyPrices, solvePrices } from '../../exam-plan/solve-prices.ts';
import type { Kernel } from '../../memory/memory-kernel.ts';
import { type ExamDays, modelOf } from './exam-study.ts';

/** What other ways to spend the same time come to. Parts of what all cards are worth, 0 to 1. */
export interface ExamAdvice {
  /** The plan as it is. */
  readonly kept: WayOutcome;
  /** The same without today; null when there is no time today, or no other day. */
  readonly withoutToday: WayOutcome | null;
  /** All the time on the last days alone, the longest such window first; as far as a day is long enough. */
  readonly windows: readonly StudyWindow[];
}

export interface WayOutcome {
  /** Expected in the exam, and thirty days after it with nothing more studied. */
  readonly score: number;
  readonly later: number;
}

export interface StudyWindow extends WayOutcome {
  /** Days from its first to the eve, days off among them. */
  readonly days: number;
  /** Of each of its days. */
  readonly minutes: number;
}

/** Parts of the days to the exam. */
const windowParts = [0.75, 0.5, 0.35];
/** A window on so few days is no plan. */
const leastDays = 3;
const longestSeconds = 240 * 60;

/** Each way is planned from nothing, which takes as long as the first plan of an exam: five times that in all. */
export function adviseForExam(days: ExamDays, kernel: Kernel): ExamAdvice {
  const model = modelOf(days, kernel);
  const { groups, seconds } = days;
  const outcomeOf = (some: readonly number[]) => outcome(groups, solvePrices({ model, groups, seconds: some }));
  const today = seconds.length - 1;
  const canMiss = (seconds[today] ?? 0) > 0 && today > 1;
  return {
    kept: outcomeOf(seconds),
    withoutToday: canMiss ? outcomeOf(seconds.map((some, left) => (left === today ? 0 : some))) : null,
    windows: windowsOf(seconds).map((window) => ({
      days: window.days,
      minutes: Math.round(window.perDay / 60),
      ...outcomeOf(window.seconds),
    })),
  };
}

function outcome(groups: readonly PlanGroup[], { score, later }: StudyPrices): WayOutcome {
  const worth = worthOfGroups(groups);
  return worth === 0 ? { score: 0, later: 0 } : { score: score / worth, later: later / worth };
}

function windowsOf(seconds: readonly number[]) {
  const last = seconds.length - 1;
  const total = seconds.reduce((sum, some) => sum + some, 0);
  const lengths = [...new Set(windowParts.map((part) => Math.round(part * last)))];
  return lengths
    .filter((days) => days >= leastDays && days < last)
    .map((days) => {
      const isOpen = (left: number) => left >= 1 && left <= days && (seconds[left] ?? 0) > 0;
      const perDay = total / seconds.filter((_, left) => isOpen(left)).length;
      return { days, perDay, seconds: seconds.map((_, left) => (isOpen(left) ? perDay : 0)) };
    })
    .filter(({ perDay }) => perDay <= longestSeconds);
}
