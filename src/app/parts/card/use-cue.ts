import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Cue } from '../../../core/study/review-state.ts';
import { useSession } from '../../store/stores.tsx';
import { announce } from '../frame/live-regions.ts';

/** Marks of the places that take the focus in a session. */
export const cardHeadingId = 'card-heading';
/** What is asked: describes the heading. */
export const cardPromptId = 'card-prompt';
export const answerFieldId = 'answer-field';
export const answerHeadingId = 'answer-heading';
export const summaryHeadingId = 'summary-heading';

const places = {
  card: cardHeadingId,
  answer: answerHeadingId,
  field: answerFieldId,
  summary: summaryHeadingId,
} as const;

/**
 * Moves the focus with the learner: to the card, the verdict, the field that lacks an answer. A cue that
 * was given before the page was shown is followed only if `followsFirst`.
 */
export function useCue(region: RefObject<HTMLElement | null>, followsFirst: boolean): void {
  const { focus, say, n } = useSession((state) => state.cue);
  const followed = useRef(followsFirst ? -1 : n);
  const said = useRef(followed.current);
  // After each drawing: the place may be drawn later than the cue was given.
  useLayoutEffect(() => {
    if (followed.current !== n && followFocus(region, focus)) followed.current = n;
    if (said.current !== n && say !== '') announce(say);
    said.current = n;
  });
}

/** False while the place is not there. */
function followFocus(region: RefObject<HTMLElement | null>, focus: Cue['focus']): boolean {
  if (focus === 'nothing') return true;
  const place = region.current?.querySelector<HTMLElement>(`#${places[focus]}`) ?? null;
  place?.focus();
  // The first of what is right is in view with its reason, however far below the verdict it stands.
  if (focus === 'answer') region.current?.querySelector('[data-right]')?.scrollIntoView({ block: 'nearest' });
  return place !== null;
}
