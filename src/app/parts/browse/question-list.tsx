import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ShelfEntry } from '../../../core/study/browse/browse-questions.ts';
import { useAsked } from '../card/use-asked.ts';
import { QuestionRow } from './question-row.tsx';

/** Ten thousand rows would take seconds to draw, and nobody reads them. */
const atOnce = 50;

/** The questions in their order, some at once. */
export function QuestionList({ rows }: { readonly rows: readonly ShelfEntry[] }): ReactNode {
  const [most, setMost] = useState(atOnce);
  const shown = rows.slice(0, most);
  const asked = useAsked(shown.map(({ question }) => question.id));
  const list = useRef<HTMLOListElement>(null);
  const [toFocus, setToFocus] = useState<number | null>(null);
  const left = rows.length - shown.length;
  useLayoutEffect(() => {
    if (toFocus !== null) list.current?.children[toFocus]?.querySelector('a')?.focus();
  }, [toFocus]);
  const showMore = () => {
    setToFocus(most);
    setMost(most + atOnce);
  };
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
