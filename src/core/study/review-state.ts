import type { CardState } from '../model/card-state.ts';
import type { CardId, EntryId, ShowingId, StudyDay, Timestamp } from '../model/id.ts';
import type { AnswerFields, AnswerHow, RegisterFields } from '../model/log/log-entry.ts';
import type { Response } from '../model/question.ts';
import type { Rating } from '../model/verdict.ts';
import type { CardHistory } from '../scheduler/fold/card-history.ts';
import type { KeptRun } from './kept-run.ts';
import type { Session } from './session.ts';
import type { Asked, Showing, ShowingMemo } from './showing.ts';
import type { StudyClock } from './study-clock.ts';

/** A run through cards as it stands on screen: plain data, changed by `step` alone. */
export interface ReviewState {
  readonly session: Session | null;
  /** Null while the card's question is being read. */
  readonly showing: Showing | null;
  /** How the card that is being read looked before; null for a first look. */
  readonly coming: ShowingMemo | null;
  readonly trouble: CardTrouble | null;
  /** Ratings and skips that undo can take back, oldest first. */
  readonly past: readonly PastStep[];
  /** As what answers go into the log: practice moves only what is due or was missed (`movesCard`). */
  readonly how: RunHow;
  /** Whether a forgotten card is asked again before the session ends. */
  readonly repeats: boolean;
  /** The address of the screen that it runs on. */
  readonly place: string;
  /** The study day on which it began: one that goes on past 04:00 belongs to one day. */
  readonly day: StudyDay;
  readonly run: Run;
  /** Grows with every change of phase; an action meant for an earlier one is dropped. */
  readonly sequence: number;
  /** When the phase changed last. */
  readonly changedAt: Timestamp;
  /** The card that was missed four times and has just left the session. */
  readonly left: CardId | null;
  /** What happened to the card before, outside of this tab; empty for nothing. */
  readonly notice: string;
  /** Study time of the whole session, ms. */
  readonly studiedMs: number;
  /** Study time of the card on screen. */
  readonly clock: StudyClock;
}

/** What a run asks cards for. */
export type RunHow = Extract<AnswerHow, 'review' | 'practice'>;

/** What a run was begun with and what joined it; with the past it tells the whole session again. */
export interface Run {
  readonly cards: readonly CardId[];
  readonly spare: readonly CardId[];
  /** Cards that were asked for later, and after how many steps of the past. */
  readonly added: readonly { readonly after: number; readonly cards: readonly CardId[] }[];
}

/** What undo can take back. What was on screen is kept, so that it comes back as it was. */
export type PastStep = RatedStep | PassedStep;

export interface RatedStep {
  readonly kind: 'rated';
  readonly card: CardId;
  readonly memo: ShowingMemo;
  readonly rating: Rating;
  /** The log entry; null while it is on its way, and for practice of before it was kept. */
  readonly entry: EntryId | null;
  /** Whether it moved the card, as far as this tab knew; absent in marks from before it was kept. */
  readonly moved?: boolean;
  /** Whether the card left the session with this rating. */
  readonly hasLeft: boolean;
  /** The entry that leaves the card for tomorrow; absent where there is none, and in marks from before it was kept. */
  readonly buried?: EntryId;
}

interface PassedStep {
  readonly kind: 'skipped' | 'suspended';
  readonly card: CardId;
  /** The answer that was on screen; null for a card that was not answered. */
  readonly memo: ShowingMemo | null;
  /** The suspension in the log; absent for a skip, and in marks from before it was kept. */
  readonly entry?: EntryId;
}

export interface CardTrouble {
  readonly code: 'card-missing' | 'card-unreadable' | 'card-drawing';
  readonly detail: string;
}

/** A review that repeats what was forgotten, on the page of reviews, unless said otherwise. */
export interface RunOptions extends Partial<Pick<ReviewState, 'how' | 'repeats' | 'place'>> {
  /** See `Session`. */
  readonly spare?: readonly CardId[];
}

