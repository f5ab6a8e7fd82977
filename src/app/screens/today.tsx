import { type ReactNode, useEffect } from 'react';
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
import { useNextSession } from '../parts/use-next-session.ts';
import { startsWithCard } from '../store/first-visit.ts';
import { useRecord, useStores } from '../store/stores.tsx';
import { FirstVisit } from './first-visit.tsx';

/** The home page: a card for who has never answered one, and today's set for everybody else. */
export function Today(): ReactNode {
  const stores = useStores();
  useNextSession();
  useStore(stores.session);
  useRecord((state) => state.opening);
  return startsWithCard(stores) ? <FirstVisit /> : <TodayOverview />;
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
