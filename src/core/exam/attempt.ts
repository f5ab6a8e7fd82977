import type { OptionId, PackId, Timestamp } from '../model/id.ts';
import type { Response } from '../model/question.ts';
import type { DrawnQuestion } from './draw-exam.ts';

/** Whether two answers are one: in which order options were ticked says nothing. */
export function isSameAnswer(a: Response | null, b: Response | null): boolean {
  return textOf(a) === textOf(b);
}

function textOf(response: Response | null): string {
  return JSON.stringify(response?.kind === 'multi' ? response.options.toSorted() : response);
}

/** What is fixed when an exam begins. */
export interface ExamPaper {
  readonly pack: PackId;
  readonly startedAt: Timestamp;
  /** Null without a limit. */
  readonly limitMs: number | null;
  /** The clock does not stop, whatever the learner does. */
  readonly isStrict: boolean;
  /** Draws the order of the options: question n is varied by `seed + n`. */
  readonly seed: number;
  readonly questions: readonly DrawnQuestion[];
}

/** What the learner has done with one question. */
export interface Place {
  readonly response: Response | null;
  /** Whether that is a whole answer: one option of two that are asked for is none. */
  readonly isAnswered: boolean;
  readonly struck: readonly OptionId[];
  readonly isFlagged: boolean;
  readonly isSeen: boolean;
  readonly spentMs: number;
  /** What it was left with, each time that this was something else than before. */
  readonly leftWith: readonly Response[];
}

export const untouched: Place = {
  response: null,
  isAnswered: false,
  struck: [],
  isFlagged: false,
  isSeen: false,
  spentMs: 0,
  leftWith: [],
};

/** How far an exam has come. */
export interface Progress {
  /** The question on the desk, from 0. */
  readonly at: number;
  readonly leftMs: number | null;
  readonly wall: Timestamp;
  readonly isPaused: boolean;
  /** How often time was added after it was up. */
  readonly extensions: number;
}

/** How an answer stood when the exam ended. */
export interface Mark {
  readonly isRight: boolean;
  readonly isAnswered: boolean;
  /** What it did to change the answer, beside the first one; null when it was not changed. */
  readonly change: 'helped' | 'hurt' | 'same' | null;
  readonly spentMs: number;
}

/** What an exam ended with. It is kept in full: whatever becomes of the pack, the result stays. */
export interface Ending {
  readonly at: Timestamp;
  readonly by: 'learner' | 'time' | 'dropped';
  /** One for each question; empty for an exam that was dropped. */
  readonly marks: readonly Mark[];
}

/** What is added when the time is up and more is asked for. */
export const extensionMs = 5 * 60_000;

/** An exam that was begun. */
export interface Attempt {
  readonly id: string;
  readonly paper: ExamPaper;
  readonly sheet: readonly Place[];
  readonly progress: Progress;
  /** Null while it is under way. */
  readonly ending: Ending | null;
}
