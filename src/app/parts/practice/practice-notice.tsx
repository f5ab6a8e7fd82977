import { type MouseEvent, type ReactNode, useState } from 'react';
import type { CardState } from '../../../core/model/card-state.ts';
import { packOf } from '../../../core/model/id.ts';
import { isPackOn } from '../../../core/model/pack-switches.ts';
import { isDue } from '../../../core/study/practice.ts';
import { isRight } from '../../../core/study/rate.ts';
import type { RatedStep } from '../../../core/study/review-state.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { capitalised } from '../../../core/text/capitalised.ts';
import { useRecord, useSession } from '../../store/stores.tsx';
import { keepFocus } from '../frame/keep-focus.ts';

/** Says of the card on screen whether its answer counts, and lets all answers count from here. */
export function PracticeNotice(): ReactNode {
  const showing = useSession((state) => state.showing);
  const isReview = useSession((state) => state.how === 'review');
  // Until then nothing is known of the card.
  const isRead = useRecord((state) => state.opening !== 'opening');
  return isReview || !isRead || showing === null ? null : <Standing key={showing.card} showing={showing} />;
}

function Standing({ showing }: { readonly showing: Showing }): ReactNode {
  const countFromHere = useSession((state) => state.countFromHere);
  const words = useWordsBefore(showing);
  const count = (event: MouseEvent<HTMLElement>) => {
    keepFocus(event);
    countFromHere();
  };
  return (
    <p className="practice-notice">
      {words}{' '}
      {words === dueWords ? null : (
        <button type="button" className="button-quiet" onClick={count}>
          Count all from here
        </button>
      )}
    </p>
  );
}

/** As the card stood while it was asked: a miss makes it due at once. */
function useWordsBefore({ card, phase }: Showing): string {
  const words = useRecord(({ cards, today }) => wordsFor(cards.get(card), today()));
  const [before, setBefore] = useState(words);
  if (phase === 'asking' && words !== before) setBefore(words);
  return before;
}

const dueWords = 'Practice. This card is due, so your answer counts as a review.';

function wordsFor(state: CardState | undefined, today: Parameters<typeof isDue>[1]): string {
  if (isDue(state, today)) return dueWords;
  return state === undefined || state.due === null
    ? 'Practice. A new card: it counts only if you miss it.'
    : 'Practice. Not due yet: it counts only if you miss it.';
}

/** What the practice did to the schedule, once it is over. */
export function MovedWords(): ReactNode {
  const past = useSession((state) => state.past);
  const { cards, packs, today } = useRecord((state) => state);
  const rated = new Map(past.flatMap((step) => (step.kind === 'rated' ? [[step.card, step] as const] : [])));
  const lasts = [...rated.values()].filter(({ moved }) => moved === true);
  const isBack = ({ card }: RatedStep) => {
    const state = cards.get(card);
    const isLeft = state === undefined || state.suspended || (state.buriedUntil ?? 0) > today();
    return !isLeft && isDue(state, today()) && isPackOn(packs, packOf(card));
  };
  const isMiss = ({ rating, memo }: RatedStep) => rating === 1 && !isRight(memo);
  const missed = lasts.filter((step) => isMiss(step) && isBack(step)).length;
  return <p>{movedWords(lasts.filter((step) => !isMiss(step)).length, missed)}</p>;
}

function movedWords(counted: number, missed: number): string {
  const reviews = counted === 1 ? 'one answer counted as a review' : `${counted} answers counted as reviews`;
  const back = missed === 1 ? 'one missed card comes back today' : `${missed} missed cards come back today`;
  const words = [counted === 0 ? '' : reviews, missed === 0 ? '' : back].filter((part) => part !== '').join(', ');
  if (words === '') return 'This was practice: your schedule is as it was.';
  return `${capitalised(words)}. Nothing else has moved.`;
}
