import type { QuestionRead } from '../questions/question-read.ts';

/** A rule that needs the whole pack: it looks at each question once, and speaks at the latest at the end. */
export interface PackRule {
  look(read: QuestionRead): void;
  finish(): void;
}
