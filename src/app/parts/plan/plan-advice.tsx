import type { ReactNode } from 'react';
import type { ExamAdvice } from '../../../core/scheduler/plan/for-exam/exam-advice.ts';
import type { ExamProspect } from '../../../core/scheduler/plan/for-exam/exam-prospect.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { minutesWords } from '../text/interval-words.ts';
import { TableScroll } from '../text/table-scroll.tsx';
import { percentWords, pointsWords } from './plan-words.ts';
import { useAdvice } from './use-advice.ts';

/** Less than this is within what such estimates are worth. */
const leastWorthSaying = 0.005;

/** What a missed day costs, and what the same time on fewer days would bring: told, and never done unasked. */
export function PlanAdvice({ prospect }: { readonly prospect: ExamProspect }): ReactNode {
  const advice = useAdvice(prospect.days);
  return (
    <section className="sheet" aria-labelledby="other-ways" aria-busy={advice === null}>
      <h2 id="other-ways">Other ways to spend the time</h2>
      {advice === null ? <p>Working it out. This takes a few seconds.</p> : null}
      {advice instanceof Error ? <p>{`It could not be worked out: ${advice.message}`}</p> : null}
      {advice === null || advice instanceof Error ? null : (
        <>
          <p>{missedWords(advice, prospect.plannedPart)}</p>
          {advice.windows.length === 0 ? null : <Windows advice={advice} prospect={prospect} />}
        </>
      )}
    </section>
  );
}

function missedWords({ kept, withoutToday }: ExamAdvice, part: number): string {
  if (withoutToday === null) return 'There is no study left today that you could miss.';
  const cost = part * (kept.score - withoutToday.score);
  if (cost < leastWorthSaying) return 'Missing today costs next to nothing: the other days make up for it.';
  return `Missing today costs about ${pointsWords(cost)} in the exam. The plan then shares its cards among the days that are left.`;
}

function Windows({ advice, prospect }: { readonly advice: ExamAdvice; readonly prospect: ExamProspect }): ReactNode {
  const { kept, windows } = advice;
  const part = prospect.plannedPart;
  const last = prospect.days.seconds.length - 1;
  const ways = [{ days: last, minutes: null, ...kept }, ...windows];
  return (
    <>
      <h3>The same time on other days</h3>
      <p>{windowWords(advice, part)}</p>
      <TableScroll label="The same time on other days">
        <table>
          <caption className="visually-hidden">What the same time would bring on fewer days</caption>
          <thead>
            <tr>
              <th scope="col">Study on</th>
              <th scope="col">A day</th>
              <th scope="col">In the exam</th>
              <th scope="col">A month later</th>
            </tr>
          </thead>
          <tbody>
            {ways.map(({ days, minutes, score, later }) => (
              <tr key={days}>
                <th scope="row">{minutes === null ? 'all days, as planned' : `the last ${countWords(days, 'day')}`}</th>
                <td>{minutes === null ? 'as now' : minutesWords(minutes)}</td>
                <td>{percentWords(part * score)}</td>
                <td>{percentWords(part * later)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="field-hint">
        These figures come from the memory model, not from people who did it. With fewer days, a missed one costs more.
        Nothing changes unless you change your days and minutes in the settings.
      </p>
    </>
  );
}

function windowWords({ kept, windows }: ExamAdvice, part: number): string {
  const best = windows.reduce((a, b) => (b.score > a.score + leastWorthSaying ? b : a));
  const gain = part * (best.score - kept.score);
  if (gain < leastWorthSaying) return 'Spread over all days the time is spent best. That is what the plan does.';
  const lost = part * (kept.later - best.later);
  const cost =
    lost < leastWorthSaying
      ? 'and a month later you would know no less.'
      : `but a month later you would know ${pointsWords(lost)} less.`;
  return `Kept for the last ${countWords(best.days, 'day')}, the same time would bring about ${pointsWords(gain)} more in the exam, ${cost}`;
}
