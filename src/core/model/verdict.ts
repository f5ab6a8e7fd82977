/** What grading a response found. Kinds that the learner grades give `score: null`. */
export interface Verdict {
  /** 0 to 1; 1 is right. Null when the learner rates the answer alone (recall, cloze). */
  readonly score: number | null;
  /** An account for each part of the answer: an option, a line, a typed text. */
  readonly parts: readonly VerdictPart[];
  /** What to do better, in the learner's words; empty when there is nothing to add. */
  readonly advice: readonly string[];
  /** For typed commands: in which way the answer is right or falls short. Other kinds leave it out. */
  readonly ruling?: CommandRuling;
  /** For texts that a checker reads: what it found, in the order of lines. Other kinds leave it out. */
  readonly findings?: readonly LineFinding[];
}

/** What is the matter with a line of the learner's text. */
export interface LineFinding {
  /** From 1; null for what concerns no line of its own. */
  readonly line: number | null;
  /** An error keeps the answer from being right. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** How to mend it; empty where that would give the answer away. */
  readonly fix: string;
}

/** `insecure` works and is right; `typography` would be right with keyboard characters; `partly-right` fails on some machines. */
export type CommandRuling = 'correct' | 'insecure' | 'partly-right' | 'typography' | 'wrong-version' | 'wrong';

export interface VerdictPart {
  /** Option id, line number or another name that the kind's view knows. */
  readonly part: string;
  readonly state: 'right' | 'wrong' | 'missed' | 'left';
  /** What the learner wrote for this part, as typed. */
  readonly given?: string;
  /** What should stand there; `wrong` without it means that nothing should. */
  readonly wanted?: string;
  /** What is the matter with this part, in the learner's words. */
  readonly note?: string;
}

/** Again, hard, good, easy. */
export type Rating = 1 | 2 | 3 | 4;
