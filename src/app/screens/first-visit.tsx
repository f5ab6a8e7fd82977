import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { packOf } from '../../core/model/id.ts';
import { isPackOn } from '../../core/model/pack-switches.ts';
import { canUndo } from '../../core/study/review-state.ts';
import type { Later } from '../later.ts';
import { Card } from '../parts/card/card.tsx';
import { ProgressStrip } from '../parts/card/progress-strip.tsx';
import { SessionRegion } from '../parts/card/session-region.tsx';
import { UndoButton } from '../parts/card/undo-button.tsx';
import { useEarlyActs } from '../parts/card/use-early-acts.ts';
import { Loading } from '../parts/frame/loading.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { SaveBanner, SaveMark } from '../parts/record/save-state.tsx';
import { FirstVisitIntro } from '../parts/today/first-visit-intro.tsx';
import { firstCard } from '../store/first-visit.ts';
import { useLater, useRecord, useSession, useSessionStore, useStores } from '../store/stores.tsx';

/** A card before a welcome: answerable at once, without waiting for storage or the packs. */
export function FirstVisit(): ReactNode {
  const after = useLater();
  useFirstCard(after);
  useEarlyActs();
  const session = useSession((state) => state.session);
  const close = useSession((state) => state.close);
  const [isBack] = useState(useIsBack());
  if (session === null) return null;
  return (
    <div className="column first-visit">
      <SessionRegion label="First cards" takesFocus={isBack}>
        <SaveBanner />
        {after === null ? null : (
          <>
            <after.RecoveryNotice />
            <after.ClockNotice />
          </>
        )}
        <FirstVisitBar isDone={session.done} />
        {after === null ? null : (
          <>
            <after.LeftNotice />
            <after.ElsewhereNotice />
          </>
        )}
        {!session.done ? (
          <Card />
        ) : after === null ? (
          <Loading what="the summary" />
        ) : (
          <after.Summary session={session} onDone={close} />
        )}
      </SessionRegion>
      {session.done && after !== null ? <after.SetupOffer /> : null}
      {session.done ? null : <FirstVisitIntro />}
    </div>
  );
}

/** Whoever comes back to the card goes on from there; on the first look the page keeps the focus. */
function useIsBack(): boolean {
  const { trail } = useStores();
  const store = useSessionStore();
  const state = store.getState();
  return state.session !== null && (state !== store.getInitialState() || trail.arrivedBy() !== 'load');
}

/**
 * Progress and Undo have their places from the start, so that the card does not move when they appear. Once there, they
 * stay: Undo takes an answer back, not the time it took.
 */
function FirstVisitBar({ isDone }: { readonly isDone: boolean }): ReactNode {
  const session = useSession((state) => state.session);
  const hasBegun = useSession((state) => state.past.length > 0 || canUndo(state) || state.studiedMs > 0);
  return (
    <div className={hasBegun ? 'first-bar first-bar-begun' : 'first-bar first-bar-new'}>
      {isDone ? null : (
        <ScreenHeading title="Today" takesFocus={false}>
          Exam notes that quiz you back
        </ScreenHeading>
      )}
      {session === null ? null : (
        <>
          <div className="first-line">
            {isDone ? null : <p className="privacy-line">No account. Works offline.</p>}
            <ProgressStrip session={session}>
              <SaveMark />
            </ProgressStrip>
          </div>
          <div className="session-tools">
            <UndoButton />
          </div>
        </>
      )}
    </div>
  );
}

/** Begins with the card that came with the app; the rest of today's set follows when it is known. */
function useFirstCard(after: Later | null): void {
  const stores = useStores();
  const { ports, decks, record } = stores;
  const store = useSessionStore();
  const isReady = useStore(decks, ({ status }) => status === 'ready');
  const isOpen = useRecord(({ opening }) => opening !== 'opening');
  useEffect(() => {
    const first = firstCard({ ports, record });
    const { session, begin } = store.getState();
    if (first !== null && session === null) begin([first], { place: '/' });
    void decks.getState().loadIndexes();
  }, [ports, decks, record, store]);
  useEffect(() => {
    if (!isReady || !isOpen || after === null) return;
    const { session, past, run, begin, extend } = store.getState();
    if (run.cards.length > 1 || run.added.length > 0) return;
    const { run: cards } = after.planOf(stores).current().set;
    // The marks of what is off may be gone while the record has it.
    const isStray = session?.current != null && !isPackOn(record.getState().packs, packOf(session.current));
    if (isStray && past.length === 0) begin(cards, { place: '/' });
    else extend(cards);
  }, [isReady, isOpen, after, store, record, stores]);
}
