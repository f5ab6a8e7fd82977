import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { notePath, questionPath } from '../../../core/model/address.ts';
import { type CardId, deletionOfCard, packOf, questionOfCard } from '../../../core/model/id.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import type { Mark } from '../../store/marked-cards.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { announce } from '../frame/live-regions.ts';
import { CardNote } from './card-note.tsx';

/** A card in the list of its mark: what it asks, where it comes from, and what takes the mark away. */
export function MarkedCard({ card, mark, asked }: MarkedCardProps): ReactNode {
  const { decks } = useStores();
  const headingId = useId();
  const id = questionOfCard(card);
  const isKnown = useStore(decks, (state) => state.summaries.has(id));
  return (
    <li>
      <h3 id={headingId} dir="auto">
        {isKnown ? <Link href={questionPath(id)}>{asked ?? id}</Link> : id}
      </h3>
      <p>{isKnown ? <Place card={card} /> : 'No pack has this question any more.'}</p>
      {mark === 'noted' ? <CardNote card={card} /> : <TakeBack card={card} mark={mark} describedBy={headingId} />}
    </li>
  );
}

interface MarkedCardProps {
  readonly card: CardId;
  readonly mark: Mark;
  /** How its question begins; undefined while that is read. */
  readonly asked: string | undefined;
}

/** "Demo · Ports › Dynamic ports · blank 2" */
function Place({ card }: { readonly card: CardId }): ReactNode {
  const { decks } = useStores();
  const state = useStore(decks);
  const address = state.summaries.get(questionOfCard(card))?.note ?? null;
  const deletion = deletionOfCard(card);
  return (
    <>
      {state.indexes.get(packOf(card))?.pack.title}
      {address === null ? null : (
        <>
          {' · '}
          <Link href={notePath(address)}>{titleOfAddress(state, address)}</Link>
        </>
      )}
      {deletion === 0 ? null : ` · blank ${deletion}`}
    </>
  );
}

const wordsFor = {
  suspended: { action: 'Bring back', done: 'The card is back in your reviews.' },
  flagged: { action: 'Take the flag off', done: 'The flag is off.' },
} as const;

function TakeBack({ card, mark, describedBy }: TakeBackProps): ReactNode {
  const register = useRecord((state) => state.register);
  const { action, done } = wordsFor[mark];
  const takeBack = () => {
    register({ t: mark === 'suspended' ? 'suspend' : 'flag', card, value: false });
    announce(done);
  };
  return (
    <button type="button" className="button" aria-describedby={describedBy} onClick={takeBack}>
      {action}
    </button>
  );
}

interface TakeBackProps {
  readonly card: CardId;
  readonly mark: keyof typeof wordsFor;
  /** Id of what says which card is meant. */
  readonly describedBy: string;
}
