import type { CardId, EntryId, ShowingId, Timestamp } from '../../core/model/id.ts';
import { entryIdOf } from '../../core/model/log.ts';
import type { AnswerFields, LogEntry, Stamped } from '../../core/model/log-entry.ts';
import { orderLog } from '../../core/scheduler/order-log.ts';
import {
  extendSession,
  rateCard,
  rateOnce,
  type Session,
  skipCard,
  startSession,
} from '../../core/scheduler/session.ts';
import { undoneEntries } from '../../core/scheduler/undone-entries.ts';
import { type SessionDesk, show, turn } from './session-desk.ts';
import { isOver, type KeptSession, readKeptSession, sessionMark } from './session-mark.ts';
import { defaultRating, isWrong, type PastStep, type ShowingMemo } from './session-snapshot.ts';
import { memoOf } from './showing.ts';
import { answerOf, writeAnswer } from './write-answer.ts';

/** Goes on with the run that was under way when the page was closed. To be called when the record has been read. */
export function restoreSession(desk: SessionDesk): void {
  const { ports, record, store } = desk;
  const kept = readKeptSession(ports.marks);
  if (kept === null || store.getState().session !== null) return;
  const answers = answersOf(record.getState().log(), kept);
  const isOld = isOver(kept, ports.clock.now(), record.getState().today());
  if (isOld && kept.counts && kept.showing !== null) settlePending(desk, kept.showing, answers, kept.savedAt);
  if (isOld || (isFinished(kept) && isOpenedAnew())) ports.marks.remove(sessionMark);
  else bringBack(desk, kept, answers);
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
  if (counts && showing !== null) settlePending(desk, memoOf(showing), none, changedAt);
  turn(desk, { session: null, showing: null, trouble: null, past: [], left: null }, 'nothing');
}

/** An answer that was right when the learner left counts as if Enter had been pressed then. */
function settlePending({ record }: SessionDesk, memo: ShowingMemo, { byShowing }: Answers, then: Timestamp): void {
  const { phase, verdict, at, entry } = memo;
  if (phase !== 'answered' || verdict === null || at === null || byShowing.has(at)) return;
  if (entry === null && !isWrong(memo)) record.getState().answerPast(answerOf(memo, defaultRating(memo), at), then);
}

const noShowing = '' as ShowingId;

/** The answers of a run that count, as the log has them. */
interface Answers {
  readonly ids: ReadonlySet<EntryId>;
  readonly byShowing: ReadonlyMap<ShowingId, Answer>;
}

type Answer = Stamped<AnswerFields>;

const none: Answers = { ids: new Set(), byShowing: new Map() };

function answersOf(log: readonly LogEntry[], { run, past, showing }: KeptSession): Answers {
  const cards = new Set<CardId>([...run.cards, ...run.spare, ...past.map(({ card }) => card)]);
  for (const added of run.added) for (const card of added.cards) cards.add(card);
  if (showing !== null) cards.add(showing.card);
  const own = orderLog(log.filter((entry) => entry.t === 'undo' || (entry.t === 'answer' && cards.has(entry.card))));
  const undone = undoneEntries(own);
  const answers = own.filter((entry): entry is Answer => entry.t === 'answer' && !undone.has(entry));
  return { ids: new Set(answers.map(entryIdOf)), byShowing: new Map(answers.map((entry) => [entry.at, entry])) };
}

function bringBack(desk: SessionDesk, kept: KeptSession, answers: Answers): void {
  const { counts, repeats, place, studiedMs, day } = kept;
  const { session, past, run, memo } = cardOnScreen(kept, retell(kept, answers), answers);
  const change = { counts, repeats, place, studiedMs, day, run, past, left: null };
  show(desk, session, { change, memo: memo && recorded(desk, memo, answers, counts) });
}

/** The session at the card that was on screen, as it was there; at the next one where it has been rated since. */
function cardOnScreen({ showing: memo, repeats }: KeptSession, told: Told, { byShowing }: Answers): OnScreen {
  // A card that was only asked is asked again in its turn.
  const isNext = memo !== null && (memo.phase === 'answered' || memo.card === told.session.current);
  const session = isNext ? withCurrent(told.session, memo.card) : null;
  if (memo === null || session === null) return { ...told, memo: null };
  const answer = byShowing.get(memo.at ?? noShowing);
  if (answer === undefined || isWrong(memo)) return { ...told, session, memo };
  // Another tab has rated it, or this page in its last moment.
  const { card } = memo;
  const step = { kind: 'rated', card, memo, rating: answer.r, entry: entryIdOf(answer), hasLeft: false } as const;
  return { ...told, session: afterStep(session, step, repeats), past: [...told.past, step], memo: null };
}

/** What is shown as recorded is recorded: a wrong answer that never reached a store is written again. */
function recorded(desk: SessionDesk, memo: ShowingMemo, answers: Answers, counts: boolean): ShowingMemo {
  if (memo.entry === null || answers.ids.has(memo.entry)) return memo;
  return { ...memo, entry: counts ? writeAnswer(desk, memo, 1) : null };
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
  if (step.kind !== 'rated') return skipCard(session);
  return repeats ? rateCard(session, step.rating) : rateOnce(session, step.rating);
}

/** The session with that card on screen; null when it is not to come. */
function withCurrent(session: Session, card: CardId): Session | null {
  const queue = session.current === null ? [] : [session.current, ...session.waiting];
  if (!queue.includes(card)) return null;
  return { ...session, current: card, waiting: queue.filter((other) => other !== card) };
}
