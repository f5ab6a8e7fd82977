import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type CardId, questionOfCard } from '../../core/model/id.ts';
import { MarkedCard } from '../parts/card/marked-card.tsx';
import { useAsked } from '../parts/card/use-asked.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { Scrap } from '../parts/frame/scrap.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { useKeptFocus } from '../parts/frame/use-kept-focus.ts';
import { type Mark, markedCards, marks } from '../store/marked-cards.ts';
import { useRecord, useStores } from '../store/stores.tsx';

const groups: Readonly<Record<Mark, { readonly title: string; readonly about: string }>> = {
  suspended: { title: 'Suspended', about: 'They are not asked until you bring them back.' },
  flagged: { title: 'Flagged', about: 'They are asked like all others; the flag is for you.' },
  noted: { title: 'With a note of yours', about: 'The note is shown with the answer.' },
};

/** The cards that the learner suspended, flagged or wrote a note on, and the ways to take it back. */
export function Marked(): ReactNode {
  const { decks } = useStores();
  const { status, failure, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  return (
    <div className="column">
      <ScreenHeading title="Your marked cards" />
      {status === 'failed' ? (
        <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />
      ) : status === 'ready' && opening !== 'opening' ? (
        <MarkedGroups />
      ) : (
        <Loading what="your cards" />
      )}
    </div>
  );
}

function MarkedGroups(): ReactNode {
  const { decks } = useStores();
  const summaries = useStore(decks, (state) => state.summaries);
  const cards = useRecord((state) => state.cards);
  const marked = markedCards(cards, summaries.keys());
  const asked = useAsked(marks.flatMap((mark) => marked[mark]).map(questionOfCard));
  const isEmpty = marks.every((mark) => marked[mark].length === 0);
  // The list that loses its last card stays: the focus goes to its heading.
  const [hadSome, setHadSome] = useState(!isEmpty);
  if (!isEmpty && !hadSome) setHadSome(true);
  if (isEmpty && !hadSome) return <NothingMarked />;
  return marks.map((mark) => <MarkedGroup key={mark} mark={mark} cards={marked[mark]} asked={asked} />);
}

function NothingMarked(): ReactNode {
  return (
    <section className="sheet">
      <Scrap drawing="blank" />
      <p>You have marked no card yet. When you flag or suspend one, or write a note on it, you find it here.</p>
      <p>
        <Link href="/">Back to Today</Link>
      </p>
    </section>
  );
}

function MarkedGroup({ mark, cards, asked }: MarkedGroupProps): ReactNode {
  const focus = useKeptFocus(mark);
  const { title, about } = groups[mark];
  return (
    <section className="sheet" aria-labelledby={mark} {...focus}>
      <h2 id={mark} tabIndex={-1}>
        {title}
      </h2>
      <p>{cards.length === 0 ? 'None yet.' : about}</p>
      {cards.length === 0 ? null : (
        <ul className="marked-list">
          {cards.map((card) => (
            <MarkedCard key={card} card={card} mark={mark} asked={asked(questionOfCard(card))} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface MarkedGroupProps {
  readonly mark: Mark;
  readonly cards: readonly CardId[];
  readonly asked: ReturnType<typeof useAsked>;
}
