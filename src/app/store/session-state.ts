import type { CardId } from '../../core/model/id.ts';
import type { Response } from '../../core/model/question.ts';
import type { Rating } from '../../core/model/verdict.ts';
import type { Session } from '../../core/scheduler/session.ts';
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
  /** Grows with every change of phase; an action meant for an earlier one is dropped. */
  /** Whether a forgotten card is asked again before the session ends. */
  readonly repeats: boolean;
  readonly sequence: number;
  readonly cue: Cue;
  /** The card that was forgotten four times and has just left the session. */
  readonly left: CardId | null;
  /** Study time of the whole session, ms. */
  readonly studiedMs: number;

  begin(cards: readonly CardId[], options?: SessionOptions): void;
  extend(cards: readonly CardId[]): void;
  /** Forgets a session, so that the next visit starts a new one. */
  close(): void;
  setCounts(counts: boolean): void;
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
  fail(trouble: CardTrouble): void;
  retry(): void;
}

/** Both are on unless said otherwise. */
export type SessionOptions = Partial<Pick<SessionState, 'counts' | 'repeats'>>;

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
