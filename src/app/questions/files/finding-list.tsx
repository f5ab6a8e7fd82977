import type { ReactNode } from 'react';
import type { LineFinding } from '../../../core/model/verdict.ts';
import { Icon } from '../../parts/frame/icon.tsx';
import { Worded } from '../../parts/text/worded.tsx';

/** "line 4: …", one a finding; while the file is being edited, the line is a button that takes the caret there. */
export function FindingList({ findings, onGoTo }: FindingListProps): ReactNode {
  if (findings.length === 0) return null;
  return (
    <ul className="findings" aria-label="Found in your answer">
      {findings.map((finding, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be found twice
        <li key={position} className={`finding finding-${finding.severity}`}>
          <Icon name={finding.severity === 'error' ? 'wrong' : 'warning'} />
          <span>
            <FindingPlace line={finding.line} onGoTo={onGoTo} />
            {finding.severity === 'warning' ? 'Allowed, but: ' : null}
            <Worded text={finding.message} />
            {finding.fix === '' ? null : (
              <span className="finding-fix">
                <Worded text={finding.fix} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface FindingListProps {
  readonly findings: readonly LineFinding[];
  /** Absent where there is no field to go to. */
  readonly onGoTo?: (line: number) => void;
}

function FindingPlace({ line, onGoTo }: PlaceProps): ReactNode {
  if (line === null) return null;
  const words = `line ${line}:`;
  if (onGoTo === undefined) return <strong>{`${words} `}</strong>;
  return (
    <>
      <button type="button" className="finding-line" onClick={() => onGoTo(line)}>
        {words}
      </button>{' '}
    </>
  );
}

interface PlaceProps {
  readonly line: number | null;
  readonly onGoTo: FindingListProps['onGoTo'];
}
