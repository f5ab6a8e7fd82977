import type { CardId, EntryId } from '../model/id.ts';
import { isSettled } from '../scheduler/plan/settled-cards.ts';
import { answersIn, isAnsweredSince, isLatest } from './card-entries.ts';
import { bury } from './pass-on.ts';
import { isWrong, mayOverrule } from './rate.ts';
import type { PastStep, RatedStep, ReviewState, Step, StudyContext, Write } from './review-state.ts';
import { undoRating, withoutCards } from './session-steps.ts';
import type { Showing, ShowingMemo } from './showing.ts';
import { startClock } from './study-clock.ts';
import { show, stay, turn } from './turn.ts';

/** Takes back what was recorded last: the answer on screen, or the step before, whose card comes back as it was. */
export function undo(state: ReviewState, context: StudyContext): Step {
  const { session, showing, past } = state;
  if (session === null) return stay(state);
  if (showing !== null && showing.entry !== null) {
    return showing.isOverruled ? overrule(state, false, context) : takeAnswerBack(state, showing, context);
  }
  const step = past.at(-1);
  if (step === undefined) return stay(state);
  const before = { ...state, past: past.slice(0, -1), left: null };
  const { memo, writes } = taken(step, context);
  const stands = step.kind === 'rated' && isAnsweredAgain(context, step.card, step.entry);
  if (stands)
    return { ...stay({ ...before, session: undoRating(session) }), writes, next: { t: 'stood', card: step.card } };
  return show(before, undoRating(session), context, { memo, say: sayings[step.kind], writes });
}

/** Whether an answer that came after the one that is to be taken back stands for the card. */
function isAnsweredAgain({ record }: StudyContext, card: CardId, entry: EntryId | null): boolean {
  return entry !== null && isAnsweredSince(answersIn(record.historyOf(card)), entry);
}

const otherStands = 'Your rating is undone. The card was answered elsewhere since, and that answer stands.';

/** What was answered later is not rated anew by an older look at it: the card is asked only if the record wants it. */
export function askWhatIsLeft(state: ReviewState, card: CardId, context: StudyContext): Step {
  const { session, day } = state;
  if (session === null) return stay(state);
  const next = isSettled(context.record.cards.get(card), day) ? withoutCards(session, new Set([card])) : session;
  return show(state, next, context, { say: otherStands, notice: otherStands });
}

const sayings: Readonly<Record<PastStep['kind'], string>> = {
  rated: 'Rating undone',
  suspended: 'Suspension undone',
  skipped: 'The card is back',
};

interface Taken {
  /** What the card looked like. */
  readonly memo: ShowingMemo | null;
  readonly writes: readonly Write[];
}

function taken(step: PastStep, context: StudyContext): Taken {
  if (step.kind === 'rated') return unrated(step, context);
  const { card, kind, entry, memo } = step;
  const isOurs = kind === 'suspended' && isLatest(context.record.historyOf(card), 'suspend', entry ?? null);
  const fields = { t: 'suspend', card, value: false } as const;
  return { memo, writes: isOurs ? [{ t: 'register', fields, names: null }] : [] };
}

function unrated({ card, entry, hasLeft, buried, memo }: RatedStep, context: StudyContext): Taken {
  if (entry === null) return { memo, writes: [] };
  const isBuried = hasLeft && isLatest(context.record.historyOf(card), 'bury', buried ?? null);
  const writes: readonly Write[] = [{ t: 'undo', entry }, ...(isBuried ? [bury(card, context, 0)] : [])];
  return { memo: { ...memo, entry: null, at: context.showingId }, writes };
}

/** Asks the card on screen again, with what was answered still chosen; a wrong answer in the log is taken back. */
function takeAnswerBack(state: ReviewState, showing: Showing, context: StudyContext): Step {
  const { card, entry } = showing;
  const writes: readonly Write[] = entry === null ? [] : [{ t: 'undo', entry }];
  if (isAnsweredAgain(context, card, entry)) return { ...stay(state), writes, next: { t: 'stood', card } };
  const next = { ...state, showing: askedAgain(showing), clock: startClock(context.now) };
  return turn(next, context, { focus: 'card', say: 'Answer taken back' }, writes);
}

/** Whoever has seen the right answer to a written question has had the first of its two tries. */
function askedAgain(showing: Showing): Showing {
  const { response, verdict, kind } = showing;
  const isSeen = kind.written !== null && response !== null && verdict !== null;
  const missed = showing.missed ?? (isSeen ? { response, verdict } : null);
  return {
    ...showing,
    phase: 'asking',
    given: undefined,
    verdict: null,
    posterior: undefined,
    missed,
    at: null,
    entry: null,
    isOverruled: false,
  };
}

/** Another try at a card whose wrong answer was taken back. */
export function answerAgain(state: ReviewState, context: StudyContext): Step {
  const { showing } = state;
  return showing !== null && isWrong(showing) ? takeAnswerBack(state, showing, context) : stay(state);
}

/** Counts as right what the grader refused, or leaves it refused after all. The log hears of it with the rating. */
export function overrule(state: ReviewState, isOverruled: boolean, context: StudyContext): Step {
  const { showing } = state;
  if (showing?.phase !== 'answered' || !mayOverrule(showing)) return stay(state);
  const say = isOverruled ? '' : 'No longer counted as right';
  return turn({ ...state, showing: { ...showing, isOverruled } }, context, { focus: 'answer', say });
}
