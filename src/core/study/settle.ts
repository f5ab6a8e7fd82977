import type { CardId } from '../model/id.ts';
import { entryIdOf } from '../model/log/log.ts';
import { isSettled } from '../scheduler/plan/settled-cards.ts';
import { answersIn, ratedElsewhere } from './card-entries.ts';
import type { ReviewState, Step, StudiedRecord, StudyContext } from './review-state.ts';
import type { Session } from './session.ts';
import { rateElsewhere, withoutCards } from './session-steps.ts';
import type { ShowingMemo } from './showing.ts';
import { show, stay, turn, withShowing } from './turn.ts';

const movedOn = 'The card that was here was answered or put aside elsewhere.';

/**
 * Takes out of the run what the record no longer wants asked today, whichever tab wrote it. An answer on screen stays
 * to be read, unless it was rated in another tab.
 */
export function settle(state: ReviewState, context: StudyContext): Step {
  const { session, showing, how, repeats, day } = state;
  const { record } = context;
  if (session === null || session.current === null) return stay(state);
  const answers = showing?.phase === 'answered' ? answersIn(record.historyOf(showing.card)) : [];
  const rated = showing && ratedElsewhere(answers, showing.at, showing.entry);
  if (rated !== null) {
    const next = settledRun(record, rateElsewhere(session, rated, repeats), { how, day });
    return show(state, next, context, { say: movedOn, notice: movedOn });
  }
  // What another tab took back is not recorded here either; Continue records it again.
  const isTakenBack = (showing?.entry ?? null) !== null && !answers.some((own) => entryIdOf(own) === showing?.entry);
  const own = isTakenBack
    ? turn(withShowing(state, { entry: null }), context, { focus: 'nothing', say: '' })
    : stay(state);
  const next = settledRun(record, session, { how, day }, showing);
  if (next === session) return own;
  if (next.current === session.current) return { ...own, state: { ...own.state, session: next } };
  return show(own.state, next, context, { say: movedOn, notice: movedOn });
}

/**
 * The run without what the record shows as settled; the card on screen stays while its answer is there. Practice asks
 * what was answered today as well.
 */
export function settledRun(
  record: StudiedRecord,
  session: Session,
  { how, day }: Pick<ReviewState, 'how' | 'day'>,
  showing: Pick<ShowingMemo, 'phase'> | null = null,
): Session {
  const isGone = (card: CardId) => {
    const state = record.cards.get(card);
    return (how === 'review' ? isSettled(state, day) : state?.suspended === true) || !record.isOn(card);
  };
  const gone = new Set([...session.waiting, ...session.spare, ...session.later].filter(isGone));
  const { current } = session;
  if (current !== null && showing?.phase !== 'answered' && isGone(current) && !isRead(record, current))
    gone.add(current);
  return gone.size === 0 ? session : withoutCards(session, gone);
}

/** Whoever answers the card in its note, a step away, finds it again on the way back. */
function isRead(record: StudiedRecord, card: CardId): boolean {
  return answersIn(record.historyOf(card)).at(-1)?.how === 'reading';
}
