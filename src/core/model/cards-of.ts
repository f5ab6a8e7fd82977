import type { QuestionSummary } from './deck.ts';
import { type CardId, cardIdOf } from './id.ts';
import { isCloze, type Question } from './question.ts';

/** The cards that a question makes, in their order. */
export function cardsOf({ id, kind, cards }: Pick<QuestionSummary, 'id' | 'kind' | 'cards'>): readonly CardId[] {
  return isCloze(kind) ? Array.from({ length: cards }, (_, index) => cardIdOf(id, index + 1)) : [cardIdOf(id)];
}

/** The card that stands for a question where only one is asked. */
export function firstCardOf({ id, kind }: Pick<Question, 'id' | 'kind'>): CardId {
  return cardIdOf(id, isCloze(kind) ? 1 : 0);
}
