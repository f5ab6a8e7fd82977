import type { CardId, EntryId, ShowingId, Timestamp } from '../model/id.ts';
import { entryIdOf } from '../model/log/log.ts';
import type { Answer } from '../scheduler/fold/latest-answers.ts';
import { answerFields } from './answer-fields.ts';
import { answersIn } from './card-entries.ts';
import { wrongAnswer } from './check.ts';
import { isOver, type KeptRun } from './kept-run.ts';
import { defaultRating, ratingOf } from './rate.ts';
import type { PastStep, ReviewState, RunHow, Step, StudiedRecord, StudyContext, Write } from './review-state.ts';
import { type Session, startSession } from './session.ts';
import { extendSession, rateEither, rateElsewhere, skipCard, withCurrent } from './session-steps.ts';
import { settledRun } from './settle.ts';
import { memoOf, type ShowingMemo } from './showing.ts';
import { show, stay, turn } from './turn.ts';

/**
 * Goes on with the run that an earlier page left; the state has no session where it is over. A run that began before
 * the record was read has taken its place. `isOpenedAnew`: by an address, and not by a reload or a step back.
 */
export function restore(state: ReviewState, kept: KeptRun, isOpenedAnew: boolean, context: StudyContext): Step {
  const isReplaced = state.session !== null;
  const isOld = isOver(kept, context.now, context.today);
  const { showing, how, savedAt } = kept;
  const writes = isOld || isReplaced ? pendingWrites(showing, how, savedAt, context) : [];
  if (isReplaced || isOld || (showing === null && isOpenedAnew)) return { ...stay(state), writes };
  return bringBack(state, kept, context);
}

/** Closes a run of a day that is gone, which still waits in an open page. */
export function retire(state: ReviewState, context: StudyContext): Step {
  const { session, showing, how, day, changedAt } = state;
  if (session === null || !isOver({ day, savedAt: changedAt }, context.now, context.today)) return stay(state);
  const writes = showing === null ? [] : pendingWrites(memoOf(showing), how, changedAt, context);
  return { ...forget(state, context), writes };
}

/** Forgets a run, so that the next visit starts a new one. What waits for Continue counts as if it had been pressed. */
export function close(state: ReviewState, context: StudyContext): Step {
  const { showing, how } = state;
  const writes = showing === null ? [] : pendingWrites(memoOf(showing), how, null, context);
  return { ...forget(state, context), writes };
}

function forget(state: ReviewState, context: StudyContext): Step {
  const closed = { ...state, session: null, showing: null, coming: null, trouble: null, past: [], left: null };
  return turn(closed, context, { focus: 'nothing', say: '' });
}

/** A graded answer that the learner left counts as if Enter had been pressed then: it ends in one entry. */
function pendingWrites(
  memo: ShowingMemo | null,
  how: RunHow,
  when: Timestamp | null,
  { record }: StudyContext,
): readonly Write[] {
  if (memo === null || memo.phase !== 'answered' || memo.verdict === null || memo.at === null) return [];
  const { byShowing, takenBack } = answersOf(record, [memo.card]);
  const rating = defaultRating(memo);
  const known = byShowing.get(memo.at);
  const answer: Write = { t: 'answer', fields: answerFields(memo, rating, memo.at, how), when, names: null };
  if (known === undefined) return memo.entry !== null && takenBack.has(memo.entry) ? [] : [answer];
  const isOurs = entryIdOf(known) === memo.entry;
  return known.r === rating || !isOurs ? [] : [{ t: 'undo', entry: entryIdOf(known) }, answer];
}

const noShowing = '' as ShowingId;

/** The answers of some cards, as the log has them. */
interface Answers {
  readonly ids: ReadonlySet<EntryId>;
  /** Those that were undone. */
  readonly takenBack: ReadonlySet<EntryId>;
  readonly byShowing: ReadonlyMap<ShowingId, Answer>;
}

function answersOf(record: StudiedRecord, cards: Iterable<CardId>): Answers {
  const histories = [...cards].map((card) => record.historyOf(card));
  const active = histories.flatMap(answersIn);
  const takenBack = histories.flatMap((history) => history.takenBack.map(entryIdOf));
  // Of several answers of one showing the first counts.
  const byShowing = new Map(active.toReversed().map((entry) => [entry.at, entry]));
  return { ids: new Set(active.map(entryIdOf)), takenBack: new Set(takenBack), byShowing };
}

function cardsOf({ run, past, showing }: KeptRun): ReadonlySet<CardId> {
  const added = run.added.flatMap(({ cards }) => cards);
  const shown = showing === null ? [] : [showing.card];
  return new Set([...run.cards, ...run.spare, ...added, ...past.map(({ card }) => card), ...shown]);
}

function bringBack(state: ReviewState, kept: KeptRun, context: StudyContext): Step {
  const { how, repeats, place, studiedMs, day } = kept;
  const answers = answersOf(context.record, cardsOf(kept));
  const { session, past, run, memo } = cardOnScreen(kept, retell(kept, answers), answers);
  const next = settledRun(context.record, session, kept, memo);
  const restored = { ...state, how, repeats, place, studiedMs, day, run, past, left: null };
  if (memo === null || next.current !== memo.card) return show(restored, next, context);
  return show(restored, next, context, recorded(memo, answers, how, context));
}

/** The session at the card that was on screen, as it was there; at the next one where it has been rated since. */
function cardOnScreen({ showing: memo, repeats }: KeptRun, told: Told, { byShowing }: Answers): OnScreen {
  // A card that was only asked is asked again in its turn.
  const isNext = memo !== null && (memo.phase === 'answered' || memo.card === told.session.current);
  const session = isNext ? withCurrent(told.session, memo.card) : null;
  if (memo === null || session === null) return { ...told, memo: null };
  const answer = byShowing.get(memo.at ?? noShowing);
  if (answer === undefined || entryIdOf(answer) === memo.entry) return { ...told, session, memo };
  // Another tab has rated it.
  return { ...told, session: rateElsewhere(session, answer, repeats), memo: null };
}

interface Recorded {
  readonly memo: ShowingMemo;
  readonly writes: readonly Write[];
}

/** What is shown as recorded is recorded: a wrong answer that never reached a store is written again. */
function recorded(memo: ShowingMemo, answers: Answers, how: RunHow, context: StudyContext): Recorded {
  if (memo.entry === null || answers.ids.has(memo.entry)) return { memo, writes: [] };
  const isLost = !answers.takenBack.has(memo.entry);
  const writes = isLost ? [wrongAnswer({ ...memo, isOverruled: false }, how, context)] : [];
  return { memo: { ...memo, entry: null }, writes };
}

interface Told extends Pick<KeptRun, 'run' | 'past'> {
  readonly session: Session;
}

interface OnScreen extends Told {
  readonly memo: ShowingMemo | null;
}

/** The session after all that the log knows of was done again; the rest is asked anew. */
function retell({ run, past, repeats }: KeptRun, { ids }: Answers): Told {
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
    session = step.kind === 'rated' ? rateEither(at, ratingOf(step.memo, step.rating), repeats) : skipCard(at);
    kept.push(step);
  }
  extend(past.length);
  return { session, past: kept, run: { ...run, added } };
}
