import { type ReactNode, useLayoutEffect, useState } from 'react';
import { packOf } from '../../../core/model/id.ts';
import { plainText } from '../../../core/model/rich-text.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { findNote } from '../../store/deck-store.ts';
import { useSession, useStores } from '../../store/stores.tsx';
import { putOnSerif } from '../frame/serif.ts';
import { usePackTitles } from '../frame/use-pack-titles.ts';
import { cardHeadingId, cardPromptId } from './use-cue.ts';

const longestSpoken = 200;

/** Where the learner is: position, topic, task. The focus brings a short prompt along for those who hear it. */
export function CardHeading({ showing, task }: { readonly showing: Showing; readonly task: string }): ReactNode {
  const { decks } = useStores();
  const { note } = showing.question;
  // As it was when the card came up: an index that arrives later must not move what is being read.
  const [topic] = useState(() => note && findNote(decks.getState(), note.pack, note.note)?.title);
  const packTitle = usePackTitles()(packOf(showing.card));
  const position = useSession(({ session }) => (session === null ? '' : positionWords(session.cards, showing.card)));
  useLayoutEffect(() => putOnSerif('card', showing.card), [showing.card]);
  // Described by the text that stands below: a copy of it in the heading would be read twice.
  const isShort = plainText(showing.question.prompt).length < longestSpoken;
  return (
    <h2 className="card-heading" id={cardHeadingId} tabIndex={-1} aria-describedby={isShort ? cardPromptId : undefined}>
      {position === '' ? null : <span className="visually-hidden">{`${position}.`}</span>}{' '}
      {[packTitle, topic].map((part) => (part == null ? null : `${part} · `))}
      {task}
    </h2>
  );
}

/** "Card 4 of 20"; nothing in a session of one. */
function positionWords(cards: readonly string[], card: string): string {
  return cards.length < 2 ? '' : `Card ${cards.indexOf(card) + 1} of ${cards.length}`;
}
