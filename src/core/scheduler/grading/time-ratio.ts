/** How long one learner's answers to one kind of question take. */
export interface AnswerTimes {
  /** Seconds that half of the recalled answers take, and half of the guessed ones; more than 0. */
  readonly recalled: number;
  readonly guessed: number;
  /** Standard deviation of the logarithm of a time. */
  readonly spread: number;
  /** 0 to 1: how far the learner's own times are known. */
  readonly trust: number;
}

/** A time alone speaks no louder, to either side: clocks are odd, and people are interrupted. */
const mostRatio = 3;
/** Faster than the first nobody has read the question, and slower than the second nobody is at it: they say nothing. */
const [leastMs, mostMs] = [1000, 300_000];

/** Whether a time can be that of somebody who read the question and answered it. */
export function isPlausibleTime(tookMs: number): boolean {
  return tookMs >= leastMs && tookMs <= mostMs;
}

/**
 * How many times as likely so long an answer is when it is recalled as when it is guessed, by two log-normal times: a
 * third to 3, and 1 where nothing is known (scheduling §5.1).
 */
export function timeRatio(tookMs: number, { recalled, guessed, spread, trust }: AnswerTimes): number {
  if (!isPlausibleTime(tookMs)) return 1;
  const apart = (median: number) => (Math.log(tookMs / 1000 / median) / spread) ** 2;
  const logRatio = (trust * (apart(guessed) - apart(recalled))) / 2;
  const most = Math.log(mostRatio);
  return Math.exp(Math.min(most, Math.max(-most, logRatio)));
}
