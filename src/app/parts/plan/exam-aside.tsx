import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { dayMs } from '../../../core/model/day-ms.ts';
import type { StudyDay } from '../../../core/model/id.ts';
import { dateToday } from '../../store/date-today.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { usePlan } from '../today/use-plan.ts';
import { useStudyDay } from '../today/use-study-day.ts';
import { coverageWords, percentWords } from './plan-words.ts';
import { WeekGrid } from './week-grid.tsx';

/** The exam's date, the days that are left, and what comes of the plan for them; nothing without a date. */
export function ExamAside({ isReady }: { readonly isReady: boolean }): ReactNode {
  const { ports } = useStores();
  const studyDay = useStudyDay();
  const examDate = useRecord((state) => state.settings.examDate);
  const exam = Date.parse(`${examDate}T00:00:00Z`);
  if (Number.isNaN(exam)) return null;
  const left = (exam - Date.parse(dateToday(ports.clock))) / dayMs;
  const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' }).format(exam);
  return (
    <section className="aside exam-aside" aria-labelledby="your-exam">
      <h2 id="your-exam" className="aside-title">{`Exam: ${date}`}</h2>
      {left > 0 ? (
        <dl className="plan-outcome">
          <div>
            <dt>{`${left === 1 ? 'day' : 'days'} left`}</dt>
            <dd>{left}</dd>
          </div>
        </dl>
      ) : (
        <p>{left === 0 ? 'It is today. Good luck.' : 'It is past. Cards come back as they always do.'}</p>
      )}
      {left > 0 ? <WeekGrid today={studyDay} examDay={(exam / dayMs) as StudyDay} /> : null}
      {left > 0 && isReady ? <PlanWords /> : null}
      <p>
        {left > 0 ? (
          <>
            <Link href="/plan">See the plan</Link> ·{' '}
          </>
        ) : null}
        <Link href="/settings#study">Change</Link>
      </p>
    </section>
  );
}

function PlanWords(): ReactNode {
  const { minutesPerDay, newPerDay } = useRecord((state) => state.settings);
  const prospect = usePlan((plan) => plan.set.exam);
  if (prospect === null || prospect.ahead.length === 0) return null;
  return (
    <>
      <p>{coverageWords(prospect, minutesPerDay, newPerDay > 0)}</p>
      {prospect.isTelling && prospect.ifKept !== null ? (
        <p>
          Expected to be remembered on the day, if you keep to the plan:{' '}
          <strong>{percentWords(prospect.ifKept)}</strong> of this material.
        </p>
      ) : null}
    </>
  );
}
