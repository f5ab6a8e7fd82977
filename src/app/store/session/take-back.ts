import { type CardId, deletionOfCard, type EntryId } from '../../../core/model/id.ts';
import { isSettled } from '../../../core/scheduler/plan/settled-cards.ts';
import { type Session, undoRating, withoutCards } from '../../../core/scheduler/session.ts';
import { answersOf, isAnsweredSince, isLatest } from '../record/card-entries.ts';
import { givenText } from './given-text.ts';
import { type SessionDesk, show, turn } from './session-desk.ts';
import { isWrong, type PastStep, type RatedStep, type Showing, type ShowingMemo } from './session-snapshot.ts';
import type { SessionState } from './session-state.ts';
import { buryUntil } from './write-answer.ts';

/** Whether there is an answer, a rating or a skip that undo can take back. */
export function canUndo({ past, showing }: SessionState): boolean {
  return past.length > 0 || (showing?.entry ?? null) !== null;
}

/** Takes back what was recorded last: the answer on screen, or the step before, whose card comes back as it was. */
export function undoLast(desk: SessionDesk): void {
  const { session, showing, past } = desk.store.getState();
  if (session === null) return;
  if (showing !== null && showing.entry !== null) {
    if (showing.isOverruled) overrule(desk, false);
    else takeAnswerBack(desk, showing);
    return;
  }
  const step = past.at(-1);
  if (step === undefined) return;
  const change = { past: past.slice(0, -1), left: null };
  const before = undoRating(session);
  const stands = step.kind === 'rated' && isAnsweredAgain(desk, step.card, step.entry);
  const memo = takeBack(desk, step);
  if (stands) askWhatIsLeft(desk, before, step.card, change);
  else show(desk, before, { change, memo, say: sayings[step.kind] });
}

/** Whether an answer that came after the one that is to be taken back stands for the card. */
function isAnsweredAgain({ record }: SessionDesk, card: CardId, entry: EntryId | null): boolean {
  return entry !== null && isAnsweredSince(answersOf(record.getState().log(), new Set([card])), entry);
}

const otherStands = 'Your rating is undone. The card was answered elsewhere since, and that answer stands.';

/** What was answered later is not rated anew by an older look at it: the card is asked only if the record wants it. */
function askWhatIsLeft(desk: SessionDesk, session: Session, card: CardId, change: Partial<SessionState> = {}): void {
  const isLeft = isSettled(desk.record.getState().cards.get(card), desk.store.getState().day);
  const next = isLeft ? withoutCards(session, new Set([card])) : session;
  show(desk, next, { change, say: otherStands, notice: otherStands });
}

const sayings: Readonly<Record<PastStep['kind'], string>> = {
  rated: 'Rating undone',
  suspended: 'Suspension undone',
  skipped: 'The card is back',
};

function takeBack(desk: SessionDesk, step: PastStep): ShowingMemo | null {
  if (step.kind === 'rated') return unrated(desk, step);
  const { register, log } = desk.record.getState();
  const { card, kind, entry } = step;
  if (kind === 'suspended' && isLatest(log(), 'suspend', card, entry ?? null))
    register({ t: 'suspend', card, value: false });
  return step.memo;
}

function unrated(desk: SessionDesk, { entry, hasLeft, buried, memo }: RatedStep): ShowingMemo {
  if (entry === null) return memo;
  const { log, undo } = desk.record.getState();
  undo(entry);
  if (hasLeft && isLatest(log(), 'bury', memo.card, buried ?? null)) buryUntil(desk, memo.card, 0);
  return { ...memo, entry: null, at: desk.ports.chance.showingId() };
}

/** Asks the card on screen again, with what was answered still chosen; a wrong answer in the log is taken back. */
function takeAnswerBack(desk: SessionDesk, showing: Showing): void {
  const { session } = desk.store.getState();
  const stands = isAnsweredAgain(desk, showing.card, showing.entry);
  if (showing.entry !== null) desk.record.getState().undo(showing.entry);
  if (stands && session !== null) {
    askWhatIsLeft(desk, session, showing.card);
    return;
  }
  desk.clock.restart(desk.ports.clock.now());
  turn(desk, { showing: askedAgain(showing) }, 'card', 'Answer taken back');
}

/** Whoever has seen the right answer to a written question has had the first of its two tries. */
function askedAgain(showing: Showing): Showing {
  const { response, verdict, parts } = showing;
  const isSeen = parts.view.written !== null && response !== null && verdict !== null;
  const missed = showing.missed ?? (isSeen ? { response, verdict } : null);
  return { ...showing, phase: 'asking', verdict: null, missed, at: null, entry: null, isOverruled: false };
}

/** Another try at a card whose wrong answer was taken back. */
export function answerAgain(desk: SessionDesk): void {
  const { showing } = desk.store.getState();
  if (showing !== null && isWrong(showing)) takeAnswerBack(desk, showing);
}

/** Counts as right what the grader refused, or leaves it refused after all. The log hears of it with the rating. */
export function overrule(desk: SessionDesk, isOverruled: boolean): void {
  const { showing } = desk.store.getState();
  if (showing?.phase !== 'answered' || !mayOverrule(showing)) return;
  turn(desk, { showing: { ...showing, isOverruled } }, 'answer', isOverruled ? '' : 'No longer counted as right');
}

/** Only what was written can be right in a way that no grader knew of. */
export function mayOverrule(showing: Showing): boolean {
  const { question, card, response, verdict, parts } = showing;
  const { written, lacks } = parts.view;
  if (written === null || verdict === null || verdict.score === 1) return false;
  const untouched = givenText(written.nothing(question, deletionOfCard(card)));
  return givenText(response) !== untouched && lacks?.(question, response) === '';
}
