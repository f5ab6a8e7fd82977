import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { ExamProspect } from '../../core/scheduler/plan/for-exam/exam-prospect.ts';
import { writeCalendar } from '../../core/study/plan-calendar.ts';
import { countWords } from '../../core/text/count-words.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { PlanAdvice } from '../parts/plan/plan-advice.tsx';
import { PlanDays } from '../parts/plan/plan-days.tsx';
import { coverageWords, longDayWords, percentWords } from '../parts/plan/plan-words.ts';
import { saveFile } from '../parts/record/save-file.ts';
import { usePlan } from '../parts/today/use-plan.ts';
import { indexesOn } from '../store/packs-on.ts';
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
  const examDate = useRecord((state) => state.settings.examDate);
  const prospect = usePlan((plan) => plan.set.exam);
  if (prospect === null) return <NoPlan hasDate={examDate !== ''} />;
  if (prospect.ahead.length === 0) return <Loading what="the plan" />;
  return (
    <>
      <Outcome prospect={prospect} />
      <section className="sheet" aria-labelledby="plan-days">
        <h2 id="plan-days">Day by day</h2>
        <PlanDays prospect={prospect} />
        <CalendarButton prospect={prospect} />
      </section>
      <PlanAdvice prospect={prospect} />
    </>
  );
}

function NoPlan({ hasDate }: { readonly hasDate: boolean }): ReactNode {
  return (
    <div className="sheet">
      <p>
        {hasDate
          ? 'Days are planned for an exam that is at most 60 days ahead. Until then cards come back when they are about to be forgotten.'
          : 'Tell when your exam is, and its days are planned: which cards, on which day, and what that comes to.'}
      </p>
      <p>
        <Link href="/settings#study">{hasDate ? 'Change the date' : 'Set a date'}</Link>
      </p>
    </div>
  );
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
            That much of this deck is expected to be remembered on the day, guesses left out. It is no chance of
            passing.
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
