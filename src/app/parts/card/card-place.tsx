import type { MouseEvent, ReactNode } from 'react';
import type { CardId } from '../../../core/model/id.ts';
import { answerFields } from '../../../core/study/answer-fields.ts';
import type { PastStep, RatedStep } from '../../../core/study/review-state.ts';
import { useRecord, useSession, useStores } from '../../store/stores.tsx';
import { keepFocus } from '../frame/keep-focus.ts';
import { announce } from '../frame/live-regions.ts';
import { intervalWords } from '../text/interval-words.ts';

/** Where the card stands in the reviews, and the way into them. */
export function CardPlace({ card }: { readonly card: CardId }): ReactNode {
  const { record } = useStores();
  const state = useRecord(({ cards }) => cards.get(card));
  const register = useRecord((actions) => actions.register);
  const add = useAddToReview(card);
  const bringBack = (event: MouseEvent<HTMLElement>) => {
    keepFocus(event);
    register({ t: 'suspend', card, value: false });
  };
  if (state?.suspended) {
    return (
      <p>
        Suspended: it does not come up in reviews.{' '}
        <button type="button" className="button" onClick={bringBack}>
          Bring it back
        </button>
      </p>
    );
  }
  const days = record.getState().daysUntil(card);
  if (days !== null) {
    return <p>{`In your reviews, next ${days > 0 ? intervalWords(days) : 'today'}.`}</p>;
  }
  return (
    <p>
      Not in your reviews yet.{' '}
      <button type="button" className="button" onClick={add}>
        Add to review
      </button>
    </p>
  );
}

function lastAnswer(past: readonly PastStep[], card: CardId): RatedStep | null {
  const isOfCard = (step: PastStep): step is RatedStep => step.kind === 'rated' && step.card === card;
  return past.findLast(isOfCard) ?? null;
}

/** Counts the practice answer as a review after all, as one more: that is what puts a card into the reviews. */
function useAddToReview(card: CardId): (event: MouseEvent<HTMLElement>) => void {
  const { ports, record } = useStores();
  const step = useSession(({ past }) => lastAnswer(past, card));
  return (event) => {
    if (step === null) return;
    keepFocus(event);
    const { memo, rating } = step;
    record.getState().answer(answerFields(memo, rating, ports.chance.showingId(), 'review'));
    announce('Added to your reviews');
  };
}
