import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { Attempt } from '../../../core/exam/attempt.ts';
import { examsPath } from '../../../core/exam/exam-path.ts';
import { type ExamReport as Report, reportOf, tallyBy } from '../../../core/exam/report.ts';
import type { ExamBlueprint } from '../../../core/model/pack.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { titleOfAddress } from '../../store/deck-store.ts';
import { useStores } from '../../store/stores.tsx';
import { ScreenHeading } from '../frame/screen-heading.tsx';
import { SaveBanner } from '../record/save-state.tsx';
import { ExamReview } from './exam-review.tsx';
import { ExamTimes } from './exam-times.tsx';
import { momentWords } from './moment-words.ts';
import { intervalWords, percentOf } from './score-words.ts';
import { type TalliedPart, TallyTable } from './tally-table.tsx';

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
        <TallyTable of="Domain" parts={domainParts(report, pack?.exam ?? null)} />
        <Topics attempt={attempt} />
        {pack?.exam == null ? null : <Scale exam={pack.exam} />}
      </div>
      <ExamTimes time={report.time} attempt={attempt} />
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

/** In the exam's own order. */
function domainParts({ domains }: Report, exam: ExamBlueprint | null): readonly TalliedPart[] {
  const order = Object.keys(exam?.domains ?? {});
  return domains
    .toSorted((a, b) => order.indexOf(a.domain) - order.indexOf(b.domain))
    .map(({ domain, ...tally }) => ({ key: domain, title: exam?.domains[domain]?.title ?? domain, tally }));
}

/** How much was right of what each note teaches. Of a question that is gone nobody knows its note. */
function Topics({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const { decks } = useStores();
  const state = useStore(decks);
  const tallies = tallyBy(attempt, ({ id }) => {
    const note = state.summaries.get(id)?.note ?? null;
    return note === null ? null : titleOfAddress(state, { ...note, section: null });
  });
  const parts = [...tallies].map(([title, tally]): TalliedPart => ({ key: title, title, tally }));
  if (parts.length === 0) return null;
  return <TallyTable of="Topic" parts={parts.toSorted((a, b) => b.tally.of - a.tally.of)} />;
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
