import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { BackupOffer } from '../parts/backup-offer.tsx';
import { ClockNotice } from '../parts/clock-notice.tsx';
import { ContinueReading } from '../parts/continue-reading.tsx';
import { ExamCountdown } from '../parts/exam-countdown.tsx';
import { LoadFailure, Loading } from '../parts/loading.tsx';
import { MarkedLink } from '../parts/marked-link.tsx';
import { RecoveryNotice } from '../parts/recovery-notice.tsx';
import { SaveBanner } from '../parts/save-state.tsx';
import { ScreenHeading } from '../parts/screen-heading.tsx';
import { SetupOffer } from '../parts/setup-offer.tsx';
import { TodaySet } from '../parts/today-set.tsx';
import { UpdateNotice } from '../parts/update-notice.tsx';
import { isFirstVisit } from '../store/first-visit.ts';
import { useRecord, useStores } from '../store/stores.tsx';
import { FirstVisit } from './first-visit.tsx';

/** The home page: a card for who has never answered one, and today's set for everybody else. */
export function Today(): ReactNode {
  const stores = useStores();
  // Decided once: answering the first card must not take it away.
  const [isFirst, setIsFirst] = useState(() => isFirstVisit(stores));
  // The marks may be gone while the record is there: then it says so, unless the learner was faster.
  const hasHistory = useRecord((state) => state.opening === 'open' && state.recordedBefore);
  const hasBegun = useStore(stores.session, (state) => state.past.length > 0);
  return isFirst && (hasBegun || !hasHistory) ? <FirstVisit onEnd={() => setIsFirst(false)} /> : <TodayOverview />;
}

function TodayOverview(): ReactNode {
  const { decks } = useStores();
  const { status, failure, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  return (
    <div className="column today">
      <ScreenHeading title="Today" />
      <SaveBanner />
      <UpdateNotice />
      <RecoveryNotice />
      <ClockNotice />
      {status === 'failed' ? (
        <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />
      ) : status === 'ready' && opening !== 'opening' ? (
        <TodaySet />
      ) : (
        <Loading what="today's set" />
      )}
      <ExamCountdown />
      <SetupOffer />
      <ContinueReading />
      <MarkedLink />
      <BackupOffer />
    </div>
  );
}
