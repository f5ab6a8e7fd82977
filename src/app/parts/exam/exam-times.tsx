import type { ReactNode } from 'react';
import { type Attempt, extensionMs, type Mark } from '../../../core/exam/attempt.ts';
import type { ExamTimes as Times } from '../../../core/exam/report.ts';
import { TableScroll } from '../text/table-scroll.tsx';
import { durationWords } from './time-words.ts';

/** The time that an exam took, which answers stand out, and the time of every question. */
export function ExamTimes({ time, attempt }: { readonly time: Times; readonly attempt: Attempt }): ReactNode {
  const { limitMs } = attempt.paper;
  const added = attempt.progress.extensions * extensionMs;
  const limit = limitMs === null ? '' : ` of ${durationWords(limitMs + added)}`;
  const outliers = [...time.slow, ...time.hasty];
  const all = attempt.paper.questions.map((_, index) => index);
  return (
    <section className="sheet" aria-labelledby="exam-times">
      <h2 id="exam-times">Time</h2>
      <p>
        {`${durationWords(time.totalMs)}${limit} used.`}
        {time.medianMs === 0 ? '' : ` Half of the answers took ${durationWords(time.medianMs)} or less.`}
      </p>
      {outliers.length === 0 ? null : (
        <TimeTable label="Answers that took another time" places={outliers} time={time} attempt={attempt} />
      )}
      <details>
        <summary>The time of every question</summary>
        <TimeTable label="The time of every question" places={all} time={time} attempt={attempt} />
      </details>
    </section>
  );
}

function TimeTable({ label, places, time, attempt }: TimeTableProps): ReactNode {
  return (
    <TableScroll label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Time</th>
            <th scope="col">Beside the others</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {places.map((index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              <td>{durationWords(attempt.ending?.marks[index]?.spentMs ?? 0)}</td>
              <td>{besideWords(time, index)}</td>
              <td>{answerWords(attempt.ending?.marks[index])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface TimeTableProps {
  readonly label: string;
  /** Of questions, from 0. */
  readonly places: readonly number[];
  readonly time: Times;
  readonly attempt: Attempt;
}

function answerWords(mark: Mark | undefined): string {
  if (mark === undefined || !mark.isAnswered) return 'none';
  return mark.isRight ? 'right' : 'wrong';
}

function besideWords({ slow, hasty }: Times, index: number): string {
  if (slow.includes(index)) return 'far longer than the others';
  return hasty.includes(index) ? 'far shorter than the others' : '';
}
