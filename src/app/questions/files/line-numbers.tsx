import { Fragment, type ReactNode, type RefObject } from 'react';

/** No file that can be right has more lines; a pasted book must not make a page of numbers. */
const mostNumbers = 2000;

/** The column of numbers beside an editor. A marked line carries a sign as well as a colour. */
export function LineNumbers({ numbers, lines, marks }: LineNumbersProps): ReactNode {
  const shown = Math.min(lines, mostNumbers);
  const marked = [...marks].filter((line) => line <= shown).sort((a, b) => a - b);
  return (
    <pre className="editor-numbers" aria-hidden="true" ref={numbers}>
      {marked.map((line, index) => (
        <Fragment key={line}>
          {run((marked[index - 1] ?? 0) + 1, line - 1)}
          <span className="editor-mark">{`▸ ${line}`}</span>
          {'\n'}
        </Fragment>
      ))}
      {run((marked.at(-1) ?? 0) + 1, shown)}
    </pre>
  );
}

interface LineNumbersProps {
  readonly numbers: RefObject<HTMLPreElement | null> | null;
  readonly lines: number;
  readonly marks: ReadonlySet<number>;
}

function run(first: number, last: number): string {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => `${first + index}\n`).join('');
}
