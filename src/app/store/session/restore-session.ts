import type { CardId, EntryId, ShowingId, Timestamp } from '../../../core/model/id.ts';
import { entryIdOf } from '../../../core/model/log.ts';
import type { LogEntry } from '../../../core/model/log-entry.ts';
import type { Answer } from '../../../core/scheduler/fold/latest-answers.ts';
import { extendSession, type Session, skipCard, startSession } from '../../../core/scheduler/session.ts';
import { answersOf } from '../record/card-entries.ts';
import { afterRating, ratedInOtherTab, type SessionDesk, show, turn } from './session-desk.ts';
import { isOver, type KeptSession, readKeptSession, sessionMark } from './session-mark.ts';
import { defaultRating, type PastStep, type ShowingMemo } from './session-snapshot.ts';
import { settledRun } from './settle-run.ts';
import { memoOf } from './showing.ts';
import { answerOf, writeAnswer } from './write-answer.ts';

/** Goes on with the run that was under way when the page was closed. To be called when the record has been read. */
export function restoreSession(desk: SessionDesk): void {
  const { ports, record, store } = desk;
  // A run that began before the record was read has taken the place of the one that was found.
  const isReplaced = store.getState().session !== null;
  const kept = isReplaced ? desk.found : readKeptSession(ports.marks);
  desk.found = null;
  if (kept === null) return;
  const isOld = isOver(kept, ports.clock.now(), record.getState().today());
  if ((isOld || isReplaced) && kept.counts && kept.showing !== null) settlePending(desk, kept.showing, kept.savedAt);
  if (isReplaced) return;
  if (isOld || (isFinished(kept) && isOpenedAnew())) ports.marks.remove(sessionMark);
  else bringBack(desk, kept, answersIn(record.getState().log(), cardsOf(kept)));
}

function isFinished({ showing }: KeptSession): boolean {
  return showing === null;
}

/** Whether the page was opened by its address, and not reloaded or come back to. */
function isOpenedAnew(): boolean {
  const [opened] = performance.getEntriesByType('navigation') as readonly { readonly type?: string }[];
  return opened?.type === 'navigate';
}

/** Closes a run of a day that is gone, which still waits in an open page. */
export function retireSession(desk: SessionDesk): void {
  const { ports, record, store, changedAt } = desk;
  const { session, showing, counts, day } = store.getState();
  if (session === null || !isOver({ day, savedAt: changedAt }, ports.clock.now(), record.getState().today())) return;
  if (counts && showing !== null) settlePending(desk, memoOf(showing), changedAt);
  turn(desk, { session: null, showing: null, trouble: null, past: [], left: null }, 'nothing');
}

/** A graded answer that the learner left counts as if Enter had been pressed then: it ends in one entry. */
function settlePending({ record }: SessionDesk, memo: ShowingMemo, then: Timestamp): void {
  const { phase, verdict, at, entry } = memo;
  if (phase !== 'answered' || verdict === null || at === null) return;
  const { log, undo, answerPast } = record.getState();
  const { byShowing, takenBack } = answersIn(log(), new Set([memo.card]));
  const rating = defaultRating(memo);
  const known = byShowing.get(at);
  const isSettled = known === undefined ? entry !== null && takenBack.has(entry) : known.r === rating;
  if (isSettled || (known !== undefined && entryIdOf(known) !== entry)) return;
  if (known !== undefined) undo(entryIdOf(known));
  answerPast(answerOf(memo, rating, at), then);
}

const noShowing = '' as ShowingId;

/** The answers of some cards, as the log has them. */
interface Answers {
  readonly ids: ReadonlySet<EntryId>;
  /** Those that were undone. */
  readonly takenBack: ReadonlySet<EntryId>;
  readonly byShowing: ReadonlyMap<ShowingId, Answer>;
}

