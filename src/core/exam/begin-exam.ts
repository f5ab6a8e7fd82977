import type { PackId, Timestamp } from '../model/id.ts';
import type { Attempt, ExamPaper } from './attempt.ts';
import { untouched } from './attempt.ts';
import { paperWrite, progressWrite, type RegisterWrite } from './attempt-registers.ts';
import type { DrawnQuestion } from './draw-exam.ts';

/** What the learner chose before an exam begins. */
export interface ExamWish {
  readonly pack: PackId;
  /** Null for no limit. */
  readonly minutes: number | null;
  readonly isStrict: boolean;
}

export interface BegunExam {
  readonly attempt: Attempt;
  readonly writes: readonly RegisterWrite[];
}

/** Puts a drawn exam on the desk, the first question up. */
export function beginExam(
  id: string,
  { pack, minutes, isStrict }: ExamWish,
  questions: readonly DrawnQuestion[],
  { now, seed }: { readonly now: Timestamp; readonly seed: number },
): BegunExam {
  const limitMs = minutes === null ? null : minutes * 60_000;
  // Without a limit there is nothing to be strict about.
  const paper: ExamPaper = { pack, startedAt: now, limitMs, isStrict: isStrict && limitMs !== null, seed, questions };
  const progress = { at: 0, leftMs: limitMs, wall: now, isPaused: false, extensions: 0 };
  const attempt = { id, paper, sheet: questions.map(() => untouched), progress, ending: null };
  return { attempt, writes: [paperWrite(id, paper), progressWrite(id, progress)] };
}
