import type { CardState } from '../../core/model/card-state.ts';
import { type CardId, type QuestionId, questionOfCard } from '../../core/model/id.ts';

/** What a learner may have done to a card by hand. */
export type Mark = 'suspended' | 'flagged' | 'noted';

export type MarkedCards = Readonly<Record<Mark, readonly CardId[]>>;

/** The cards that bear each mark, in the order of `questions`; those that no pack has any more come last. */
export function markedCards(states: ReadonlyMap<CardId, CardState>, questions: Iterable<QuestionId>): MarkedCards {
  const marked = [...states.values()].filter((state) => marks.some((mark) => hasMark[mark](state)));
  const places = new Map([...questions].map((id, place) => [id, place]));
  const placeOf = ({ card }: CardState) => places.get(questionOfCard(card)) ?? places.size;
  marked.sort((a, b) => placeOf(a) - placeOf(b) || (a.card < b.card ? -1 : 1));
  const cardsWith = (mark: Mark) => marked.filter(hasMark[mark]).map(({ card }) => card);
  return { suspended: cardsWith('suspended'), flagged: cardsWith('flagged'), noted: cardsWith('noted') };
}

const hasMark: Readonly<Record<Mark, (state: CardState) => boolean>> = {
  suspended: ({ suspended }) => suspended,
  flagged: ({ flagged }) => flagged,
  noted: ({ note }) => note !== '',
};

/** In the order of screens. */
export const marks = ['suspended', 'flagged', 'noted'] as const satisfies readonly Mark[];
