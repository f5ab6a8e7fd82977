import type { ReactNode } from 'react';
import type { Tally } from '../../../core/exam/report.ts';
import { TableScroll } from '../text/table-scroll.tsx';
import { percentOf } from './score-words.ts';

/** Of fewer a share says nothing. */
const fewestToSay = 5;

/** How much of each part of an exam was right: a square a question, and the numbers; shares where one says something. */
export function TallyTable({ of, parts }: TallyTableProps): ReactNode {
  const hasShares = parts.some(({ tally }) => tally.of >= fewestToSay);
  return (
    <TableScroll label={`${of}s`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">Right</th>
            {hasShares ? <th scope="col">Share</th> : null}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, title, tally }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>
                {`${tally.right} of ${tally.of}`}{' '}
                <span className="cells" aria-hidden="true">
                  {Array.from({ length: tally.of }, (_, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: squares are alike but for their place
                    <i key={index} className={index < tally.right ? 'cell cell-done' : 'cell'} />
                  ))}
                </span>
              </td>
              {hasShares ? <td>{tally.of < fewestToSay ? 'too few to say' : `${percentOf(tally)} %`}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface TallyTableProps {
  /** What a part is: "Domain". */
  readonly of: string;
  readonly parts: readonly TalliedPart[];
}

export interface TalliedPart {
  readonly key: string;
  readonly title: string;
  readonly tally: Tally;
}
