import type { ReactNode } from 'react';
import { wilsonInterval } from '../../../core/exam/interval.ts';
import type { PastWeek } from '../../../core/stats/foretold.ts';
import { type Reliability, type ReliabilityBin, reliabilityOf } from '../../../core/stats/reliability.ts';
import type { ToldAnswer } from '../../../core/stats/told-answers.ts';
import { Chart, type Point } from './chart.tsx';
import { DataTable, Figure, type TableData } from './figure.tsx';
import { rangeWords, scoreWords, shareWords } from './progress-words.ts';
import { UsualMemoryNote } from './usual-memory-note.tsx';

/** Of fewer answers nothing is said, and a tenth of fewer is small. */
const [fewest, fewestOfTenth] = [50, 20];

/** How often a card was remembered of which that was said, and the score of all that was said beside two simple rules. */
export function ReliabilityFigure({ weeks, answers }: ReliabilityFigureProps): ReactNode {
  const found = reliabilityOf(weeks.flatMap(({ said }) => said));
  const guesses = guessWords(answers);
  if (found === null || found.count < fewest)
    return (
      <Figure title="Is the forecast right?" finding={<p>{tooFewWords(found?.count ?? 0)}</p>} table={null}>
        {guesses === '' ? null : <p>{guesses}</p>}
      </Figure>
    );
  return (
    <Figure
      title="Is the forecast right?"
      finding={
        <>
          <p>{findingOf(found)}</p>
          <UsualMemoryNote />
        </>
      }
      table={binTable(found.bins)}
    >
      <Chart
        strokes={strokesOf(found.bins)}
        rules={[0, 50, 100]}
        edges={{ most: '100 % came', least: '0 %', from: 'said 0 %', to: 'said 100 %' }}
      />
      <p className="field-hint" aria-hidden="true">
        On the line, what was said is what came. Bars: where the true share plausibly lies. Small dots: few answers.
      </p>
      <DataTable
        label="Rules beside each other"
        heads={['Rule (less is better)', 'Brier', 'Log loss']}
        rows={[
          ['The forecast', scoreWords(found.brier), scoreWords(found.logLoss)],
          ['Always the average', scoreWords(found.constant.brier), scoreWords(found.constant.logLoss)],
          ['The latest 50', scoreWords(found.movingAverage.brier), scoreWords(found.movingAverage.logLoss)],
        ]}
      />
      {guesses === '' ? null : <p>{guesses}</p>}
    </Figure>
  );
}

interface ReliabilityFigureProps {
  readonly weeks: readonly PastWeek[];
  readonly answers: readonly ToldAnswer[];
}

function tooFewWords(count: number): string {
  return `What is expected of each card is compared with what comes of it, from ${fewest} answers on. There are ${count}.`;
}

function findingOf({ count, error, brier, constant, movingAverage }: Reliability): string {
  const points = (100 * error).toFixed(1);
  const better = [
    ...(brier < constant.brier ? ['the average of all answers'] : []),
    ...(brier < movingAverage.brier ? ['the latest 50'] : []),
  ];
  const beside =
    better.length === 0
      ? 'So far it is no better than a plain average.'
      : `It foretells better than ${better.join(' and ')}${better.length === 1 ? ', and not better than the other simple rule' : ''}.`;
  return `Over ${count} answers, sorted by what was said of them, what came was off by ${points} points on average. ${beside}`;
}

function binTable(bins: readonly ReliabilityBin[]): TableData {
  return {
    heads: ['Said', 'Answers', 'Said on average', 'Came'],
    rows: bins.map(({ from, to, count, said, came }) => [
      rangeWords(from, to),
      count,
      shareWords(said),
      shareWords(came),
    ]),
  };
}

function strokesOf(bins: readonly ReliabilityBin[]) {
  const dots = (of: readonly ReliabilityBin[]) =>
    of.map(({ said, came }): readonly Point[] => [[100 * said, 100 * came]]);
  const lines: readonly (readonly Point[])[] = [
    [
      [0, 0],
      [100, 100],
    ],
  ];
  const bars = bins.flatMap(({ said, came, count }): readonly (readonly Point[])[] => {
    const likely = wilsonInterval(Math.round(came * count), count);
    return likely === null
      ? []
      : [
          [
            [100 * said, 100 * likely.low],
            [100 * said, 100 * likely.high],
          ],
        ];
  });
  return [
    { className: 'chart-today', lines },
    { className: 'chart-range', lines: bars },
    { className: 'chart-dot', lines: dots(bins.filter(({ count }) => count >= fewestOfTenth)) },
    { className: 'chart-small-dot', lines: dots(bins.filter(({ count }) => count < fewestOfTenth)) },
  ];
}

/** What came of answers that the learner called guesses; empty while there are none. */
function guessWords(answers: readonly ToldAnswer[]): string {
  const guesses = answers.filter(({ entry }) => entry.guess === true && entry.score !== undefined);
  if (guesses.length === 0) return '';
  const right = guesses.filter(({ entry }) => entry.score === 1).length;
  return `When you said that you were guessing you were right ${right} of ${guesses.length} times.`;
}
