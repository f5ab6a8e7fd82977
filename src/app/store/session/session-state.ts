import type { CardId, StudyDay } from '../../../core/model/id.ts';
import type { Response } from '../../../core/model/question.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import type { Session } from '../../../core/scheduler/session.ts';
import type { PastStep, Showing } from './session-snapshot.ts';

/** A run through cards as it stands on screen. */
export interface SessionState {
  readonly session: Session | null;
  /** Null while the card's question is being read. */
  readonly showing: Showing | null;
  readonly trouble: CardTrouble | null;
  /** Ratings and skips that undo can take back, oldest first. */
  readonly past: readonly PastStep[];
  /** Whether answers go into the log; practice ahead of time does not, unless the learner says so. */
  readonly counts: boolean;
  /** Whether a forgotten card is asked again before the session ends. */
  readonly repeats: boolean;
  /** The address of the screen that it runs on. */
  readonly place: string;
  /** The study day on which it began: one that goes on past 04:00 belongs to one day. */
  readonly day: StudyDay;
  readonly run: Run;
  /** Grows with every change of phase; an action meant for an earlier one is dropped. */
  readonly sequence: number;
  readonly cue: Cue;
  /** The card that was forgotten four times and has just left the session. */
  readonly left: CardId | null;
  /** What happened to the card before, outside of this tab; empty for nothing. */
  readonly notice: string;
  /** Study time of the whole session, ms. */
  readonly studiedMs: number;

  begin(cards: readonly CardId[], options?: SessionOptions): void;
  extend(cards: readonly CardId[]): void;
  /** Forgets a session, so that the next visit starts a new one. */
  close(): void;
  /** From here on answers go into the log, the one on screen included. */
  countFromHere(): void;
  respond(response: Response): void;
  guess(isGuess: boolean): void;
  /** A sign of life: pauses of over a minute do not count as study time. */
  touch(): void;
  /** Shows the answer of a self-graded card, or grades the response. */
  check(): void;
  /** Shows the answer of a typed question that was missed once. */
  giveUp(): void;
  rate(rating: Rating, sequence: number): void;
  undo(): void;
  skip(): void;
  suspend(): void;
  /** Asks the card on screen again, whose wrong answer was taken back. */
  again(): void;
  /** Counts as right what the grader refused, or takes that back. */
  overrule(isOverruled: boolean): void;
  /** Goes on with the run that was under way when the page was closed; needs the record to be read. */
  restore(): void;
  /** Closes a run of a day that is gone. */
  retire(): void;
  /** Takes out of the run what was answered or put aside elsewhere. */
  settle(): void;
  fail(trouble: CardTrouble): void;
  retry(): void;
}

/** `counts` and `repeats` are on unless said otherwise; the place is the page of reviews. */
export interface SessionOptions extends Partial<Pick<SessionState, 'counts' | 'repeats' | 'place'>> {
  /** See `Session`. */
  readonly spare?: readonly CardId[];
}

/** What a run was begun with and what joined it; with the past it tells the whole session again. */
export interface Run {
  readonly cards: readonly CardId[];
  readonly spare: readonly CardId[];
  /** Cards that were asked for later, and after how many steps of the past. */
  readonly added: readonly { readonly after: number; readonly cards: readonly CardId[] }[];
}

export interface CardTrouble {
  readonly code: 'card-missing' | 'card-unreadable' | 'card-drawing';
  readonly detail: string;
}

/** Where the focus belongs now, and what to say that the focus does not. `n` grows with each cue. */
export interface Cue {
  readonly focus: 'nothing' | 'card' | 'answer' | 'field' | 'summary';
  readonly say: string;
  readonly n: number;
}
