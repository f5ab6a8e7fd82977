import type { ReactNode } from 'react';
import type { ExamReport } from '../../../core/exam/report.ts';
import type { ExamBlueprint } from '../../../core/model/pack.ts';
import { TableScroll } from '../text/table-scroll.tsx';
import { percentOf } from './score-words.ts';

/** Of fewer a share says nothing. */
const fewestToSay = 5;

/** How much of each domain was right, in the exam's own order: a square a question, and the numbers. */
export function DomainTable({ domains, exam }: DomainTableProps): ReactNode {
  const order = Object.keys(exam?.domains ?? {});
  const rows = domains.toSorted((a, b) => order.indexOf(a.domain) - order.indexOf(b.domain));
  return (
    <TableScroll label="Domains">
      <table>
        <thead>
          <tr>
            <th scope="col">Domain</th>
            <th scope="col">Right</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((tally) => (
            <tr key={tally.domain}>
              <th scope="row">{exam?.domains[tally.domain]?.title ?? tally.domain}</th>
              <td>
                {`${tally.right} of ${tally.of}`}{' '}
                <span className="cells" aria-hidden="true">
                  {Array.from({ length: tally.of }, (_, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: squares are alike but for their place
                    <i key={index} className={index < tally.right ? 'cell cell-done' : 'cell'} />
                  ))}
                </span>
              </td>
              <td>{tally.of < fewestToSay ? 'too few to say' : `${percentOf(tally)} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface DomainTableProps {
  readonly domains: ExamReport['domains'];
  readonly exam: ExamBlueprint | null;
}
