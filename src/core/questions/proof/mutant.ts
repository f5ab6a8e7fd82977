/** A right answer, broken in one way in which learners break it. */
export interface Mutant {
  readonly text: string;
  /** What was done to it, for a sentence: "an option left out". */
  readonly slip: string;
}
