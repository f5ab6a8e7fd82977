import type { ReactNode } from 'react';
import type { EngineFinding } from '../../../core/ecs/verdicts/engine-finding.ts';
import { Worded } from '../../parts/text/worded.tsx';

/** What is wrong, or told nowhere, each with what to do about it. */
export function LabFindings({ findings }: { readonly findings: readonly EngineFinding[] }): ReactNode {
  if (findings.length === 0) return null;
  return (
    <ul className="lab-findings" role="status">
      {findings.map(({ code, pointer, message, fix, standing }) => (
        <li key={`${code}${pointer}${message}`}>
          <b>
            {standing === 'not documented' ? 'Not documented.' : standing === 'wrong' ? 'This cannot be.' : 'Careful.'}
          </b>{' '}
          <Worded text={`${message} ${fix}`} />
        </li>
      ))}
    </ul>
  );
}
