import type { ReactNode } from 'react';
import { type ActiveWeek, activityOf } from '../../../core/stats/activity.ts';
import type { ToldAnswer } from '../../../core/stats/told-answers.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { shortDayWords } from '../text/day-words.ts';
import { minutesWords } from '../text/interval-words.ts';
import { useStudyDay } from '../today/use-study-day.ts';
import { Figure } from './figure.tsx';

/** Half of them on phones. */
const weeksShown = 26;

/** The days of half a year, each inked by how much was answered. */
export function ActivityFigure({ answers }: { readonly answers: readonly ToldAnswer[] }): ReactNode {
  const weeks = activityOf(answers, useStudyDay(), weeksShown);
  const active = weeks.filter(({ studied }) => studied > 0);
  return (
    <Figure
      title="Days of study"
      finding={<p>{findingOf(weeks)}</p>}
      table={
        active.length === 0
          ? null
          : {
              heads: ['Week from', 'Days', 'Answers', 'Answering'],
              rows: active
                .toReversed()
                .map(({ monday, studied, answers: count, minutes }) => [
                  shortDayWords(monday),
                  studied,
                  count,
                  minutesWords(minutes),
                ]),
            }
      }
    >
      <div className="cells" aria-hidden="true">
        {weeks.map(({ monday, days }, place) => (
          <div key={monday} className={place < weeksShown / 2 ? 'wide-only' : undefined}>
            {days.map(({ day, level }) => (
              <div key={day} className={level === 0 ? 'cell' : `cell cell-${level}`} />
            ))}
          </div>
        ))}
      </div>
    </Figure>
  );
}

function findingOf(weeks: readonly ActiveWeek[]): string {
  const days = weeks.reduce((sum, { studied }) => sum + studied, 0);
  const answers = weeks.reduce((sum, week) => sum + week.answers, 0);
  if (days === 0) return 'Nothing was answered in the last half year.';
  const thisWeek = weeks.at(-1)?.studied ?? 0;
  const now =
    thisWeek === 0 ? 'none of these days' : thisWeek === 1 ? 'one of these days' : `${thisWeek} of these days`;
  return `${countWords(answers, 'answer')} on ${countWords(days, 'day')} of the last half year; ${now} this week. The more ink, the more answers.`;
}
