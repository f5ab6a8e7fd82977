/** A question, and answers that its grader must take or refuse. */
export interface Variants {
  readonly accepted: readonly string[];
  /** Commands that the author lists as wrong. */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  readonly refused: readonly string[];
}
