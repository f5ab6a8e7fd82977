import type { StoreApi } from 'zustand/vanilla';
import type { CardId } from '../../../core/model/id.ts';
import type { Response } from '../../../core/model/question.ts';
import type { Rating } from '../../../core/model/verdict.ts';
import type { CardTrouble, Cue, ReviewState, RunOptions } from '../../../core/study/review-state.ts';

/** A run through cards as it stands on screen, and what can be done to it: see `ReviewEvent`. */
export interface SessionState extends ReviewState, SessionActions {
  /** `n` grows with each cue. */
  readonly cue: Cue & { readonly n: number };
}

export interface SessionActions {
  begin(cards: readonly CardId[], options?: RunOptions): void;
  extend(cards: readonly CardId[]): void;
  close(): void;
  countFromHere(): void;
  respond(response: Response): void;
  guess(isGuess: boolean): void;
  touch(): void;
  check(): void;
  giveUp(): void;
  rate(rating: Rating, sequence: number): void;
  undo(): void;
  skip(): void;
  suspend(): void;
  again(): void;
  overrule(isOverruled: boolean): void;
  retire(): void;
  /** Takes out of the run what was answered or put aside elsewhere. */
  settle(): void;
  /** Shows the card anew when its question was edited. */
  replace(): void;
  fail(trouble: CardTrouble): void;
  retry(): void;
}

export type SessionStore = StoreApi<SessionState>;
