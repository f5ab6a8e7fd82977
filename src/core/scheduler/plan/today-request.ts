import type { Settings } from '../../model/settings.ts';
import type { ExamsByPack } from '../exam-plan/card-worth.ts';
import type { KnownPrices } from '../exam-plan/known-prices.ts';
import type { Scheduler } from '../memory/fsrs.ts';
import type { OpenRequest } from './open-questions.ts';
import type { Pace } from './pace.ts';

export interface TodayRequest extends OpenRequest {
  readonly settings: Pick<Settings, 'minutesPerDay' | 'newPerDay' | 'examDate' | 'daysOff'>;
  readonly scheduler: Scheduler;
  /** The learner's own: see `measurePace`. */
  readonly pace: Pace;
  readonly knowledge: ExamKnowledge;
  /** So many cards or minutes beyond today's set, new cards beyond the day's allowance included: "10 more". */
  readonly beyond?: { readonly cards: number } | { readonly minutes: number };
}

/** What is known beside the record when an exam is planned. */
export interface ExamKnowledge {
  readonly exams: ExamsByPack;
  /** Null while they are not known. */
  readonly prices: KnownPrices | null;
}

export const nothingKnown: ExamKnowledge = { exams: new Map(), prices: null };
