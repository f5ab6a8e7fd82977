import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { dayMs } from '../../core/model/day-ms.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { WholeNotebook } from '../parts/notebook/whole-notebook.tsx';
import { ExamAside } from '../parts/plan/exam-aside.tsx';
import { BackupOffer } from '../parts/record/backup-offer.tsx';
import { ClockNotice } from '../parts/record/clock-notice.tsx';
import { RecoveryNotice } from '../parts/record/recovery-notice.tsx';
import { SaveBanner } from '../parts/record/save-state.tsx';
import { minutesWords } from '../parts/text/interval-words.ts';
import { ContinueReading } from '../parts/today/continue-reading.tsx';
import { MarkedLink } from '../parts/today/marked-link.tsx';
import { MissedLink } from '../parts/today/missed-link.tsx';
import { SetupOffer } from '../parts/today/setup-offer.tsx';
import { TodaySet } from '../parts/today/today-set.tsx';
import { useStudyDay } from '../parts/today/use-study-day.ts';
import { useRecord, useStores } from '../store/stores.tsx';

/** Today's set, and what there is beside it: the exam, the whole notebook, the place where reading stopped. */
export function TodayOverview(): ReactNode {
  const { decks } = useStores();
  const { status, failure, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  const isReady = status === 'ready' && opening !== 'opening';
  return (
    <div className="today">
      <div className="today-main">
        <SaveBanner />
        <RecoveryNotice />
        <ClockNotice />
        <section className="sheet" aria-label="Today’s set">
          <TodayLine />
          {status === 'failed' ? (
            <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />
          ) : isReady ? (
            <TodaySet />
          ) : (
            <Loading what="today's set" />
          )}
        </section>
      </div>
      <div className="today-beside">
        <ExamAside isReady={isReady} />
        <SetupOffer />
        <MissedLink />
        <MarkedLink />
        <BackupOffer />
      </div>
      {isReady ? <WholeNotebook /> : null}
      <ContinueReading />
    </div>
  );
}

/** The day, and how much time it was given. */
function TodayLine(): ReactNode {
  const { minutesPerDay } = useRecord((state) => state.settings);
  const day = useStudyDay();
  const date = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <div className="today-line">
      <ScreenHeading title="Today" />
      <span>{date.format(day * dayMs)}</span>
      <span className="today-budget">{`${minutesWords(minutesPerDay)} a day`}</span>
    </div>
  );
}
