import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { StudyDay } from '../../../core/model/id.ts';
import type { ScoreForecast } from '../../../core/stats/forecast/score-forecast.ts';
import type { Readiness } from '../../../core/stats/readiness.ts';
import { indexesOn } from '../../store/packs-on.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { Squares, SquaresKey } from '../notebook/squares.tsx';
import { longDayWords } from '../text/day-words.ts';
import { minutesWords } from '../text/interval-words.ts';
import { Figure } from './figure.tsx';
import { lackingWords, rangeWords, shareWords } from './progress-words.ts';

/** What to expect of an exam over this material: how much was seen, and the score on the day with its range. */
export function ReadinessFigure({ readiness, examDay }: ReadinessFigureProps): ReactNode {
  const { lacking, ifStopped, ifKept } = readiness;
  const shown = ifKept ?? ifStopped;
  const title = examDay === null ? 'If the exam were today' : `Expected on ${longDayWords(examDay)}`;
  if (readiness.cards === 0)
    return (
      <Figure title={title} finding={<p>There is nothing to expect: no card can be asked.</p>} table={null}>
        {null}
      </Figure>
    );
  if (lacking !== null)
    return (
      <Figure title={title} finding={<NotYet readiness={readiness} lacking={lacking} />} table={null}>
        {null}
      </Figure>
    );
  return (
    <Figure
      title={title}
      finding={
        <dl className="plan-outcome">
          <div>
            <dt>{`likely ${rangeWords(shown.low, shown.high)}`}</dt>
            <dd>{shareWords(shown.mean)}</dd>
          </div>
        </dl>
      }
      table={{ heads: ['On condition', 'Expected', 'Likely', 'From memory'], rows: rowsOf(readiness) }}
    >
      <div className="setup-fields">
        <Hundred forecast={shown} />
        <div className="expected-words">
          <OfWhat isKept={ifKept !== null} ifStopped={ifKept === null ? null : ifStopped} />
          <Coverage readiness={readiness} />
          <DateOffer examDay={examDay} />
        </div>
      </div>
    </Figure>
  );
}

interface ReadinessFigureProps {
  readonly readiness: Readiness;
  /** Null where none is ahead: then it is asked of today. */
  readonly examDay: StudyDay | null;
}

function NotYet({ readiness, lacking }: NotYetProps): ReactNode {
  return (
    <>
      <p>{`Not enough answers yet to say what to expect. Still needed: ${lackingWords(lacking)}.`}</p>
      <Coverage readiness={readiness} />
    </>
  );
}

interface NotYetProps {
  readonly readiness: Readiness;
  readonly lacking: NonNullable<Readiness['lacking']>;
}

function Coverage({ readiness: { seen, cards } }: Pick<ReadinessFigureProps, 'readiness'>): ReactNode {
  return (
    <p>
      <strong>{`${seen} of ${cards}`}</strong> cards seen.
    </p>
  );
}

/** Of what it is a share, and on which condition. */
function OfWhat({ isKept, ifStopped }: OfWhatProps): ReactNode {
  const { minutesPerDay } = useRecord((state) => state.settings);
  const packs = indexesOn(useStores()).length === 1 ? 'this pack' : 'your packs';
  const condition = isKept ? `, if you keep to ${minutesWords(minutesPerDay)} a day` : '';
  return (
    <>
      <p>{`So many of the questions of ${packs} would be right${condition}, lucky guesses included. It is not your chance of passing.`}</p>
      {ifStopped === null ? null : (
        <p>{`If you stop today: ${shareWords(ifStopped.mean)}, likely ${rangeWords(ifStopped.low, ifStopped.high)}.`}</p>
      )}
    </>
  );
}

interface OfWhatProps {
  readonly isKept: boolean;
  /** Null where that is what is shown anyway. */
  readonly ifStopped: ScoreForecast | null;
}

function DateOffer({ examDay }: Pick<ReadinessFigureProps, 'examDay'>): ReactNode {
  if (examDay !== null) return null;
  return (
    <p>
      <Link href="/settings#study">Set the date of your exam</Link> to see what you will know on the day.
    </p>
  );
}

/** A hundred questions: those that are sure to be right, those that may be, and where the middle lies. */
function Hundred({ forecast: { low, high, mean } }: { readonly forecast: ScoreForecast }): ReactNode {
  const middle = Math.round(100 * mean);
  const inks = Array.from({ length: 100 }, (_, place) => {
    // From the ground up, ten a row.
    const n = 90 - 10 * Math.floor(place / 10) + (place % 10);
    const ink = n < Math.round(100 * low) ? 'cell-done' : n < Math.round(100 * high) ? 'cell-new' : '';
    return n === middle - 1 ? `${ink} cell-middle` : ink;
  });
  return (
    <div className="hundred">
      <Squares inks={inks} isLarge />
      <SquaresKey
        entries={[
          ['cell-done', 'firm'],
          ['cell-new', 'likely range'],
          ['cell-middle', 'the middle'],
        ]}
      />
    </div>
  );
}

function rowsOf({ ifStopped, ifKept }: Readiness) {
  const rowOf = (name: string, { mean, low, high, remembered }: ScoreForecast) =>
    [name, shareWords(mean), rangeWords(low, high), shareWords(remembered)] as const;
  return [...(ifKept === null ? [] : [rowOf('You keep to the plan', ifKept)]), rowOf('You study no more', ifStopped)];
}
