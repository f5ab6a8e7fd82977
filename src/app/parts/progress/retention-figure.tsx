import type { ReactNode } from 'react';
import { type Retention, retentionByWeek, retentionUpTo } from '../../../core/stats/retention.ts';
import type { ToldAnswer } from '../../../core/stats/told-answers.ts';
import { useRecord } from '../../store/stores.tsx';
import { shortDayWords } from '../text/day-words.ts';
import { useStudyDay } from '../today/use-study-day.ts';
import { Chart, type Point } from './chart.tsx';
import { Figure } from './figure.tsx';
import { shareWords } from './progress-words.ts';

const weeksShown = 13;
/** A share of fewer answers is luck. */
const fewest = 10;

/** How much of what was asked again was remembered, beside what the learner wants. */
export function RetentionFigure({ answers }: { readonly answers: readonly ToldAnswer[] }): ReactNode {
  const { desiredRetention } = useRecord((state) => state.settings);
  const today = useStudyDay();
  const month = retentionUpTo(answers, today);
  const weeks = retentionByWeek(answers, today, weeksShown);
  const asked = weeks.filter((week) => week.asked > 0);
  return (
    <Figure
      title="Remembered when asked again"
      finding={<p>{findingOf(month, desiredRetention)}</p>}
      table={
        asked.length === 0
          ? null
          : {
              heads: ['Week up to', 'Asked again', 'Remembered', 'Share'],
              rows: asked
                .toReversed()
                .map((week) => [shortDayWords(week.to), week.asked, week.remembered, shareWords(shareOf(week))]),
            }
      }
    >
      {asked.length === 0 ? null : (
        <Chart
          strokes={strokesOf(weeks)}
          rules={[0, 50, 100, 100 * desiredRetention]}
          edges={{ most: '100 %', least: '0 %', from: `${weeksShown} weeks ago`, to: 'this week' }}
        />
      )}
    </Figure>
  );
}

function shareOf({ remembered, asked }: Retention): number {
  return remembered / asked;
}

function strokesOf(weeks: readonly Retention[]) {
  const pointOf = (week: Retention, n: number): Point => [(100 * (n + 0.5)) / weeks.length, 100 * shareOf(week)];
  const points = weeks.map((week, n) => ({ point: pointOf(week, n), asked: week.asked }));
  const told = points.filter(({ asked }) => asked >= fewest);
  return [
    { className: 'chart-line', lines: [told.map(({ point }) => point)] },
    { className: 'chart-dot', lines: told.map(({ point }) => [point]) },
    {
      className: 'chart-small-dot',
      lines: points.filter(({ asked }) => asked > 0 && asked < fewest).map((p) => [p.point]),
    },
  ];
}

function findingOf(month: Retention, wanted: number): string {
  if (month.asked === 0) return 'In the last 30 days no card was asked again on a later day.';
  const words = `In the last 30 days ${month.remembered} of ${month.asked} were remembered`;
  if (month.asked < fewest) return `${words}: too few to say.`;
  return `${words}: ${shareWords(shareOf(month))}. You want ${shareWords(wanted)}, the line near the top. A single day means little.`;
}
