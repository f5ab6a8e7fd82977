import { deletionOfCard, type EntryId } from '../../../core/model/id.ts';
import type { Rating, Verdict } from '../../../core/model/verdict.ts';
import { skipCard } from '../../../core/scheduler/session.ts';
import { afterRating, isTooSoon, type SessionDesk, show, turn } from './session-desk.ts';
import { isWrong, type PastStep, type Showing } from './session-snapshot.ts';
import { memoOf } from './showing.ts';
import { buryUntil, writeAnswer } from './write-answer.ts';

/** Shows the answer of a self-graded card, or grades the response. */
export function checkAnswer(desk: SessionDesk): void {
  const { showing } = desk.store.getState();
  if (showing?.phase !== 'asking' || isTooSoon(desk)) return;
  const { question, response, missed, parts } = showing;
  const lack = parts.view.lacks?.(question, response) ?? null;
  if (lack === null) settle(desk, showing, null);
  else if (lack !== '' || response === null) refuse(desk, showing, lack);
  else {
    const verdict = parts.grade(question, response);
    const { written } = parts.view;
    if (written === null || verdict.score === 1 || missed !== null) settle(desk, showing, verdict);
    else refuse(desk, { ...showing, missed: { response, verdict } }, againWords(written.hints(verdict)));
  }
}

function againWords(hints: readonly string[]): string {
  return ['Not this time.', ...hints, 'Try once more, or show the answer.'].join(' ');
}

/** Ends a written question without another try. */
export function giveUp(desk: SessionDesk): void {
  const { showing } = desk.store.getState();
  const written = showing?.parts.view.written ?? null;
  if (showing?.phase !== 'asking' || written === null || isTooSoon(desk)) return;
  const { question, card, parts } = showing;
  const response = showing.response ?? written.nothing(question, deletionOfCard(card));
  settle(desk, { ...showing, response }, { ...parts.grade(question, response), score: 0 });
}

/** A wrong answer is written here and not when the learner goes on: closing the page does not unsay it. */
function settle(desk: SessionDesk, showing: Showing, verdict: Verdict | null): void {
  const { ports, clock, store } = desk;
  const tookMs = clock.read(ports.clock.now());
  const { studiedMs, counts } = store.getState();
  const at = ports.chance.showingId();
  const answered: Showing = { ...showing, phase: 'answered', verdict, tookMs, at, message: '' };
  const entry = counts && isWrong(answered) ? writeAnswer(desk, answered, 1) : null;
  turn(desk, { showing: { ...answered, entry }, studiedMs: studiedMs + tookMs }, 'answer');
}

/** What the learner has just answered wrong counts, too, and is written at once like any wrong answer. */
export function countFromHere(desk: SessionDesk): void {
  const { showing } = desk.store.getState();
  const isPending = showing !== null && showing.entry === null && isWrong(showing);
  const written = isPending ? { showing: { ...showing, entry: writeAnswer(desk, showing, 1) } } : {};
  turn(desk, { counts: true, ...written }, 'nothing');
}

function refuse({ store }: SessionDesk, showing: Showing, message: string): void {
  store.setState(({ cue }) => ({
    showing: { ...showing, message },
    cue: { focus: 'field', say: '', n: cue.n + 1 },
  }));
}

/** Rates the answered card and goes on; a rating meant for an earlier showing is dropped. */
export function rateShowing(desk: SessionDesk, rating: Rating, sequence: number): void {
  const state = desk.store.getState();
  const { session, showing, counts, repeats, past } = state;
  if (session === null || showing?.phase !== 'answered') return;
  if (sequence !== state.sequence || isTooSoon(desk)) return;
  const entry = counts ? settledEntry(desk, showing, rating) : null;
  const next = afterRating(session, rating, repeats);
  const hasLeft = next.left.length > session.left.length;
  const buried = hasLeft && counts ? { buried: buryUntil(desk, showing.card, 1) } : {};
  const step: PastStep = {
    kind: 'rated',
    card: showing.card,
    memo: memoOf(showing),
    rating,
    entry,
    hasLeft,
    ...buried,
  };
  show(desk, next, { change: { left: hasLeft ? showing.card : null, past: [...past, step] } });
}

/** The entry of the answer that counts: the one that was written when it was checked, or another in its place. */
function settledEntry(desk: SessionDesk, showing: Showing, rating: Rating): EntryId {
  if (showing.entry === null) return writeAnswer(desk, showing, rating);
  if (rating === 1) return showing.entry;
  desk.record.getState().undo(showing.entry);
  // The same showing: whatever other tab makes the same change, it counts once.
  return writeAnswer(desk, showing, rating);
}

/** Leaves the card out of this session, or of all sessions until the learner brings it back. */
export function passOver(desk: SessionDesk, kind: 'skipped' | 'suspended'): void {
  const { session, showing, past } = desk.store.getState();
  const card = session?.current ?? null;
  if (session === null || card === null) return;
  const { register } = desk.record.getState();
  const written = kind === 'suspended' ? { entry: register({ t: 'suspend', card, value: true }) } : {};
  const memo = showing?.phase === 'answered' ? memoOf(showing) : null;
  const say = kind === 'suspended' ? 'Card suspended' : 'Card skipped';
  show(desk, skipCard(session), { change: { left: null, past: [...past, { kind, card, memo, ...written }] }, say });
}
