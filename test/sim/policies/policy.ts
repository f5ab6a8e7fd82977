import type { Rating } from '../../../src/core/model/verdict.ts';

/** One card on one day, as the log of a learner would have it. */
export interface Answer {
  readonly card: number;
  readonly day: number;
  readonly rating: Rating;
  /** Chance that a right answer was recalled, where the grader says one; below 0.95. */
  readonly posterior?: number;
  /** That it took, with reading a new card, and with the re-test after Again. */
  readonly seconds: number;
}

/** All that a policy knows of a learner. Cards are 0 to `cards` − 1, and days whole numbers. */
export interface Setup {
  readonly cards: number;
  /** What each card counts in the exam; more than 0. */
  readonly weights: readonly number[];
  /** The first day that the policy plans. */
  readonly firstDay: number;
  /** The exam is at the start of this day. */
  readonly examDay: number;
  /** Seconds of study on each day from `firstDay` to the eve; 0 on a day off. */
  secondsOn(day: number): number;
  /** All that was answered before `firstDay`, in order. */
  readonly history: readonly Answer[];
  /** A number from 0 to 1 for what a policy leaves to chance; the same for the same arguments. */
  chance(what: number, day: number): number;
}

/** A rule of what to study when. */
export interface Policy {
  readonly name: string;
  begin(setup: Setup): Run;
}

/** One learner's way to the exam under a policy. */
export interface Run {
  /**
   * What to study on that day, first things first, no card twice. It is dealt until the `seconds` of the day are used, and
   * the last card may run over. Asked once a day, in order, on days with time.
   */
  queue(day: number, seconds: number): readonly number[];
  /** Told of each answer, before the next day. */
  answered(answer: Answer): void;
  /** The weighted recall, 0 to 1, that by the policy's own model no policy could exceed, seen from the first day. */
  bound?(): number;
}
