import type { Answer } from '../fold/latest-answers.ts';

const longestAnswerSeconds = 600;
/** Whoever goes away while an answer is on screen is not reading it. */
const longestReadingSeconds = 120;
/** After a pause like this another run has begun. */
const breakSeconds = 600;

/**
 * What each showing took in all, in seconds: answering, and reading what is shown then. The log has only the first
 * (`took`); the second is what is left of the time from one answer of a run to the next. Where there is no answer
 * before it, the showing gets the usual reading. `answers` in order of time, of any logs mixed; a rating that was
 * taken back and given anew is no showing of its own.
 */
export function showingSeconds(answers: readonly Answer[]): ReadonlyMap<Answer, number> {
  const before = new Map<string, Answer>();
  const readings = new Map<Answer, number | null>();
  for (const answer of answers) {
    const previous = before.get(answer.log);
    before.set(answer.log, answer);
    const gap = previous === undefined ? null : (answer.ms - previous.ms) / 1000;
    const isAnew = previous?.card === answer.card && gap !== null && gap < answer.took / 1000;
    if (!isAnew) readings.set(answer, readingOf(gap, answer));
  }
  const usual = mean([...readings.values()].filter((reading) => reading !== null));
  return new Map([...readings].map(([answer, reading]) => [answer, answeringOf(answer) + (reading ?? usual)]));
}

function answeringOf({ took }: Answer): number {
  return Number.isFinite(took) ? Math.min(longestAnswerSeconds, Math.max(0, took / 1000)) : 0;
}

function readingOf(gap: number | null, answer: Answer): number | null {
  const reading = gap === null ? null : gap - answeringOf(answer);
  if (reading === null || reading > breakSeconds) return null;
  return Math.min(longestReadingSeconds, Math.max(0, reading));
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
