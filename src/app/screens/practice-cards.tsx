import { type ReactNode, useEffect, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { useStore } from 'zustand';
import { type CardId, questionOfCard } from '../../core/model/id.ts';
import { countWords } from '../../core/text/count-words.ts';
import { Practice } from '../parts/card/practice.tsx';
import { practicePath, readPracticeCards } from '../parts/card/practice-path.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { useSession, useStores } from '../store/stores.tsx';
import { NotFound } from './not-found.tsx';

/** The cards that the address names, to be practised in one run. */
export function PracticeCards(): ReactNode {
  const { decks } = useStores();
  const { status, failure, summaries, loadIndexes } = useStore(decks);
  const [parameters] = useSearchParams();
  const named = parameters.get('cards') ?? '';
  const cards = useMemo(
    () => readPracticeCards(named).filter((card) => summaries.has(questionOfCard(card))),
    [named, summaries],
  );
  useEffect(() => void loadIndexes(), [loadIndexes]);
  if (status === 'failed') return <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />;
  if (status !== 'ready') return <Loading what="the cards" />;
  return cards.length === 0 ? <NotFound /> : <PracticeSome cards={cards} />;
}

function PracticeSome({ cards }: { readonly cards: readonly CardId[] }): ReactNode {
  const words = countWords(cards.length, 'card');
  return (
    <Practice title="Practice" place={practicePath(cards)} cards={cards} headline={`${words} practised`}>
      <RightWords />
      <p>Your schedule is as it was.</p>
    </Practice>
  );
}

function RightWords(): ReactNode {
  const right = useSession(({ session }) => session?.history.filter(({ rating }) => rating > 1).length ?? 0);
  return <p>{`${right} right this time.`}</p>;
}
