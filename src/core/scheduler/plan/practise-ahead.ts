import type { CardState } from '../../model/card-state.ts';
import type { CardId } from '../../model/id.ts';
import { isUnseen, newCards } from './new-cards.ts';
import { type OpenRequest, openQuestions, seenToday } from './open-questions.ts';

/**
 * Cards to practise before their time: those that come due first, then new ones in the order of learning; one a
 * question. None of a question that was answered today, so that counting them from here on keeps siblings apart; none
 * that is suspended, or left for another day.
 */
export function practiseAhead(request: OpenRequest, count: number): readonly CardId[] {
  const seen = seenToday(request);
  const open = openQuestions(request).filter(({ question }) => !seen.has(question.id));
  const known = open.flatMap(({ cards }) => soonest(cards.flatMap((card) => request.states.get(card) ?? [])));
  const begun = known.sort((a, b) => (a.due ?? 0) - (b.due ?? 0)).map(({ card }) => card);
  const unseen = open.filter(({ cards }) => cards.every((card) => isUnseen(request.states.get(card))));
  return [...begun, ...newCards(request, unseen, seen)].slice(0, count);
}

function soonest(states: readonly CardState[]): readonly CardState[] {
  return states
    .filter((state) => !isUnseen(state))
    .sort((a, b) => (a.due ?? 0) - (b.due ?? 0))
    .slice(0, 1);
}
