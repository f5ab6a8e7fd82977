import { type ReactNode, useEffect } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useStore } from 'zustand';
import { Card } from '../parts/card/card.tsx';
import { SessionBar } from '../parts/card/session-bar.tsx';
import { ElsewhereNotice, LeftNotice } from '../parts/card/session-notices.tsx';
import { SessionRegion } from '../parts/card/session-region.tsx';
import { summaryHeadingId } from '../parts/card/use-cue.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { NoPackOn } from '../parts/frame/pack-notices.tsx';
import { PracticeNotice } from '../parts/practice/practice-notice.tsx';
import { SaveBanner } from '../parts/record/save-state.tsx';
import { nextCardsWords } from '../parts/text/interval-words.ts';
import { readBeyond } from '../parts/today/more-offers.ts';
import { useNextSession } from '../parts/today/use-next-session.ts';
import { usePlan } from '../parts/today/use-plan.ts';
import { useStudyDay } from '../parts/today/use-study-day.ts';
import { noteOfTopic } from '../store/note-of-topic.ts';
import { indexesOn } from '../store/packs-on.ts';
import { planOf } from '../store/plan-store.ts';
import { useRecord, useSession, useStores } from '../store/stores.tsx';
import { Summary } from './summary.tsx';

/** The review session: today's cards, or what is left of a session that was interrupted. */
export function Review(): ReactNode {
  const session = useSession((state) => state.session);
  useNextSession();
  return (
    <div className="session-page">
      <SessionRegion label="Review session">
        <SessionBar title={session?.done && session.history.length > 0 ? null : 'Review'} />
        <SaveBanner />
        <LeftNotice />
        <ElsewhereNotice />
        {session === null ? <Opening /> : <Running />}
      </SessionRegion>
    </div>
  );
}

function Running(): ReactNode {
  const session = useSession((state) => state.session);
  const isReview = useSession((state) => state.how === 'review');
  if (session === null) return null;
  if (session.done && session.history.length === 0) return <NothingReady />;
  if (session.done) return <Summary session={session} />;
  return (
    <>
      {isReview ? null : <PracticeNotice />}
      <Card />
    </>
  );
}

/** Starts the session as soon as both the record and the packs can say what is due. */
function Opening(): ReactNode {
  const stores = useStores();
  const { decks } = stores;
  const { status, failure, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  const begin = useSession((state) => state.begin);
  const [parameters] = useSearchParams();
  const topic = parameters.get('topic');
  const isReady = status === 'ready' && opening !== 'opening';
  useEffect(() => void loadIndexes(), [loadIndexes]);
  useEffect(() => {
    const beyond = readBeyond(parameters);
    const wishes = topic === null ? { beyond } : { topic: noteOfTopic(decks, topic) };
    if (!isReady) return;
    const { run, cards } = planOf(stores).current().wished(wishes);
    begin(run, { spare: cards.slice(run.length) });
  }, [isReady, begin, stores, decks, topic, parameters]);
  if (status === 'failed') return <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />;
  return <Loading what="your cards" />;
}

function NothingReady(): ReactNode {
  const day = useStudyDay();
  const { record, decks } = useStores();
  const nextDay = usePlan(({ set }) => set.nextDay);
  const ahead = usePlan((plan) => plan.ahead);
  const begin = useSession((state) => state.begin);
  if (indexesOn({ record, decks }).length === 0) {
    return (
      <div className="card">
        <NoPackOn headingId={summaryHeadingId} />
      </div>
    );
  }
  return (
    <div className="card">
      <h2 id={summaryHeadingId} tabIndex={-1}>
        {ahead.length === 0 ? 'Nothing is ready.' : 'Nothing is ready. Practise ahead?'}
      </h2>
      <p>{nextCardsWords(nextDay && nextDay.day - day)}</p>
      {ahead.length === 0 ? null : <p>Practising ahead moves only the cards that you miss, unless you say so.</p>}
      <div className="action-bar">
        <Link href="/notes" className="button">
          Read the notes
        </Link>
        {ahead.length === 0 ? null : (
          <button type="button" className="button-primary" onClick={() => begin(ahead, { how: 'practice' })}>
            Practise ahead
          </button>
        )}
      </div>
    </div>
  );
}
