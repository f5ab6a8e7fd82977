import type { Kind } from './question.ts';

/** What grading a response found: what every kind says, and what some kinds say besides. */
export type VerdictOf<K extends Kind> = K extends keyof RicherVerdicts ? RicherVerdicts[K] : PlainVerdict;
export type Verdict = VerdictOf<Kind>;

interface RicherVerdicts {
  command: CommandVerdict;
  config: FileVerdict;
  json: FileVerdict;
}

/** Kinds that the learner grades give `score: null`. */
interface PlainVerdict {
  /** 0 to 1; 1 is right. Null when the learner rates the answer alone (recall, cloze). */
  readonly score: number | null;
  /** An account for each part of the answer: an option, a line, a typed text. */
  readonly parts: readonly VerdictPart[];
  /** What to do better, in the learner's words; empty when there is nothing to add. */
  readonly advice: readonly string[];
}

/** On a typed command. */
export interface CommandVerdict extends PlainVerdict {
  /** In which way the answer is right or falls short. */
  readonly ruling: CommandRuling;
  /** The advice that is the note of no part. */
  readonly general: readonly string[];
}

/** On a text that a checker reads. */
export interface FileVerdict extends PlainVerdict {
  /** What it found, in the order of lines. */
  readonly findings: readonly LineFinding[];
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
  /** What should stand there; `wrong` without it means that nothing should, or something else (`isSlip`). */
  readonly wanted?: string;
  /** A character of the wrong sort: not too much, for another belongs in its place. */
  readonly isSlip?: true;
  /** What is the matter with this part, in the learner's words. */
  readonly note?: string;
  /** The note says no more than `given` and `wanted` do: "a should be b." or "b is missing." */
  readonly isPlain?: true;
}

/** Again, hard, good, easy. */
export type Rating = 1 | 2 | 3 | 4;
