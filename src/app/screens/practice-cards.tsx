import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useStore } from 'zustand';
import { noteKey } from '../../core/model/address.ts';
import { type CardId, questionOfCard } from '../../core/model/id.ts';
import { choosePractice } from '../../core/study/browse/choose-practice.ts';
import { practiceOfNote } from '../../core/study/notebook.ts';
import { countWords } from '../../core/text/count-words.ts';
import {
  type BrowsePractice,
  type BrowseWish,
  browsePath,
  browsePracticePath,
  readBrowsePractice,
  readBrowseWish,
} from '../parts/browse/browse-path.ts';
import { useBrowsed } from '../parts/browse/use-browsed.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { Practice } from '../parts/practice/practice.tsx';
import { MovedWords } from '../parts/practice/practice-notice.tsx';
import { practiceOfNotePath, practicePath, readPracticeCards } from '../parts/practice/practice-path.ts';
import { noteOfTopic } from '../store/note-of-topic.ts';
import { type Stores, useRecord, useSession, useStores } from '../store/stores.tsx';
import { NotFound } from './not-found.tsx';

/** The cards that the address names, or those of the note that is its topic, to be practised in one run. */
export function PracticeCards(): ReactNode {
  const { decks, record } = useStores();
  const { status, failure, summaries, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  const [parameters] = useSearchParams();
  const named = parameters.get('cards') ?? '';
  const topic = parameters.get('topic');
  const note = topic === null ? null : noteOfTopic(decks, topic);
  const key = note && noteKey(note);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the run stays as it began, whatever is answered meanwhile
  const cards = useMemo(() => {
    if (note !== null) return practiceOfNote(note, { summaries, cards: record.getState().cards });
    return readPracticeCards(named).filter((card) => summaries.has(questionOfCard(card)));
  }, [key, named, summaries, note !== null && opening === 'opening']);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  const browsing = readBrowsePractice(parameters);
  const isOfRecord = note !== null || browsing !== null;
  if (status === 'failed') return <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />;
  if (status !== 'ready' || (isOfRecord && opening === 'opening')) return <Loading what="the cards" />;
  if (browsing !== null) return <PracticeOfQuestions parameters={parameters} practice={browsing} />;
  if (cards.length === 0 && note === null) return <NotFound />;
  if (cards.length === 0) {
    return (
      <NothingToPractise>
        This note has no card that can be asked. Cards that you suspended are listed under{' '}
        <Link href="/marked">Your marked cards</Link>.
      </NothingToPractise>
    );
  }
  return <PracticeSome cards={cards} place={note === null ? practicePath(cards) : practiceOfNotePath(note)} />;
}

/** Of questions that were chosen by what they are and how they stand: once, whatever an answer changes. */
function PracticeOfQuestions({ parameters, practice }: PracticeOfQuestionsProps): ReactNode {
  const stores = useStores();
  const wish = readBrowseWish(parameters);
  const place = browsePracticePath(wish, practice);
  const [begun, setBegun] = useState(() => underWay(stores, place));
  if (begun?.place !== place) {
    return <Choosing wish={wish} practice={practice} onChosen={(cards) => setBegun({ place, cards })} />;
  }
  if (begun.cards.length > 0) return <PracticeSome cards={begun.cards} place={place} />;
  return (
    <NothingToPractise>
      None of these questions has a card that can be asked. <Link href={browsePath(wish)}>Choose other questions</Link>
    </NothingToPractise>
  );
}

interface Begun {
  readonly place: string;
  readonly cards: readonly CardId[];
}

/** The run of that address which somebody left for a moment. */
function underWay({ practice }: Stores, place: string): Begun | null {
  const { session, place: before } = practice.getState();
  return session === null || session.done || before !== place ? null : { place, cards: session.cards };
}

interface PracticeOfQuestionsProps {
  readonly parameters: URLSearchParams;
  readonly practice: BrowsePractice;
}

function Choosing({ wish, practice, onChosen }: ChoosingProps): ReactNode {
  const { browsed, isCurrent, failure, retry } = useBrowsed(wish);
  useEffect(() => {
    if (isCurrent && browsed !== null) onChosen(choosePractice(browsed.rows, { ...practice, order: wish.order }));
  });
  if (failure !== '') return <LoadFailure what="The search index" failure={failure} onRetry={retry} />;
  return <Loading what="the cards" />;
}

interface ChoosingProps {
  readonly wish: BrowseWish;
  readonly practice: BrowsePractice;
  onChosen(cards: readonly CardId[]): void;
}

function NothingToPractise({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div className="column">
      <ScreenHeading title="Nothing to practise" />
      <div className="sheet">
        <p>{children}</p>
      </div>
    </div>
  );
}

function PracticeSome({ cards, place }: { readonly cards: readonly CardId[]; readonly place: string }): ReactNode {
  const words = countWords(cards.length, 'card');
  return (
    <Practice title="Practice" place={place} cards={cards} headline={`${words} practised`}>
      <RightWords />
      <MovedWords />
    </Practice>
  );
}

function RightWords(): ReactNode {
  const right = useSession(({ session }) => session?.history.filter(({ rating }) => rating > 1).length ?? 0);
  return <p>{`${right} right this time.`}</p>;
}
