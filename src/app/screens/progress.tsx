import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { ToldAnswer } from '../../core/stats/told-answers.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { NoPackOn } from '../parts/frame/pack-notices.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { ActivityFigure } from '../parts/progress/activity-figure.tsx';
import { BeliefList } from '../parts/progress/belief-list.tsx';
import { ComingFigure } from '../parts/progress/coming-figure.tsx';
import { ForecastFigure } from '../parts/progress/forecast-figure.tsx';
import { ReadinessFigure } from '../parts/progress/readiness-figure.tsx';
import { ReliabilityFigure } from '../parts/progress/reliability-figure.tsx';
import { RetentionFigure } from '../parts/progress/retention-figure.tsx';
import { SectionFigure } from '../parts/progress/section-figure.tsx';
import { useAnswers, useForecastRecord, useReadiness } from '../parts/progress/use-progress.ts';
import { indexesOn } from '../store/packs-on.ts';
import { useRecord, useStores } from '../store/stores.tsx';

/** How far the learner has come: what to expect of the exam, what comes next, and how good the forecasts were. */
export function Progress(): ReactNode {
  const { decks } = useStores();
  const { status, failure, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  const isReady = status === 'ready' && opening !== 'opening';
  return (
    <div className="progress-page">
      <ScreenHeading title="Progress" />
      {status === 'failed' ? (
        <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />
      ) : isReady ? (
        <Figures />
      ) : (
        <Loading what="your progress" />
      )}
    </div>
  );
}

function Figures(): ReactNode {
  const { record, decks } = useStores();
  const { told, failure, retry } = useAnswers();
  useRecord((state) => state.packs);
  if (failure !== '') return <LoadFailure what="The record" failure={failure} onRetry={retry} />;
  if (told === null) return <Loading what="your progress" />;
  if (indexesOn({ record, decks }).length === 0)
    return (
      <div className="sheet">
        <NoPackOn headingId="no-packs" />
      </div>
    );
  return <AllFigures {...told} />;
}

interface AllFiguresProps {
  readonly answers: readonly ToldAnswer[];
  /** The same by the usual memory model. */
  readonly byUsual: readonly ToldAnswer[];
}

function AllFigures({ answers, byUsual }: AllFiguresProps): ReactNode {
  const { readiness, examDay, scored } = useReadiness(answers);
  const { weeks, exams } = useForecastRecord(byUsual);
  return (
    <div className="progress-figures">
      <ReadinessFigure readiness={readiness} examDay={examDay} />
      <ComingFigure />
      <SectionFigure readiness={readiness} scored={scored} />
      <BeliefList answers={answers} />
      <RetentionFigure answers={answers} />
      <ActivityFigure answers={answers} />
      <ForecastFigure weeks={weeks} exams={exams} />
      <ReliabilityFigure weeks={weeks} answers={answers} />
    </div>
  );
}
