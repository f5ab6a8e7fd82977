import { useState } from 'react';
import type { CardState } from '../../../core/model/card-state.ts';
import { firstCardOf } from '../../../core/model/cards-of.ts';
import type { AnswerFields } from '../../../core/model/log/log-entry.ts';
import type { Question } from '../../../core/model/question.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { intervalWords } from '../text/interval-words.ts';

/** Reading the section again is no time spent on the card. */
const longestTookMs = 60_000;

/** Where the card of a question stands, and how an answer below a section counts. */
export interface ReadingAnswer {
  /** "In your reviews. It comes back in 2 days."; empty while the card is new. */
  readonly place: string;
  /** Whether the record has been read: before, nobody knows whether the card was answered. */
  readonly isKnown: boolean;
  /** Puts the card into the reviews; an answer that was graded says what it was. */
  rate(rating: Rating, graded?: Pick<AnswerFields, 'given' | 'score'>): void;
}

export function useReadingAnswer(question: Question): ReadingAnswer {
  const { record, ports } = useStores();
  const [shown] = useState(() => ({ at: ports.chance.showingId(), ms: ports.clock.now() }));
  const card = firstCardOf(question);
  const state = useRecord(({ cards }) => cards.get(card));
  const isKnown = useRecord(({ opening, isBlocked }) => opening !== 'opening' || isBlocked);
  const place = state === undefined ? '' : placeWords(state, record.getState().daysUntil(card));
  const rate: ReadingAnswer['rate'] = (r, graded = {}) => {
    const took = Math.max(0, Math.min(longestTookMs, ports.clock.now() - shown.ms));
    record.getState().answer({ card, rev: question.rev, r, took, at: shown.at, how: 'reading', ...graded });
  };
  return { place, isKnown, rate };
}

function placeWords(state: CardState, days: number | null): string {
  if (state.suspended) return 'Suspended: it does not come up in reviews.';
  return days === null ? '' : `In your reviews. It comes back ${days <= 0 ? 'today' : intervalWords(days)}.`;
}
