import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ShelfEntry } from '../../../core/study/browse/browse-questions.ts';
import { useAsked } from '../card/use-asked.ts';
import { QuestionRow } from './question-row.tsx';

/** Each changed filter draws the first rows anew: no more than a screen or two holds. */
const atFirst = 20;
/** Ten thousand rows would take seconds to draw, and nobody reads them. */
const atOnce = 50;

/** The questions in their order, some at once; of other questions than before the first ones. */
export function QuestionList({ rows, wished }: QuestionListProps): ReactNode {
  const [opened, setOpened] = useState({ wished, most: atFirst });
  const most = opened.wished === wished ? opened.most : atFirst;
  const shown = rows.slice(0, most);
  const asked = useAsked(shown.map(({ question }) => question.id));
  const list = useRef<HTMLOListElement>(null);
  const left = rows.length - shown.length;
  useLayoutEffect(() => {
    if (opened.most > atFirst) list.current?.children[opened.most - atOnce]?.querySelector('a')?.focus();
  }, [opened]);
  const showMore = () => setOpened({ wished, most: most + atOnce });
  return (
    <div className="question-list">
      <ol ref={list}>
        {shown.map((entry, place) => (
          <QuestionRow
            key={entry.question.id}
            entry={entry}
            asked={asked(entry.question.id) ?? `Question ${place + 1}`}
          />
        ))}
      </ol>
      {left === 0 ? null : (
        <button type="button" className="button" onClick={showMore}>
          {`Show ${Math.min(atOnce, left)} more of ${left}`}
        </button>
      )}
    </div>
  );
}

interface QuestionListProps {
  readonly rows: readonly ShelfEntry[];
  /** What was wished for, in one text. */
  readonly wished: string;
}
