import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type Attempt, extensionMs } from '../../../core/exam/attempt.ts';
import { examsPath } from '../../../core/exam/exam-path.ts';
import { type ExamReport as Report, reportOf } from '../../../core/exam/report.ts';
import type { ExamBlueprint } from '../../../core/model/pack.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { useStores } from '../../store/stores.tsx';
import { ScreenHeading } from '../frame/screen-heading.tsx';
import { SaveBanner } from '../record/save-state.tsx';
import { TableScroll } from '../text/table-scroll.tsx';
import { DomainTable } from './domain-table.tsx';
import { ExamReview } from './exam-review.tsx';
import { momentWords } from './moment-words.ts';
import { intervalWords, percentOf } from './score-words.ts';
import { durationWords } from './time-words.ts';

/** What an exam came to: the score and how sure it is, domain by domain, the time, the changes, and every question. */
export function ExamReport({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const { decks } = useStores();
  const pack = useStore(decks, (state) => state.indexes.get(attempt.paper.pack)?.pack);
  const report = reportOf(attempt);
  if (report === null) return null;
  const { score, interval, by } = report;
  return (
    <div className="column exam-page exam-report">
      <p className="exam-when">
        {`${attempt.paper.isStrict ? 'Strict exam' : 'Practice exam'}, ${momentWords(attempt.paper.startedAt)}`}
        {pack === undefined ? '' : ` · ${pack.title}`}
      </p>
      <ScreenHeading title={`${score.right} of ${score.of}, ${percentOf(score)} %`} />
      <SaveBanner />
      <div className="sheet">
        {interval === null ? null : (
          <p>{`With ${countWords(score.of, 'question')} the true figure is plausibly ${intervalWords(interval)}.`}</p>
        )}
        {by === 'time' ? <p>The time ran out, and the exam ended with it.</p> : null}
        <Facts report={report} attempt={attempt} />
        <DomainTable domains={report.domains} exam={pack?.exam ?? null} />
        {pack?.exam == null ? null : <Scale exam={pack.exam} />}
      </div>
      <Times report={report} attempt={attempt} />
      <ExamReview attempt={attempt} />
      <p>
        <Link href={examsPath}>All exams</Link>
      </p>
    </div>
  );
}

function Facts({ report, attempt }: { readonly report: Report; readonly attempt: Attempt }): ReactNode {
  const { pilots, unanswered, changes } = report;
  const changed = changes.helped + changes.hurt + changes.same;
  const flagged = attempt.sheet.filter(({ isFlagged }) => isFlagged).length;
  return (
    <ul className="exam-facts">
      {unanswered === 0 ? null : (
        <li>{`${countWords(unanswered, 'question')} not answered, which counts as wrong.`}</li>
      )}
      {pilots.of === 0 ? null : (
        <li>{`${pilots.of} more were unscored trial questions: ${pilots.right} right. They are marked below.`}</li>
      )}
      <li>
        {changed === 0
          ? 'No answer was changed.'
          : `${countWords(changed, 'answer')} changed: ${changes.helped} from wrong to right, ${changes.hurt} from right to wrong, ${changes.same} without effect.`}
      </li>
      {flagged === 0 ? null : <li>{`${countWords(flagged, 'question')} flagged.`}</li>}
    </ul>
  );
}

/** Why there is no number like the exam's own. */
function Scale({ exam: { scale, pass } }: { readonly exam: ExamBlueprint }): ReactNode {
  const [least, most] = scale;
  const percent = Math.round((100 * pass) / most);
  return (
    <p className="exam-scale">
      {`The exam reports a scaled score from ${least} to ${most}, with ${pass} to pass. How right answers become points is not published${
        percent === pass ? '' : `, and ${pass} is not ${percent} %`
      }, so nothing is converted here.`}
    </p>
  );
}

function Times({ report, attempt }: { readonly report: Report; readonly attempt: Attempt }): ReactNode {
  const { time } = report;
  const { limitMs } = attempt.paper;
  const added = attempt.progress.extensions * extensionMs;
  const limit = limitMs === null ? '' : ` of ${durationWords(limitMs + added)}`;
  const outliers = [
    ...time.slow.map((index) => ({ index, words: 'far longer than the others' })),
    ...time.hasty.map((index) => ({ index, words: 'far shorter than the others' })),
  ];
  const markOf = (index: number) => attempt.ending?.marks[index];
  return (
    <section className="sheet" aria-labelledby="exam-times">
      <h2 id="exam-times">Time</h2>
      <p>
        {`${durationWords(time.totalMs)}${limit} used.`}
        {time.medianMs === 0 ? '' : ` Half of the answers took ${durationWords(time.medianMs)} or less.`}
      </p>
      {outliers.length === 0 ? null : (
        <TableScroll label="Answers that took another time">
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
              {outliers.map(({ index, words }) => (
                <tr key={index}>
                  <th scope="row">{index + 1}</th>
                  <td>{durationWords(markOf(index)?.spentMs ?? 0)}</td>
                  <td>{words}</td>
                  <td>{markOf(index)?.isRight ? 'right' : 'wrong'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
