import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { countWords } from '../../../core/text/count-words.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { useStudyDay } from './use-study-day.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The exam's date with its weekday and the days that are left; nothing without a date. */
export function ExamCountdown(): ReactNode {
  const { ports } = useStores();
  useStudyDay();
  const examDate = useRecord((state) => state.settings.examDate);
  const exam = Date.parse(`${examDate}T00:00:00Z`);
  if (Number.isNaN(exam)) return null;
  const now = ports.clock.now();
  const today = Math.floor((now + ports.clock.offsetMinutes(now) * 60_000) / dayMs);
  const left = Math.floor(exam / dayMs) - today;
  const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' }).format(exam);
  return (
    <section className="aside" aria-label="Your exam">
      <p>
        Exam: {date} · {left < 0 ? 'past' : left === 0 ? 'today' : `${countWords(left, 'day')} left`} ·{' '}
        <Link href="/settings#study">Change</Link>
      </p>
    </section>
  );
}
