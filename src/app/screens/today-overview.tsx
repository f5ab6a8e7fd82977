import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { BackupOffer } from '../parts/record/backup-offer.tsx';
import { ClockNotice } from '../parts/record/clock-notice.tsx';
import { RecoveryNotice } from '../parts/record/recovery-notice.tsx';
import { SaveBanner } from '../parts/record/save-state.tsx';
import { ContinueReading } from '../parts/today/continue-reading.tsx';
import { ExamCountdown } from '../parts/today/exam-countdown.tsx';
import { MarkedLink } from '../parts/today/marked-link.tsx';
import { SetupOffer } from '../parts/today/setup-offer.tsx';
import { TodaySet } from '../parts/today/today-set.tsx';
import { useRecord, useStores } from '../store/stores.tsx';

/** Today's set, and what there is beside it. */
export function TodayOverview(): ReactNode {
  const { decks } = useStores();
  const { status, failure, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  return (
    <div className="column today">
      <ScreenHeading title="Today" />
      <SaveBanner />
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
