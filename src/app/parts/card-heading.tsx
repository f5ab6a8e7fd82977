import { type ReactNode, useState } from 'react';
import { plainText } from '../../core/model/rich-text.ts';
import { findNote } from '../store/deck-store.ts';
import type { Showing } from '../store/session-snapshot.ts';
import { useRecord, useSession, useStores } from '../store/stores.tsx';
import { Icon } from './icon.tsx';
import { cardHeadingId } from './use-cue.ts';

const longestSpoken = 200;

/** Where the learner is: position, topic, task; and for those who hear it, a short prompt as well. */
export function CardHeading({ showing, task }: { readonly showing: Showing; readonly task: string }): ReactNode {
  const { decks } = useStores();
  const { note } = showing.question;
  // As it was when the card came up: an index that arrives later must not move what is being read.
  const [topic] = useState(() => note && findNote(decks.getState(), note.pack, note.note)?.title);
  const position = useSession(({ session }) => (session === null ? '' : positionWords(session.cards, showing.card)));
  const prompt = showing.question.kind === 'cloze' ? '' : plainText(showing.question.prompt);
  return (
    <div className="card-top">
      <h2 className="card-heading" id={cardHeadingId} tabIndex={-1}>
        {position === '' ? null : (
          <>
            <span className="visually-hidden">{`${position}.`}</span>{' '}
          </>
        )}
        {topic == null ? null : `${topic} · `}
        {task}
        {prompt !== '' && prompt.length < longestSpoken ? (
          <span className="visually-hidden">{`. ${prompt}`}</span>
        ) : null}
      </h2>
      <FlagButton showing={showing} />
    </div>
  );
}

/** "Card 4 of 20"; nothing in a session of one. */
function positionWords(cards: readonly string[], card: string): string {
  return cards.length < 2 ? '' : `Card ${cards.indexOf(card) + 1} of ${cards.length}`;
}

function FlagButton({ showing }: { readonly showing: Showing }): ReactNode {
  const register = useRecord((state) => state.register);
  const isFlagged = useRecord((state) => state.cards.get(showing.card)?.flagged ?? false);
  const shortcuts = useRecord((state) => state.settings.shortcuts);
  return (
    <button
      type="button"
      className="button-quiet flag-button"
      aria-pressed={isFlagged}
      aria-keyshortcuts={shortcuts ? 'F' : undefined}
      onClick={() => register({ t: 'flag', card: showing.card, value: !isFlagged })}
    >
      <Icon name="flag" /> {isFlagged ? 'Flagged' : 'Flag'}
    </button>
  );
}
