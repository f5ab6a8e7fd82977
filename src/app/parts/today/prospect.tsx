import type { ReactNode } from 'react';
import type { ExamOutlook } from '../../../core/scheduler/plan/outlook.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { useRecord } from '../../store/stores.tsx';
import { enoughWords } from '../plan/plan-words.ts';
import { minutesWords } from '../text/interval-words.ts';
import { usePlan } from './use-plan.ts';

/** What comes of the present pace: until when cards wait, and whether all are seen by the exam. */
export function Prospect({ waiting }: { readonly waiting: number }): ReactNode {
  const { examDate, minutesPerDay, newPerDay } = useRecord((state) => state.settings);
  // What is planned for an exam that is near stands beside the set.
  const isPlanned = usePlan((plan) => plan.set.exam !== null && plan.set.exam.ahead.length > 0);
  const outlook = usePlan((plan) => ((waiting === 0 && examDate === '') || isPlanned ? null : plan.outlook));
  if (outlook === null) return null;
  const { backlogDays, exam } = outlook;
  return (
    <>
      {waiting === 0 ? null : <p>{waitingWords(waiting, backlogDays)}</p>}
      {exam === null || exam.seen >= exam.cards ? null : (
        <p>{newPerDay === 0 ? noneWords(exam) : examWords(exam, minutesPerDay)}</p>
      )}
    </>
  );
}

function waitingWords(waiting: number, days: number | null): string {
  const words = `${waiting} more ${waiting === 1 ? 'is' : 'are'} waiting. Nothing is lost by spreading them out`;
  if (days === null) return `${words}; at this pace it takes more than a year.`;
  return days < 2 ? `${words}.` : `${words}; at this pace it takes about ${spanWords(days)}.`;
}

function spanWords(days: number): string {
  if (days < 14) return countWords(days, 'day');
  return days < 60 ? countWords(Math.round(days / 7), 'week') : countWords(Math.round(days / 30.4), 'month');
}

function noneWords({ cards, seen }: ExamOutlook): string {
  return `By the exam you will have seen ${seen} of ${cards} cards: your settings ask for no new ones.`;
}

function examWords({ cards, seen, minutesForAll }: ExamOutlook, minutesPerDay: number): string {
  const words = `At ${minutesWords(minutesPerDay)} a day you will have seen about ${seen} of ${cards} cards by the exam.`;
  return `${words}${enoughWords(minutesForAll, minutesPerDay)}`;
}
