import { type CardId, deletionOfCard, type EntryId } from '../../core/model/id.ts';
import type { Rating, Verdict } from '../../core/model/verdict.ts';
import { rateCard, rateOnce, skipCard, undoRating } from '../../core/scheduler/session.ts';
import { givenText } from './given-text.ts';
import { isTooSoon, type SessionDesk, show, turn } from './session-desk.ts';
import type { PastStep, Showing } from './session-snapshot.ts';

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

function settle(desk: SessionDesk, showing: Showing, verdict: Verdict | null): void {
  const tookMs = desk.clock.read(desk.ports.clock.now());
  const { studiedMs } = desk.store.getState();
  const answered: Showing = { ...showing, phase: 'answered', verdict, tookMs, message: '' };
  turn(desk, { showing: answered, studiedMs: studiedMs + tookMs }, 'answer');
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
  const entry = counts ? writeAnswer(desk, showing, rating) : null;
  const next = repeats ? rateCard(session, rating) : rateOnce(session, rating);
  const hasLeft = next.left.length > session.left.length;
  if (hasLeft && counts) buryUntil(desk, showing.card, 1);
  const step: PastStep = { kind: 'rated', showing, rating, entry, hasLeft };
  show(desk, next, { left: hasLeft ? showing.card : null, past: [...past, step] });
}

/** "Let's leave this one for tomorrow": no other session of today asks for it. */
function buryUntil({ record }: SessionDesk, card: CardId, daysFromToday: number): void {
  record.getState().register({ t: 'bury', card, day: record.getState().today() + daysFromToday });
}

/** Each rating is a showing of its own in the log, so that rating again after undo counts. */
function writeAnswer({ record, ports }: SessionDesk, showing: Showing, rating: Rating): EntryId {
  const given = givenText(showing.response);
  return record.getState().answer({
    card: showing.card,
    rev: showing.question.rev,
    r: rating,
    took: Math.round(showing.tookMs),
    at: ports.chance.showingId(),
    ...(given === undefined ? {} : { given }),
    ...(showing.isGuess ? { guess: true as const } : {}),
  });
}

/** Takes the last rating, skip or suspension back and shows that card as it was. */
export function undoLast(desk: SessionDesk): void {
  const { session, past } = desk.store.getState();
  const step = past.at(-1);
  if (session === null || step === undefined) return;
  takeBack(desk, step);
  const before = undoRating(session);
  const change = { session: before, past: past.slice(0, -1), left: null, trouble: null };
  if (step.kind === 'rated') turn(desk, { ...change, showing: step.showing }, 'answer', 'Rating undone');
  else show(desk, before, change, 'card', step.kind === 'suspended' ? 'Suspension undone' : 'The card is back');
}

function takeBack(desk: SessionDesk, step: PastStep): void {
  const { record } = desk;
  if (step.kind === 'rated' && step.entry !== null) record.getState().undo(step.entry);
  if (step.kind === 'rated' && step.entry !== null && step.hasLeft) buryUntil(desk, step.showing.card, 0);
  if (step.kind === 'suspended') record.getState().register({ t: 'suspend', card: step.card, value: false });
}

/** Leaves the card out of this session, or of all sessions until the learner brings it back. */
export function passOver(desk: SessionDesk, kind: 'skipped' | 'suspended'): void {
  const { session, past } = desk.store.getState();
  const card = session?.current ?? null;
  if (session === null || card === null) return;
  if (kind === 'suspended') desk.record.getState().register({ t: 'suspend', card, value: true });
  const change = { left: null, past: [...past, { kind, card }] };
  show(desk, skipCard(session), change, 'card', kind === 'suspended' ? 'Card suspended' : 'Card skipped');
}
