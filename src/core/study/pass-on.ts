import type { CardId, StudyDay } from '../model/id.ts';
import type { Rating } from '../model/verdict.ts';
import { answerFields } from './answer-fields.ts';
import { movesCard } from './practice.ts';
import { ratingOf } from './rate.ts';
import type { PastStep, ReviewState, RunHow, Step, StudyContext, Write } from './review-state.ts';
import { rateEither, skipCard } from './session-steps.ts';
import { memoOf, type Showing } from './showing.ts';
import { isTooSoon, show, stay } from './turn.ts';

/** Rates the answered card and goes on; a rating meant for an earlier showing is dropped. */
export function rate(state: ReviewState, rating: Rating, sequence: number, context: StudyContext): Step {
  const { session, showing, how, repeats, past } = state;
  if (session === null || showing?.phase !== 'answered') return stay(state);
  if (sequence !== state.sequence || isTooSoon(state, context)) return stay(state);
  const { card } = showing;
  const next = rateEither(session, ratingOf(showing, rating), repeats);
  const hasLeft = next.left.length > session.left.length;
  const entry = rating === 1 ? showing.entry : null;
  const moved = movesCard(how, rating, showing);
  const step: PastStep = { kind: 'rated', card, memo: memoOf(showing), rating, entry, hasLeft, moved };
  const writes = [...ratingWrites(showing, rating, how, context), ...(hasLeft ? [bury(card, context, 1)] : [])];
  return show({ ...state, left: hasLeft ? card : null, past: [...past, step] }, next, context, { writes });
}

/** Nothing where the answer that counts was written when it was checked; another one takes its place. */
function ratingWrites(showing: Showing, rating: Rating, how: RunHow, context: StudyContext): readonly Write[] {
  const { entry, at } = showing;
  if (entry !== null && rating === 1) return [];
  // The same showing: whatever other tab makes the same change, it counts once.
  const fields = answerFields(showing, rating, at ?? context.showingId, how);
  const answer: Write = { t: 'answer', fields, when: null, names: 'step' };
  return entry === null ? [answer] : [{ t: 'undo', entry }, answer];
}

/** "Let's leave this one for tomorrow": no other session of today asks for it. 0 days bring it back. */
export function bury(card: CardId, { today }: StudyContext, days: 0 | 1): Write {
  const day = (today + days) as StudyDay;
  return { t: 'register', fields: { t: 'bury', card, day }, names: days === 0 ? null : 'buried' };
}

/** Leaves the card out of this session, or of all sessions until the learner brings it back. */
export function passOver(state: ReviewState, kind: 'skipped' | 'suspended', context: StudyContext): Step {
  const { session, showing, past } = state;
  const card = session?.current ?? null;
  if (session === null || card === null) return stay(state);
  const isSuspended = kind === 'suspended';
  const memo = showing?.phase === 'answered' ? memoOf(showing) : null;
  const writes: readonly Write[] = isSuspended
    ? [{ t: 'register', fields: { t: 'suspend', card, value: true }, names: 'step' }]
    : [];
  const say = isSuspended ? 'Card suspended' : 'Card skipped';
  return show({ ...state, left: null, past: [...past, { kind, card, memo }] }, skipCard(session), context, {
    say,
    writes,
  });
}
