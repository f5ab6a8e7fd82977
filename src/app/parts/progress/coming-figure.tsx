import type { ReactNode } from 'react';
import type { StudyDay } from '../../../core/model/id.ts';
import type { ComingDay } from '../../../core/scheduler/plan/outlook.ts';
import { comingLoad } from '../../../core/stats/coming-load.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { SquaresKey } from '../notebook/squares.tsx';
import { longDayWords, shortDayWords, weekdayLetter } from '../text/day-words.ts';
import { minutesWords } from '../text/interval-words.ts';
import { usePlan } from '../today/use-plan.ts';
import { Figure } from './figure.tsx';

/** How much the coming two weeks ask for. */
export function ComingFigure(): ReactNode {
  const outlook = usePlan((plan) => plan.outlook);
  const prospect = usePlan((plan) => plan.set.exam);
  const days = comingLoad(outlook, prospect);
  const perSquare = minutesPerSquare(Math.max(...days.map(({ minutes }) => minutes)));
  return (
    <Figure
      title="The next 14 days"
      finding={<p>{findingOf(days, prospect?.days.examDay ?? null, perSquare)}</p>}
      table={{
        heads: ['Day', 'Study', 'Reviews', 'New cards'],
        rows: days.map((day) => [
          shortDayWords(day.day),
          day.minutes > 0 ? minutesWords(day.minutes) : 'none',
          day.reviews,
          day.fresh,
        ]),
      }}
    >
      <div className="columns" aria-hidden="true">
        {days.map(({ day, minutes }, place) => (
          <div key={day}>
            {Array.from({ length: Math.ceil(minutes / perSquare - 0.05) }, (_, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a square has no identity but its place
              <i key={n} className={place === 0 ? 'cell cell-done' : 'cell cell-new'} />
            ))}
            <b>{weekdayLetter(day)}</b>
          </div>
        ))}
      </div>
      <SquaresKey
        entries={[
          ['cell-done', 'left of today'],
          ['cell-new', 'to come'],
        ]}
      />
    </Figure>
  );
}

/** The columns stay low enough to be looked at. */
const mostSquares = 12;

function minutesPerSquare(most: number): number {
  return [1, 2, 5, 10, 20, 30].find((minutes) => most / minutes <= mostSquares) ?? 60;
}

function findingOf(days: readonly ComingDay[], examDay: StudyDay | null, perSquare: number): string {
  const before = examDay === null ? days : days.filter(({ day }) => day < examDay);
  const open = before.filter(({ minutes }) => minutes > 0);
  const square = `One square is ${minutesWords(perSquare)}.`;
  if (open.length === 0)
    return `Nothing is to be studied ${examDay === null ? 'in the next two weeks' : 'before the exam'}. ${square}`;
  const total = open.reduce((sum, { minutes }) => sum + minutes, 0);
  const mean = total / open.length;
  if (before.length < days.length && examDay !== null)
    return `${minutesWords(total)} of study on ${countWords(open.length, 'day')} until the exam on ${longDayWords(examDay)}. ${square}`;
  const most = open.reduce((a, b) => (b.minutes > a.minutes ? b : a));
  const busiest = most.minutes > 1.3 * mean ? ` Most on ${shortDayWords(most.day)}.` : '';
  return `About ${minutesWords(mean)} on each of ${countWords(open.length, 'day')}.${busiest} ${square}`;
}