function answersIn(log: readonly LogEntry[], cards: ReadonlySet<CardId>): Answers {
  const active = answersOf(log, cards);
  const ids = new Set(active.map(entryIdOf));
  const all = log.filter((entry) => entry.t === 'answer' && cards.has(entry.card)).map(entryIdOf);
  // Of several answers of one showing the first counts.
  const byShowing = new Map(active.toReversed().map((entry) => [entry.at, entry]));
  return { ids, takenBack: new Set(all.filter((id) => !ids.has(id))), byShowing };
}

function cardsOf({ run, past, showing }: KeptSession): ReadonlySet<CardId> {
  const added = run.added.flatMap(({ cards }) => cards);
  const shown = showing === null ? [] : [showing.card];
  return new Set([...run.cards, ...run.spare, ...added, ...past.map(({ card }) => card), ...shown]);
}

function bringBack(desk: SessionDesk, kept: KeptSession, answers: Answers): void {
  const { counts, repeats, place, studiedMs, day } = kept;
  const { session, past, run, memo } = cardOnScreen(kept, retell(kept, answers), answers);
  const next = settledRun(desk.record.getState(), session, day, memo);
  const change = { counts, repeats, place, studiedMs, day, run, past, left: null };
  const isShown = memo !== null && next.current === memo.card;
  show(desk, next, { change, memo: isShown ? recorded(desk, memo, answers, counts) : null });
}

/** The session at the card that was on screen, as it was there; at the next one where it has been rated since. */
function cardOnScreen({ showing: memo, repeats }: KeptSession, told: Told, { byShowing }: Answers): OnScreen {
  // A card that was only asked is asked again in its turn.
  const isNext = memo !== null && (memo.phase === 'answered' || memo.card === told.session.current);
  const session = isNext ? withCurrent(told.session, memo.card) : null;
  if (memo === null || session === null) return { ...told, memo: null };
  const answer = byShowing.get(memo.at ?? noShowing);
  if (answer === undefined || entryIdOf(answer) === memo.entry) return { ...told, session, memo };
  // Another tab has rated it.
  return { ...told, session: ratedInOtherTab(session, answer.r, repeats), memo: null };
}

/** What is shown as recorded is recorded: a wrong answer that never reached a store is written again. */
function recorded(desk: SessionDesk, memo: ShowingMemo, answers: Answers, counts: boolean): ShowingMemo {
  if (memo.entry === null || answers.ids.has(memo.entry)) return memo;
  const isLost = counts && !answers.takenBack.has(memo.entry);
  return { ...memo, entry: isLost ? writeAnswer(desk, { ...memo, isOverruled: false }, 1) : null };
}

interface Told extends Pick<KeptSession, 'run' | 'past'> {
  readonly session: Session;
}

interface OnScreen extends Told {
  readonly memo: ShowingMemo | null;
}

/** The session after all that the log knows of was done again; the rest is asked anew. */
function retell({ run, past, repeats }: KeptSession, { ids }: Answers): Told {
  let session = startSession(run.cards, run.spare);
  const kept: PastStep[] = [];
  const added: { after: number; cards: readonly CardId[] }[] = [];
  const extend = (after: number) => {
    for (const { cards } of run.added.filter((more) => more.after === after)) {
      session = extendSession(session, cards);
      added.push({ after: kept.length, cards });
    }
  };
  for (const [index, step] of past.entries()) {
    extend(index);
    const at = withCurrent(session, step.card);
    const isKnown = step.kind !== 'rated' || step.entry === null || ids.has(step.entry);
    if (at === null || !isKnown) continue;
    session = afterStep(at, step, repeats);
    kept.push(step);
  }
  extend(past.length);
  return { session, past: kept, run: { ...run, added } };
}

function afterStep(session: Session, step: PastStep, repeats: boolean): Session {
  return step.kind === 'rated' ? afterRating(session, step.rating, repeats) : skipCard(session);
}

/** The session with that card on screen; null when it is not to come. */
function withCurrent(session: Session, card: CardId): Session | null {
  const queue = session.current === null ? [] : [session.current, ...session.waiting];
  if (!queue.includes(card)) return null;
  return { ...session, current: card, waiting: queue.filter((other) => other !== card) };
}
