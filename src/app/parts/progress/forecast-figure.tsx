import type { ReactNode } from 'react';
import type { PastWeek } from '../../../core/stats/foretold.ts';
import type { PastExam } from '../../../core/stats/past-exams.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { longDayWords, shortDayWords } from '../text/day-words.ts';
import { Chart, type Point } from './chart.tsx';
import { Figure, type TableData } from './figure.tsx';
import { rangeWords, shareWords } from './progress-words.ts';
import { UsualMemoryNote } from './usual-memory-note.tsx';

/** A share of fewer answers is luck, and its range holds nearly all. */
const fewest = 10;

/** Every past forecast with what came true: week by week, and of each practice exam. */
export function ForecastFigure({ weeks, exams }: ForecastFigureProps): ReactNode {
  const told = weeks.filter(({ cards }) => cards >= fewest);
  return (
    <Figure
      title="What was forecast, and what came"
      finding={
        <>
          <p>{findingOf(told)}</p>
          {exams.length === 0 ? null : <p>{examsWords(exams)}</p>}
          <UsualMemoryNote />
        </>
      }
      table={told.length === 0 && exams.length === 0 ? null : tableOf(told, exams)}
    >
      {told.length === 0 ? null : (
        <>
          <Chart
            strokes={strokesOf(told)}
            rules={[0, 50, 100]}
            edges={{
              most: '100 %',
              least: '0 %',
              from: longDayWords(told[0]?.monday ?? (0 as PastWeek['monday'])),
              to: `week of ${longDayWords(told.at(-1)?.monday ?? (0 as PastWeek['monday']))}`,
            }}
          />
          <p className="field-hint" aria-hidden="true">
            Bars: the likely range on Monday. Dots: what came; a red square where it lay outside.
          </p>
        </>
      )}
    </Figure>
  );
}

interface ForecastFigureProps {
  readonly weeks: readonly PastWeek[];
  readonly exams: readonly PastExam[];
}

type Foretold = Pick<PastWeek, 'low' | 'high' | 'came'>;

function holds({ low, high, came }: Foretold): boolean {
  return came >= low && came <= high;
}

function findingOf(weeks: readonly PastWeek[]): string {
  if (weeks.length === 0)
    return `A week is told of once ${fewest} cards were asked in it that had been learnt before its Monday.`;
  const held = weeks.filter(holds).length;
  return `The range held in ${held} of ${countWords(weeks.length, 'week')}; it is made to hold in nine of ten or more. Each forecast uses what was known on its Monday.`;
}

function examsWords(exams: readonly PastExam[]): string {
  const held = exams.filter(holds).length;
  return `Of ${countWords(exams.length, 'practice exam')} ${held} came out within the range that was to be expected before.`;
}

function tableOf(weeks: readonly PastWeek[], exams: readonly PastExam[]): TableData {
  const rowOf = (
    name: string,
    count: number,
    { expected, low, high, came }: Foretold & { readonly expected: number },
  ) => [name, count, shareWords(expected), rangeWords(low, high), shareWords(came)] as const;
  return {
    heads: ['Of what', 'Asked', 'Expected', 'Likely', 'Came'],
    rows: [
      ...exams.map((exam) => rowOf(`Practice exam, ${shortDayWords(exam.day)}`, exam.questions, exam)),
      ...weeks.toReversed().map((week) => rowOf(`Week of ${shortDayWords(week.monday)}`, week.cards, week)),
    ],
  };
}

function strokesOf(weeks: readonly PastWeek[]) {
  const xOf = (n: number) => (100 * (n + 0.5)) / weeks.length;
  const ranges = weeks.map(({ low, high }, n): readonly Point[] => [
    [xOf(n), 100 * low],
    [xOf(n), 100 * high],
  ]);
  const dots = (isHeld: boolean) =>
    weeks.flatMap((week, n): readonly (readonly Point[])[] =>
      holds(week) === isHeld ? [[[xOf(n), 100 * week.came]]] : [],
    );
  return [
    { className: 'chart-range', lines: ranges },
    { className: 'chart-dot', lines: dots(true) },
    { className: 'chart-missed-dot', lines: dots(false) },
  ];
}
