import { type CardId, packOf, type StudyDay } from '../../../core/model/id.ts';
import { entryIdOf } from '../../../core/model/log.ts';
import { isSettled } from '../../../core/scheduler/plan/settled-cards.ts';
import { type Session, withoutCards } from '../../../core/scheduler/session.ts';
import { isPackOn } from '../packs-on.ts';
import { answersOf, ratedElsewhere } from '../record/card-entries.ts';
import type { RecordState } from '../record/record-state.ts';
import { ratedInOtherTab, type SessionDesk, show, turn } from './session-desk.ts';
import type { ShowingMemo } from './session-snapshot.ts';

const movedOn = 'The card that was here was answered or put aside elsewhere.';

/**
 * Takes out of the run what the record no longer wants asked today, whichever tab wrote it. An answer on screen stays
 * to be read, unless it was rated in another tab.
 */
export function settleRun(desk: SessionDesk): void {
  const { record, store } = desk;
  const { session, showing, counts, repeats, day } = store.getState();
  if (session === null || session.current === null) return;
  const answers =
    counts && showing?.phase === 'answered' ? answersOf(record.getState().log(), new Set([showing.card])) : [];
  const rated = showing && (ratedElsewhere(answers, showing.at, showing.entry)?.r ?? null);
  if (rated !== null) {
    show(desk, settledRun(record.getState(), ratedInOtherTab(session, rated, repeats), day), {
      say: movedOn,
      notice: movedOn,
    });
    return;
  }
  // What another tab took back is not recorded here either; Continue records it again.
  const isTakenBack = (showing?.entry ?? null) !== null && !answers.some((own) => entryIdOf(own) === showing?.entry);
  if (showing !== null && isTakenBack) turn(desk, { showing: { ...showing, entry: null } }, 'nothing');
  const next = settledRun(record.getState(), session, day, showing);
  if (next === session) return;
  if (next.current === session.current) store.setState({ session: next });
  else show(desk, next, { say: movedOn, notice: movedOn });
}

/** The run without what the record shows as settled; the card on screen stays while its answer is there. */
export function settledRun(
  record: RecordState,
  session: Session,
  day: StudyDay,
  showing: Pick<ShowingMemo, 'phase'> | null = null,
): Session {
  const isGone = (card: CardId) => isSettled(record.cards.get(card), day) || !isPackOn(record.packs, packOf(card));
  const gone = new Set([...session.waiting, ...session.spare, ...session.later].filter(isGone));
  const { current } = session;
  if (current !== null && showing?.phase !== 'answered' && isGone(current) && !isRead(record, current))
    gone.add(current);
  return gone.size === 0 ? session : withoutCards(session, gone);
}

/** Whoever answers the card in its note, a step away, finds it again on the way back. */
function isRead({ log }: RecordState, card: CardId): boolean {
  return answersOf(log(), new Set([card])).at(-1)?.how === 'reading';
}
