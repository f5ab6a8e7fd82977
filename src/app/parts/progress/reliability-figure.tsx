import type { ReactNode } from 'react';
import type { PastWeek } from '../../../core/stats/foretold.ts';
import { type Reliability, type ReliabilityBin, reliabilityOf } from '../../../core/stats/reliability.ts';
import type { ToldAnswer } from '../../../core/stats/told-answers.ts';
import { Chart, type Point } from './chart.tsx';
import { DataTable, Figure } from './figure.tsx';
import { rangeWords, scoreWords, shareWords } from './progress-words.ts';

/** Of fewer answers nothing is said, and a tenth of fewer is faint. */
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
    <Figure title="Is the forecast right?" finding={<p>{findingOf(found)}</p>} table={binTable(found.bins)}>
      <Chart
        strokes={strokesOf(found.bins)}
        rules={[0, 50, 100]}
        edges={{ most: '100 % came', least: '0 %', from: 'said 0 %', to: 'said 100 %' }}
      />
      <p className="chart-key" aria-hidden="true">
        On the line, what was said is what came.
      </p>
      <DataTable
        heads={['Less is better', 'Brier', 'Log loss']}
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
  const isBetter = brier < Math.min(constant.brier, movingAverage.brier);
  const beside = isBetter
    ? 'It is better than the average of all answers, and than the latest 50.'
    : 'So far it is no better than a plain average.';
  return `Over ${count} answers what was said and what came differ by ${points} points on average. ${beside}`;
}

function binTable(bins: readonly ReliabilityBin[]): Parameters<typeof DataTable>[0] {
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
  return [
    { className: 'chart-even', lines },
    { className: 'chart-dot', lines: dots(bins.filter(({ count }) => count >= fewestOfTenth)) },
    { className: 'chart-faint-dot', lines: dots(bins.filter(({ count }) => count < fewestOfTenth)) },
  ];
}

/** What came of answers that the learner called guesses; empty while there are none. */
function guessWords(answers: readonly ToldAnswer[]): string {
  const guesses = answers.filter(({ entry }) => entry.guess === true && entry.score !== undefined);
  if (guesses.length === 0) return '';
  const right = guesses.filter(({ entry }) => entry.score === 1).length;
  return `When you said that you were guessing you were right ${right} of ${guesses.length} times.`;
}
