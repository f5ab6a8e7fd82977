import type { RawAnswer, Slice } from '../../questions/raw-answer.ts';

/** A question as the line scanner finds it: slices of text, nothing parsed yet. */
export interface RawQuestion {
  readonly heading: string;
  readonly line: number;
  readonly prompt: Slice;
  readonly answer: RawAnswer;
  readonly takeAway: Slice | null;
  /** Line of a second answer block, which belongs nowhere: a task list, or a fence behind other text. */
  readonly strayAnswer: number | null;
  /** Lines among the options that belong to none of them. */
  readonly strayLines: readonly number[];
}
