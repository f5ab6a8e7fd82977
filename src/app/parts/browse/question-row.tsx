import { memo, type ReactNode, useId, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { questionPath } from '../../../core/model/address.ts';
import { type CardId, deletionOfCard, packOf } from '../../../core/model/id.ts';
import { kindNames } from '../../../core/model/question.ts';
import { lowestRecall, type ShelfEntry } from '../../../core/study/browse/browse-questions.ts';
import { inkOf } from '../../../core/study/notebook.ts';
import { capitalised } from '../../../core/text/capitalised.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { usePackTitles, withPack } from '../frame/use-pack-titles.ts';
import { NoteSquares } from '../notebook/note-squares.tsx';
import { CardActions } from './card-actions.tsx';

/**
 * A question in the list of them: how it stands, what it asks, where it belongs, and what can be done about it. It is
 * drawn once while neither changes, whatever else is listed.
 */
export const QuestionRow = memo(function QuestionRow({ entry, asked }: QuestionRowProps): ReactNode {
  const { question, cards } = entry;
  const states = useRecord((state) => state.cards);
  const headingId = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <span className="row-square">
        <NoteSquares squares={[inkOf(question, states)]} />
      </span>
      <div className="row-head">
        <h3 id={headingId} dir="auto">
          <Link href={questionPath(question.id)}>{asked}</Link>
        </h3>
        <button
          type="button"
          className="button-quiet"
          aria-expanded={isOpen}
          aria-describedby={headingId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Less' : 'More'}
        </button>
      </div>
      <p>
        {`${standingWords(entry)} · ${kindNames[question.kind]} · `}
        <Place entry={entry} />
      </p>
      {isOpen ? <RowActions cards={cards.map(({ card }) => card)} describedBy={headingId} /> : null}
    </li>
  );
});

interface QuestionRowProps {
  readonly entry: ShelfEntry;
  /** How the question begins, or what it is called while that is read. */
  readonly asked: string;
}

/** "Demo · Ports › Dynamic ports" */
function Place({ entry: { question } }: { readonly entry: ShelfEntry }): ReactNode {
  const { decks } = useStores();
  const { note } = question;
  const pack = packOf(question.id);
  const title = useStore(decks, (state) => (note === null ? 'Other questions' : titleOfAddress(state, note)));
  return <bdi>{withPack(usePackTitles()(pack), title)}</bdi>;
}

/** "Due today · missed last time", "Recall now 62 %" */
function standingWords(entry: ShelfEntry): string {
  const recall = lowestRecall(entry);
  const is = (facet: 'state' | 'missed', value: string) => entry.cards.some((card) => card[facet].includes(value));
  const isMissed = is('missed', 'last');
  const parts = [
    recall === null ? 'New' : '',
    is('state', 'due') ? 'Due today' : '',
    isMissed ? 'missed last time' : recall === null ? '' : `recall now ${Math.round(100 * recall)} %`,
    is('state', 'leech') ? 'forgotten again and again' : '',
    is('state', 'suspended') ? 'suspended' : '',
    is('state', 'flagged') ? 'flagged' : '',
    is('state', 'noted') ? 'with a note of yours' : '',
  ];
  const words = parts.filter((part) => part !== '').join(' · ');
  return capitalised(words);
}

/** Stands there when it is asked for: a long list of buttons would be in the way of keys and of readers. */
function RowActions({ cards, describedBy }: RowActionsProps): ReactNode {
  return cards.map((card) => (
    // biome-ignore lint/a11y/useSemanticElements: no form is filled in, and the heading that names it stands above
    <div key={card} role="group" aria-labelledby={describedBy}>
      {cards.length === 1 ? null : <p>{`Blank ${deletionOfCard(card)}`}</p>}
      <CardActions card={card} />
    </div>
  ));
}

interface RowActionsProps {
  readonly cards: readonly CardId[];
  /** Id of what says which question is meant. */
  readonly describedBy: string;
}
