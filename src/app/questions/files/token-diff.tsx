import type { ReactNode } from 'react';
import type { VerdictPart } from '../../../core/model/verdict.ts';
import { Icon } from '../../parts/frame/icon.tsx';
import { LearnerText, Quoting } from '../../parts/text/learner-text.tsx';

const mostParts = 60;

/** Each part of a typed command: kept, different, missing or extra, in words. */
export function TokenDiff({ parts }: { readonly parts: readonly VerdictPart[] }): ReactNode {
  // Where all is kept, the answer stands above already.
  if (!parts.some((part) => changeOf(part) !== 'kept' || part.note !== undefined)) return null;
  return (
    <section>
      <h4>Part by part</h4>
      <ul className="token-diff">
        {parts.slice(0, mostParts).map((part, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same option may be typed twice
          <TokenLine key={position} part={part} />
        ))}
      </ul>
      {parts.length > mostParts ? <p>{`And ${parts.length - mostParts} more.`}</p> : null}
    </section>
  );
}

type Change = 'kept' | 'different' | 'missing' | 'extra';

const words: Readonly<Record<Change, string>> = {
  kept: 'Right:',
  different: 'Different:',
  missing: 'Missing:',
  extra: 'Extra:',
};

function TokenLine({ part }: { readonly part: VerdictPart }): ReactNode {
  const change = changeOf(part);
  return (
    <li className={`token token-${change}`}>
      <Icon name={change === 'kept' ? 'right' : 'wrong'} />
      <span>
        <strong>{words[change]}</strong>{' '}
        <LearnerText text={(change === 'missing' ? part.wanted : part.given) ?? part.part} />
        {change === 'different' && part.wanted !== undefined ? (
          <>
            {' should be '}
            <LearnerText text={part.wanted} />
          </>
        ) : null}
        {part.note === undefined || part.isPlain ? null : (
          <span className="token-note">
            <Quoting text={part.note} />
          </span>
        )}
      </span>
    </li>
  );
}

function changeOf({ state, wanted, isSlip }: VerdictPart): Change {
  if (state === 'right' || state === 'left') return 'kept';
  if (state === 'missed') return 'missing';
  return wanted !== undefined || isSlip ? 'different' : 'extra';
}
