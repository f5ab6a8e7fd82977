import type { KnownPrices } from '../../core/scheduler/exam-plan/known-prices.ts';
import type { ExamAdvice } from '../../core/scheduler/plan/for-exam/exam-advice.ts';
import type { ExamDays } from '../../core/scheduler/plan/for-exam/exam-study.ts';

/** What the page asks its worker of prices; each is answered once, in order. */
export type PriceRequest =
  | { readonly id: number; readonly ask: 'find'; readonly days: ExamDays; readonly known: KnownPrices | null }
  | { readonly id: number; readonly ask: 'advise'; readonly days: ExamDays };

export type PriceReply =
  | { readonly id: number; readonly prices: KnownPrices }
  | { readonly id: number; readonly advice: ExamAdvice }
  | { readonly id: number; readonly error: string };
