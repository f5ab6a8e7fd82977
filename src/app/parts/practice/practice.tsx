import { type ReactNode, useEffect } from 'react';
import type { CardId } from '../../../core/model/id.ts';
import { SessionProvider, useSession, useStores } from '../../store/stores.tsx';
import { Card } from '../card/card.tsx';
import { ExitWords, SessionBar } from '../card/session-bar.tsx';
import { SessionRegion } from '../card/session-region.tsx';
import { summaryHeadingId } from '../card/use-cue.ts';
import { Loading } from '../frame/loading.tsx';
import { WayBack } from '../frame/way-back.tsx';
import { SaveBanner } from '../record/save-state.tsx';
import { PracticeNotice } from './practice-notice.tsx';

/** A run of practice through cards, each once, on a page of its own. Its end is written by the caller. */
export function Practice({ title, notice = null, place, cards, headline, children }: PracticeProps): ReactNode {
  const { practice } = useStores();
  usePractice(place, cards);
  const close = () => practice.getState().close();
  const exit = (
    <WayBack className="top-link" onLeave={close}>
      <ExitWords />
    </WayBack>
  );
  return (
    <SessionProvider store={practice}>
      <div className="session-page">
        <SessionRegion label={title}>
          <SessionBar title={title} exit={exit} />
          <SaveBanner />
          {notice}
          <PracticeCard place={place} cards={cards} headline={headline} onLeave={close}>
            {children}
          </PracticeCard>
        </SessionRegion>
      </div>
    </SessionProvider>
  );
}

interface PracticeProps extends PracticeRun {
  readonly title: string;
  /** Above the card. */
  readonly notice?: ReactNode;
  readonly headline: string;
  /** Under the headline, when all cards were asked. */
  readonly children: ReactNode;
}

interface PracticeRun {
  /** The address of the page: what was left there goes on when the learner comes back to it. */
  readonly place: string;
  readonly cards: readonly CardId[];
}

const practising = { how: 'practice', repeats: false } as const;

function usePractice(place: string, cards: readonly CardId[]): void {
  const { practice } = useStores();
  useEffect(() => {
    const { session, place: before, begin, close } = practice.getState();
    if (session !== null && !session.done && before === place) return;
    // An answer that waits there for Continue counts.
    if (session !== null) close();
    begin(cards, { ...practising, place });
  }, [practice, place, cards]);
  useEffect(() => {
    const closeWithPage = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) practice.getState().close();
    };
    addEventListener('pagehide', closeWithPage);
    return () => removeEventListener('pagehide', closeWithPage);
  }, [practice]);
}

function PracticeCard({ place, cards, headline, onLeave, children }: PracticeCardProps): ReactNode {
  const session = useSession((state) => (state.place === place ? state.session : null));
  const begin = useSession((state) => state.begin);
  if (session === null) return <Loading what="the question" />;
  if (!session.done) {
    return (
      <>
        <PracticeNotice />
        <Card />
      </>
    );
  }
  return (
    <section className="card" aria-labelledby={summaryHeadingId}>
      <h2 id={summaryHeadingId} tabIndex={-1}>
        {headline}
      </h2>
      {children}
      <div className="action-bar">
        <button type="button" className="button" onClick={() => begin(cards, { ...practising, place })}>
          Try again
        </button>
        <WayBack className="button-primary" onLeave={onLeave}>
          Done
        </WayBack>
      </div>
    </section>
  );
}

interface PracticeCardProps extends Omit<PracticeProps, 'title' | 'notice'> {
  onLeave(): void;
}
