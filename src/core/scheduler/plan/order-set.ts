import { noteKey } from '../../model/address.ts';
import type { QuestionSummary } from '../../model/deck.ts';
import { type CardId, type QuestionId, questionOfCard } from '../../model/id.ts';
import { interleave } from './interleave.ts';
import { keepTogether } from './keep-together.ts';
import { spacing } from './spacing.ts';

/** A longer set is cut into runs: each ends with a summary and the offer of the next. */
const longestRun = 40;

export type QuestionsById = ReadonlyMap<QuestionId, QuestionSummary>;

export interface SetParts {
  readonly forgotten: readonly CardId[];
  readonly reviews: readonly CardId[];
  readonly fresh: readonly CardId[];
}

/**
 * The order in which a set is asked: new cards spread evenly among reviews, topics and kinds mixed, what was forgotten
 * today behind eight others, the cards of a case one after the other.
 */
export function orderSet({ forgotten, reviews, fresh }: SetParts, questions: QuestionsById): readonly CardId[] {
  const topicOf = (card: CardId) => topicOfQuestion(questions.get(questionOfCard(card)));
  const kindOf = (card: CardId) => questions.get(questionOfCard(card))?.kind ?? '';
  const mixed = interleave(spreadEvenly(reviews, fresh), topicOf, kindOf);
  const spaced = [...mixed.slice(0, spacing), ...forgotten, ...mixed.slice(spacing)];
  return keepTogether(spaced, (card) => caseOf(card, questions));
}

/** The first run of a set: its first 40 cards, or some fewer where the border would cut a case in two. */
export function firstRun(cards: readonly CardId[], questions: QuestionsById): readonly CardId[] {
  let end = Math.min(longestRun, cards.length);
  const isInside = (place: number) => {
    const [before, after] = [cards[place - 1], cards[place]];
    if (before === undefined || after === undefined) return false;
    const shared = caseOf(before, questions);
    return shared !== null && shared === caseOf(after, questions);
  };
  while (end > 1 && isInside(end)) end -= 1;
  return cards.slice(0, end > 1 ? end : longestRun);
}

function caseOf(card: CardId, questions: QuestionsById): QuestionId | null {
  return questions.get(questionOfCard(card))?.case ?? null;
}

function topicOfQuestion(question: QuestionSummary | undefined): string {
  if (question === undefined) return '';
  return question.note === null ? question.id : noteKey(question.note);
}

/** Both in their order, the n-th of each at the same part of the way. */
function spreadEvenly<T>(many: readonly T[], few: readonly T[]): readonly T[] {
  const placed = [...many, ...few].map((thing, n) => ({
    thing,
    way: n < many.length ? (n + 0.5) / many.length : (n - many.length + 0.5) / few.length,
  }));
  return placed.sort((a, b) => a.way - b.way).map(({ thing }) => thing);
}
