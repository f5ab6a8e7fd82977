import { type MouseEvent, type ReactNode, useEffect, useMemo } from 'react';
import { Link, Redirect } from 'wouter';
import { useStore } from 'zustand';
import { type CardId, cardIdOf, packOf, type QuestionId } from '../../core/model/id.ts';
import { Card } from '../parts/card.tsx';
import { intervalWords } from '../parts/interval-words.ts';
import { keepFocus } from '../parts/keep-focus.ts';
import { announce } from '../parts/live-regions.ts';
import { LoadFailure, Loading } from '../parts/loading.tsx';
import { PackOffNotice } from '../parts/pack-notices.tsx';
import { SaveBanner } from '../parts/save-state.tsx';
import { SessionBar } from '../parts/session-bar.tsx';
import { SessionRegion } from '../parts/session-region.tsx';
import { summaryHeadingId } from '../parts/use-cue.ts';
import type { PastStep, RatedStep } from '../store/session-snapshot.ts';
import { createSessionStore } from '../store/session-store.ts';
import { SessionProvider, useRecord, useSession, useStores } from '../store/stores.tsx';
import { NotFound } from './not-found.tsx';

/** One question on a page of its own: practice, with a way to take it into the reviews. */
export function OneQuestion({ id }: { readonly id: QuestionId }): ReactNode {
  const { decks } = useStores();
  const { status, failure, summaries, loadIndexes } = useStore(decks);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  if (status === 'failed') return <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />;
  if (status !== 'ready') return <Loading what="the question" />;
  const summary = summaries.get(id);
  if (summary === undefined) return <Renamed id={id} />;
  const cards = summary.kind === 'cloze' ? summary.cards : 0;
  return <Practice key={id} id={id} deletions={cards} title={summary.title} />;
}

/** A question that was renamed or merged leads to its present self. */
function Renamed({ id }: { readonly id: QuestionId }): ReactNode {
  const { decks } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const heir = [...summaries.values()].find(({ was }) => was.includes(id));
  return heir === undefined ? <NotFound /> : <Redirect to={`/q/${heir.id}`} replace />;
}

const practice = { counts: false, repeats: false } as const;

function Practice({ id, deletions, title }: PracticeProps): ReactNode {
  const { ports, record, decks } = useStores();
  const store = useMemo(() => createSessionStore(ports, record, decks), [ports, record, decks]);
  useEffect(() => store.getState().begin(cardsOf(id, deletions), practice), [store, id, deletions]);
  return (
    <SessionProvider store={store}>
      <div className="session-page">
        <SessionRegion label="One question">
          <SessionBar title="Question" />
          <SaveBanner />
          <PackOffNotice pack={packOf(id)} />
          <PracticeCard id={id} deletions={deletions} title={title} />
        </SessionRegion>
      </div>
    </SessionProvider>
  );
}

interface PracticeProps {
  readonly id: QuestionId;
  /** How many cards a cloze makes; 0 for other kinds. */
  readonly deletions: number;
  readonly title: string;
}

function cardsOf(id: QuestionId, deletions: number): readonly CardId[] {
  return deletions === 0 ? [cardIdOf(id)] : Array.from({ length: deletions }, (_, index) => cardIdOf(id, index + 1));
}

function PracticeCard({ id, deletions, title }: PracticeProps): ReactNode {
  const session = useSession((state) => state.session);
  const begin = useSession((state) => state.begin);
  if (session === null) return <Loading what="the question" />;
  if (!session.done) return <Card />;
  return (
    <section className="card" aria-labelledby={summaryHeadingId}>
      <h2 id={summaryHeadingId} tabIndex={-1}>
        {title}
      </h2>
      <p>This was practice. Nothing was counted.</p>
      {cardsOf(id, deletions).map((card) => (
        <CardPlace key={card} card={card} />
      ))}
      <div className="action-bar">
        <button type="button" className="button" onClick={() => begin(cardsOf(id, deletions), practice)}>
          Try again
        </button>
        <Link href="/" className="button-primary">
          Done
        </Link>
      </div>
    </section>
  );
}

/** Where the card stands in the reviews, and the way into them. */
function CardPlace({ card }: { readonly card: CardId }): ReactNode {
  const { record } = useStores();
  const state = useRecord(({ cards }) => cards.get(card));
  const register = useRecord((actions) => actions.register);
  const add = useAddToReview(card);
  const bringBack = (event: MouseEvent<HTMLElement>) => {
    keepFocus(event);
    register({ t: 'suspend', card, value: false });
  };
  if (state?.suspended) {
    return (
      <p>
        Suspended: it does not come up in reviews.{' '}
        <button type="button" className="button" onClick={bringBack}>
          Bring it back
        </button>
      </p>
    );
  }
  if (state !== undefined && state.due !== null) {
    return <p>{`In your reviews, next ${intervalWords(Math.max(0, state.due - record.getState().today()))}.`}</p>;
  }
  return (
    <p>
      Not in your reviews yet.{' '}
      <button type="button" className="button" onClick={add}>
        Add to review
      </button>
    </p>
  );
}

function lastAnswer(past: readonly PastStep[], card: CardId): RatedStep | null {
  const isOfCard = (step: PastStep): step is RatedStep => step.kind === 'rated' && step.showing.card === card;
  return past.findLast(isOfCard) ?? null;
}

/** Counts the practice answer after all: that is what puts a card into the reviews. */
function useAddToReview(card: CardId): (event: MouseEvent<HTMLElement>) => void {
  const { ports, record } = useStores();
  const step = useSession(({ past }) => lastAnswer(past, card));
  return (event) => {
    if (step === null) return;
    keepFocus(event);
    const { question, tookMs } = step.showing;
    const at = ports.chance.showingId();
    record.getState().answer({ card, rev: question.rev, r: step.rating, took: Math.round(tookMs), at });
    announce('Added to your reviews');
  };
}