/** What happens to a run: the learner acts, a question arrives, the record changes, the page is opened. */
export type ReviewEvent =
  | { readonly t: 'begin'; readonly cards: readonly CardId[]; readonly options?: RunOptions | undefined }
  | { readonly t: 'extend'; readonly cards: readonly CardId[] }
  /** Forgets a run, so that the next visit starts a new one. */
  | { readonly t: 'close' }
  | { readonly t: 'respond'; readonly response: Response }
  | { readonly t: 'guess'; readonly isGuess: boolean }
  /** A sign of life: pauses of over a minute do not count as study time. */
  | { readonly t: 'touch' }
  /** Shows the answer of a self-graded card, or grades the response. */
  | { readonly t: 'check' }
  /** Shows the answer of a written question without another try. */
  | { readonly t: 'giveUp' }
  | { readonly t: 'rate'; readonly rating: Rating; readonly sequence: number }
  | { readonly t: 'undo' }
  /** Leaves the card out of this run, or of all runs until the learner brings it back. */
  | { readonly t: 'skip' }
  | { readonly t: 'suspend' }
  /** Asks the card on screen again, whose wrong answer was taken back. */
  | { readonly t: 'again' }
  /** Counts as right what the grader refused, or takes that back. */
  | { readonly t: 'overrule'; readonly isOverruled: boolean }
  /** From here on answers are reviews, the one on screen included. */
  | { readonly t: 'countFromHere' }
  /** A question and its kind were read; `isKnown` says whether any pack has it. */
  | { readonly t: 'loaded'; readonly card: CardId; readonly isKnown: boolean }
  | { readonly t: 'unreadable'; readonly card: CardId; readonly detail: string }
  | { readonly t: 'failed'; readonly trouble: CardTrouble }
  | { readonly t: 'retry' }
  /** Questions were read anew: the one on screen may be another one now. */
  | { readonly t: 'replaced' }
  /** The record has changed, in whatever tab. */
  | { readonly t: 'recorded' }
  /** The record has been read; `kept` is the run that an earlier page left. */
  | { readonly t: 'restored'; readonly kept: KeptRun; readonly isOpenedAnew: boolean }
  /** A study day has begun. */
  | { readonly t: 'retired' }
  /** An answer was taken back, and a newer one of the card stands. */
  | { readonly t: 'stood'; readonly card: CardId };

/** What can be done before the rest of the machine is there. */
export type EarlyEvent = Extract<
  ReviewEvent,
  { readonly t: 'begin' | 'respond' | 'guess' | 'touch' | 'check' | 'giveUp' }
>;

/** What a step may know beside the state. */
export interface StudyContext {
  readonly now: Timestamp;
  readonly today: StudyDay;
  /** Draws the order of options: an integer below 2^31. */
  readonly seed: number;
  /** Of no showing yet. */
  readonly showingId: ShowingId;
  /** The card's question and kind; null while they are not loaded. */
  asked(card: CardId): Asked | null;
  /** See `judgeRecall`; undefined while the record is not there. */
  judge(answered: Showing): number | undefined;
  readonly record: StudiedRecord;
}

/** The record as far as a run depends on it. */
export interface StudiedRecord {
  readonly cards: ReadonlyMap<CardId, CardState>;
  /** What was written lately of the card; a run asks for what it, or another tab since, has written. */
  historyOf(card: CardId): CardHistory;
  /** Whether the pack of the card is on. */
  isOn(card: CardId): boolean;
}

/** What a step says about itself, and what is to be done. */
export interface Step {
  readonly state: ReviewState;
  /** To be written in this order. */
  readonly writes: readonly Write[];
  /** Null where nothing moves and nothing is to be said. */
  readonly cue: Cue | null;
  /** What follows once all is written. */
  readonly next?: ReviewEvent;
}

/** What goes into the log. `names` says where the state keeps the id of what was written. */
export type Write =
  | { readonly t: 'undo'; readonly entry: EntryId }
  | { readonly t: 'register'; readonly fields: RegisterFields; readonly names: 'step' | 'buried' | null }
  | {
      readonly t: 'answer';
      readonly fields: Omit<AnswerFields, 't'>;
      /** A moment that is gone, for which it counts; null for now. */
      readonly when: Timestamp | null;
      readonly names: 'showing' | 'step' | null;
    };

/** Where the focus belongs now, and what to say that the focus does not. */
export interface Cue {
  readonly focus: 'nothing' | 'card' | 'answer' | 'field' | 'summary';
  readonly say: string;
}

/** Before any run. */
export const nothingYet: ReviewState = {
  session: null,
  showing: null,
  coming: null,
  trouble: null,
  past: [],
  how: 'review',
  repeats: true,
  place: '/review',
  day: 0 as StudyDay,
  run: { cards: [], spare: [], added: [] },
  sequence: 0,
  changedAt: 0 as Timestamp,
  left: null,
  notice: '',
  studiedMs: 0,
  clock: { countedMs: 0, last: 0 as Timestamp },
};

/** Whether there is something to lose. */
export function hasBegun({ past, showing }: Pick<ReviewState, 'past' | 'showing'>): boolean {
  return past.length > 0 || showing?.phase === 'answered';
}

/** Whether there is an answer, a rating or a skip that undo can take back. */
export function canUndo({ past, showing }: Pick<ReviewState, 'past' | 'showing'>): boolean {
  return past.length > 0 || (showing?.entry ?? null) !== null;
}
