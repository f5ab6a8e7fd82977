import { type MouseEvent, type ReactNode, useState } from 'react';
import type { CardState } from '../../../core/model/card-state.ts';
import { isDue } from '../../../core/study/practice.ts';
import type { PastStep, RatedStep } from '../../../core/study/review-state.ts';
import type { Showing } from '../../../core/study/showing.ts';
import { useRecord, useSession } from '../../store/stores.tsx';
import { keepFocus } from '../frame/keep-focus.ts';

/** Says of the card on screen whether its answer counts, and lets all answers count from here. */
export function PracticeNotice(): ReactNode {
  const showing = useSession((state) => state.showing);
  const isReview = useSession((state) => state.how === 'review');
  return isReview || showing === null ? null : <Standing key={showing.card} showing={showing} />;
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

const dueWords = 'Practice. Due today: it counts as its review.';

function wordsFor(state: CardState | undefined, today: Parameters<typeof isDue>[1]): string {
  if (isDue(state, today)) return dueWords;
  return state === undefined || state.due === null
    ? 'Practice. A new card: it counts only if you miss it.'
    : 'Practice. Not due yet: it counts only if you miss it.';
}

/** What the practice did to the schedule, once it is over. */
export function MovedWords(): ReactNode {
  const words = useSession(({ past }) => movedWords(past));
  return <p>{words}</p>;
}

function movedWords(past: readonly PastStep[]): string {
  const moved = past.filter((step): step is RatedStep => step.kind === 'rated' && step.moved === true);
  const missed = new Set(moved.filter(({ rating }) => rating === 1).map(({ card }) => card)).size;
  const counted = new Set(moved.filter(({ rating }) => rating > 1).map(({ card }) => card)).size;
  const parts = [
    counted === 0
      ? []
      : `${counted === 1 ? 'One answer' : `${counted} answers`} counted as ${counted === 1 ? 'a review' : 'reviews'}`,
    missed === 0 ? [] : `${missed === 1 ? 'one missed card comes' : `${missed} missed cards come`} back today`,
  ].flat();
  if (parts.length === 0) return 'This was practice: your schedule is as it was.';
  const words = parts.join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}. Nothing else has moved.`;
}
