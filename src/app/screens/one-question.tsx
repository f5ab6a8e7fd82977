import { type ReactNode, useEffect, useMemo } from 'react';
import { Redirect } from 'wouter';
import { useStore } from 'zustand';
import { cardsOf } from '../../core/model/cards-of.ts';
import type { QuestionSummary } from '../../core/model/deck.ts';
import { packOf, type QuestionId } from '../../core/model/id.ts';
import { CardPlace } from '../parts/card/card-place.tsx';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { PackOffNotice } from '../parts/frame/pack-notices.tsx';
import { CardHistories } from '../parts/history/card-history.tsx';
import { Practice } from '../parts/practice/practice.tsx';
import { useStores } from '../store/stores.tsx';
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
  return <PracticeOne key={id} summary={summary} />;
}

function PracticeOne({ summary }: { readonly summary: QuestionSummary }): ReactNode {
  const { id, title } = summary;
  const cards = useMemo(() => cardsOf(summary), [summary]);
  return (
    <>
      <Practice
        title="Question"
        notice={<PackOffNotice pack={packOf(id)} />}
        place={`/q/${id}`}
        cards={cards}
        headline={title}
      >
        {cards.map((card) => (
          <CardPlace key={card} card={card} />
        ))}
      </Practice>
      <CardHistories cards={cards} />
    </>
  );
}

/** A question that was renamed or merged leads to its present self. */
function Renamed({ id }: { readonly id: QuestionId }): ReactNode {
  const { decks } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const heir = [...summaries.values()].find(({ was }) => was.includes(id));
  return heir === undefined ? <NotFound /> : <Redirect to={`/q/${heir.id}`} replace />;
}
