import { secondsOf } from '../learners/answer-seconds.ts';
import type { Learner } from '../learners/learner.ts';
import type { Answer, Run, Setup } from '../policies/policy.ts';

/**
 * Lets a learner study as a policy says, from the first day of the setup to the eve of the exam. A day's queue is dealt
 * until the time of that day is used. The last card may run over, and the next day is shorter by that, so that nobody gets
 * more minutes in all than the setup says, but for the last card of all. A card comes once a day at most.
 */
export function studyDays(learner: Learner, run: Run, setup: Setup): readonly Answer[] {
  const answers: Answer[] = [];
  const seen = new Set(setup.history.map(({ card }) => card));
  let overrun = 0;
  for (let day = setup.firstDay; day < setup.examDay; day += 1) {
    if (setup.secondsOn(day) <= 0) continue;
    let left = setup.secondsOn(day) - overrun;
    const queue = left > 0 ? onceEach(run.queue(day, left), day) : [];
    for (const card of queue) {
      const rating = learner.answer(card, day);
      const answer: Answer = { card, day, rating, seconds: secondsOf(rating, !seen.has(card)) };
      seen.add(card);
      answers.push(answer);
      run.answered(answer);
      left -= answer.seconds;
      if (left <= 0) break;
    }
    overrun = Math.max(0, -left);
  }
  return answers;
}

function* onceEach(queue: readonly number[], day: number): Iterable<number> {
  const today = new Set<number>();
  for (const card of queue) {
    if (today.has(card)) throw new Error(`Inconsistent: card ${card} twice on day ${day}`);
    today.add(card);
    yield card;
  }
}
