import type { ReactNode } from 'react';
import { VisibleText } from '../../parts/text/learner-text.tsx';
import { GivenAnswer } from '../given-answer.tsx';
import { countLines } from './line-now.ts';
import { LineNumbers } from './line-numbers.tsx';

const longestShown = 8000;

/** The learner's file as it was checked, with the numbers of its lines and marks on those that were found wrong. */
export function GivenFile({ text, isRight, marks }: GivenFileProps): ReactNode {
  const shown = text.slice(0, longestShown);
  const hidden = text.length - shown.length;
  return (
    <GivenAnswer isRight={isRight}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="given-file" aria-label="Your answer" tabIndex={0} data-2d dir="ltr">
        <LineNumbers numbers={null} lines={countLines(shown)} marks={marks} />
        <pre>
          <VisibleText text={shown} />
        </pre>
      </section>
      {hidden > 0 ? <p>{`And ${hidden.toLocaleString('en')} more characters.`}</p> : null}
    </GivenAnswer>
  );
}

interface GivenFileProps {
  readonly text: string;
  readonly isRight: boolean;
  readonly marks: ReadonlySet<number>;
}
