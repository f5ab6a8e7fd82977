import type { CardState } from '../../model/card-state.ts';
import { cardsOf } from '../../model/cards-of.ts';
import type { QuestionSummary } from '../../model/deck.ts';
import { type CardId, type QuestionId, questionOfCard, type StudyDay } from '../../model/id.ts';
import { isStudied } from '../../model/question.ts';

/** A question that may be asked, with those of its cards that are neither suspended nor buried. */
export interface OpenQuestion {
  readonly question: QuestionSummary;
  readonly cards: readonly CardId[];
}

export interface OpenRequest {
  readonly today: StudyDay;
  readonly states: ReadonlyMap<CardId, CardState>;
  /** Of all packs that are on, each pack's in learning order. */
  readonly questions: readonly QuestionSummary[];
}

export function openQuestions({ questions, states, today }: OpenRequest): readonly OpenQuestion[] {
  const open: OpenQuestion[] = [];
  for (const question of questions) {
    if (!isStudied(question)) continue;
    const cards = cardsOf(question).filter((card) => isOpen(states.get(card), today));
    if (cards.length > 0) open.push({ question, cards });
  }
  return open;
}

function isOpen(state: CardState | undefined, today: StudyDay): boolean {
  return !state?.suspended && (state?.buriedUntil ?? today) <= today;
}

/** The cards answered today, by question: their siblings wait for another day. */
export function seenToday({
  states,
  today,
}: Pick<OpenRequest, 'states' | 'today'>): ReadonlyMap<QuestionId, ReadonlySet<CardId>> {
  const seen = new Map<QuestionId, Set<CardId>>();
  for (const { card, lastDay } of states.values()) {
    if (lastDay !== today) continue;
    const question = questionOfCard(card);
    seen.set(question, (seen.get(question) ?? new Set()).add(card));
  }
  return seen;
}

export type Seen = ReturnType<typeof seenToday>;
