import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { dayMs } from '../../core/model/day-ms.ts';
import { farthestExamDays } from '../../core/scheduler/exam-plan/elapsed-rows.ts';
import type { ExamProspect } from '../../core/scheduler/plan/for-exam/exam-prospect.ts';
import { writeCalendar } from '../../core/study/plan-calendar.ts';
import { countWords } from '../../core/text/count-words.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { PlanAdvice } from '../parts/plan/plan-advice.tsx';
import { PlanDays } from '../parts/plan/plan-days.tsx';
import { coverageWords, percentWords } from '../parts/plan/plan-words.ts';
import { saveFile } from '../parts/record/save-file.ts';
import { longDayWords } from '../parts/text/day-words.ts';
import { usePlan } from '../parts/today/use-plan.ts';
import { useStudyDay } from '../parts/today/use-study-day.ts';
import { indexesOn } from '../store/packs-on.ts';
import { planOf } from '../store/plan-store.ts';
import { useRecord, useStores } from '../store/stores.tsx';

/** The way to the exam: what it comes to, day by day, and what other ways would come to. */
export function Plan(): ReactNode {
  const { decks } = useStores();
  const { status, failure, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  if (status === 'failed') return <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />;
  if (status !== 'ready' || opening === 'opening') return <Loading what="the plan" />;
  return (
    <div className="column plan-page">
      <ScreenHeading title="Your plan" />
      <PlanOrWhyNot />
    </div>
  );
}

function PlanOrWhyNot(): ReactNode {
  const store = planOf(useStores());
  const prospect = usePlan((plan) => plan.set.exam);
  const failure = useSyncExternalStore(store.subscribe, store.failure);
  if (prospect === null) return <NoPlan />;
  if (prospect.ahead.length === 0 && failure !== '')
    return <LoadFailure what="The plan" failure={failure} onRetry={store.retry} />;
  if (prospect.ahead.length === 0) return <Loading what="the plan" />;
  return (
    <>
      <Outcome prospect={prospect} />
      <section className="sheet" aria-labelledby="plan-days">
        <h2 id="plan-days">Day by day</h2>
        <PlanDays prospect={prospect} />
        <CalendarButton prospect={prospect} />
      </section>
      {prospect.isTelling ? <PlanAdvice prospect={prospect} /> : null}
    </>
  );
}

function NoPlan(): ReactNode {
  const examDate = useRecord((state) => state.settings.examDate);
  const left = Date.parse(`${examDate}T00:00:00Z`) / dayMs - useStudyDay();
  return (
    <div className="sheet">
      <p>{noPlanWords(Number.isNaN(left) ? null : left)}</p>
      <p>
        <Link href="/settings#study">{examDate === '' ? 'Set a date' : 'Change the date'}</Link>
      </p>
    </div>
  );
}

/** `left`: days to the exam; null without one. */
function noPlanWords(left: number | null): string {
  if (left === null)
    return 'Say when your exam is, and the days before it are planned: how much of what, and what that comes to.';
  if (left < 0) return 'The exam is past. Cards come back as they always do, when they are about to be forgotten.';
  if (left === 0) return 'The exam is today. Good luck.';
  if (left > farthestExamDays)
    return `Days are planned from ${farthestExamDays} days before an exam. Until then cards come back when they are about to be forgotten.`;
  return 'There is nothing to plan: no card of the packs that are on can be asked.';
}

function Outcome({ prospect }: { readonly prospect: ExamProspect }): ReactNode {
  const { minutesPerDay, newPerDay } = useRecord((state) => state.settings);
  const { days, ifStopped, ifKept, isTelling, cards, seen } = prospect;
  return (
    <section className="sheet" aria-labelledby="plan-outcome">
      <h2 id="plan-outcome">{`Until ${longDayWords(days.examDay)}`}</h2>
      <p>{coverageWords(prospect, minutesPerDay, newPerDay > 0)}</p>
      {isTelling && ifKept !== null ? (
        <>
          <dl className="plan-outcome">
            <div>
              <dt>if you keep to the plan</dt>
              <dd>{percentWords(ifKept)}</dd>
            </div>
            <div>
              <dt>if you stop today</dt>
              <dd>{percentWords(ifStopped)}</dd>
            </div>
          </dl>
          <p>
            That much of this material is expected to be remembered on the day, each part as much as it counts in the
            exam. It is not your chance of passing.
          </p>
        </>
      ) : (
        <p>{`Not enough answers yet to say what to expect: ${seen} of ${countWords(cards, 'card')} seen.`}</p>
      )}
    </section>
  );
}

function CalendarButton({ prospect }: { readonly prospect: ExamProspect }): ReactNode {
  const { ports, record, decks } = useStores();
  const save = () => {
    const [index] = indexesOn({ record, decks }).filter(({ pack }) => pack.exam !== null);
    const examName = index?.pack.exam?.name ?? 'your exam';
    const { ahead, days } = prospect;
    const text = writeCalendar({ ahead, examDay: days.examDay, examName, now: ports.clock.now() });
    saveFile('sveska-plan.ics', 'text/calendar', text);
  };
  return (
    <div className="button-row">
      <button type="button" className="button" onClick={save}>
        Save for your calendar
      </button>
      <span className="field-hint">An .ics file with the study days and the exam.</span>
    </div>
  );
}
