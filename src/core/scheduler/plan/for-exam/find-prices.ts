import { isContinued, type KnownPrices, knowPrices } from '../../exam-plan/known-prices.ts';
import { solvePrices } from '../../exam-plan/solve-prices.ts';
import { createScheduler, type Scheduler } from '../../memory/fsrs.ts';
import { adviseForExam, type ExamAdvice } from './exam-advice.ts';
import { type ExamDays, modelOf } from './exam-study.ts';

/** The way to prices that does not hold up the page. */
export interface PriceFinder {
  /** Rejects when it cannot be computed there. */
  find(days: ExamDays, known: KnownPrices | null): Promise<KnownPrices>;
  advise(days: ExamDays): Promise<ExamAdvice>;
}

/** The prices of the days to an exam. Those that were found for it before make a few steps enough. */
export function findPrices(days: ExamDays, known: KnownPrices | null): KnownPrices {
  const { groups, seconds } = days;
  const earlier = known !== null && isContinued(known, days) ? { earlier: known.prices } : {};
  return knowPrices(days, solvePrices({ model: modelOf(days, modelBy(days)), groups, seconds, ...earlier }));
}

/** What missing today costs, and what the same time on fewer days would bring. */
export function adviseOn(days: ExamDays): ExamAdvice {
  return adviseForExam(days, modelBy(days));
}

/** Desired retention has no say in it: an exam is planned by what is known on its day. */
function modelBy({ parameters }: ExamDays): Scheduler {
  return createScheduler({ desiredRetention: 0.9, parameters });
}
