import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Attempt } from '../../../core/exam/attempt.ts';
import { examPath, examReportPath } from '../../../core/exam/exam-path.ts';
import { reportOf } from '../../../core/exam/report.ts';
import type { Timestamp } from '../../../core/model/id.ts';
import { TableScroll } from '../text/table-scroll.tsx';
import { momentWords } from './moment-words.ts';
import { percentOf } from './score-words.ts';
import { standWords } from './stand-words.ts';
import { durationWords } from './time-words.ts';

/** Every exam that was sat, the latest first, those under way on top. */
export function ExamHistory({ attempts, now }: ExamHistoryProps): ReactNode {
  const open = attempts.filter(({ ending }) => ending === null);
  const ended = attempts.filter(({ ending }) => ending !== null);
  return (
    <>
      {open.length === 0 ? null : (
        <section className="sheet" aria-labelledby="exams-open">
          <h2 id="exams-open">Under way</h2>
          <ul className="exam-open">
            {open.map((attempt) => (
              <li key={attempt.id}>
                <Link
                  href={examPath(attempt.id)}
                >{`Go on with the exam of ${momentWords(attempt.paper.startedAt)}`}</Link>
                <span>{standWords(attempt, now)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ended.length === 0 ? null : (
        <section className="sheet" aria-labelledby="exams-ended">
          <h2 id="exams-ended">Exams so far</h2>
          <TableScroll label="Exams so far">
            <table>
              <thead>
                <tr>
                  <th scope="col">Exam</th>
                  <th scope="col">Right</th>
                  <th scope="col">Time</th>
                  <th scope="col">Rules</th>
                </tr>
              </thead>
              <tbody>
                {ended.map((attempt) => (
                  <EndedRow key={attempt.id} attempt={attempt} />
                ))}
              </tbody>
            </table>
          </TableScroll>
        </section>
      )}
    </>
  );
}

interface ExamHistoryProps {
  readonly attempts: readonly Attempt[];
  readonly now: Timestamp;
}

function EndedRow({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const report = reportOf(attempt);
  if (report === null) return null;
  const { score, time, by } = report;
  return (
    <tr>
      <th scope="row">
        <Link href={examReportPath(attempt.id)}>
          {`${momentWords(attempt.paper.startedAt)}, ${attempt.sheet.length} questions`}
        </Link>
      </th>
      <td>{`${score.right} of ${score.of} (${percentOf(score)} %)`}</td>
      <td>{durationWords(time.totalMs)}</td>
      <td>{`${attempt.paper.isStrict ? 'strict' : 'practice'}${by === 'time' ? ', time ran out' : ''}`}</td>
    </tr>
  );
}
