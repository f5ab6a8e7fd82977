import type { ReactNode } from 'react';
import type { StudyDay } from '../../../core/model/id.ts';
import type { RecallStretch } from '../../../core/study/card-story.ts';
import { dateWords } from '../text/day-words.ts';

/** Days that are shown after today, so that it is seen how recall goes on. */
const daysAhead = 14;
const pointsOfStretch = 32;

/**
 * How likely recall was, day by day, and how it goes on without an answer. The words and the table beside it say the
 * same: hidden from screen readers.
 */
export function RecallChart({ stretches, today, recallAfter }: RecallChartProps): ReactNode {
  const first = stretches[0]?.from ?? today;
  const end = today + daysAhead;
  const xOf = (day: number) => (100 * (day - first)) / (end - first);
  const lineOf = (stability: number, from: number, since: number, to: number) =>
    daysBetween(since, to)
      .map((day) => `${round(xOf(day))} ${round(100 - 100 * recallAfter(stability, day - from))}`)
      .join('L');
  return (
    <div className="chart" aria-hidden="true">
      <span className="chart-most">100 %</span>
      <span className="chart-least">0 %</span>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path className="chart-rule" d="M0 0H100M0 50H100M0 100H100" />
        <path className="chart-today" d={`M${round(xOf(today))} 0V100`} />
        {stretches.map(({ from, to, stability, isMiss }) => (
          <g key={from}>
            <path className={isMiss ? 'chart-miss' : 'chart-answer'} d={`M${round(xOf(from))} 0V100`} />
            <path className="chart-line" d={`M${lineOf(stability, from, from, Math.min(to ?? today, today))}`} />
            {to === null ? (
              <path className="chart-line chart-ahead" d={`M${lineOf(stability, from, Math.max(from, today), end)}`} />
            ) : null}
          </g>
        ))}
      </svg>
      <span className="chart-from">{dateWords(first)}</span>
      <span className="chart-to">{dateWords(end as StudyDay)}</span>
    </div>
  );
}

interface RecallChartProps {
  /** One at least, in order. */
  readonly stretches: readonly RecallStretch[];
  readonly today: StudyDay;
  /** Chance of recall, 0 to 1, so many days after an answer that led to this stability. */
  recallAfter(stability: number, days: number): number;
}

/** Both ends and so many days between them as a line needs to look bent. */
function daysBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: pointsOfStretch + 1 }, (_, n) => from + ((to - from) * n) / pointsOfStretch);
}

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
