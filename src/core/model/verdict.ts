/** What grading a response found. Kinds that the learner grades give `score: null`. */
export interface Verdict {
  /** 0 to 1; 1 is right. Null when the learner rates the answer alone (recall, cloze). */
  readonly score: number | null;
  /** An account for each part of the answer: an option, a line, a typed text. */
  readonly parts: readonly VerdictPart[];
  /** What to do better, in the learner's words; empty when there is nothing to add. */
  readonly advice: readonly string[];
}

export interface VerdictPart {
  /** Option id, line number or another name that the kind's view knows. */
  readonly part: string;
  readonly state: 'right' | 'wrong' | 'missed' | 'left';
}

/** Again, hard, good, easy. */
export type Rating = 1 | 2 | 3 | 4;
