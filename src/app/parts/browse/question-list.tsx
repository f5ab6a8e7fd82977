import { type ReactNode, useState } from 'react';
import type { ShelfEntry } from '../../../core/study/browse/browse-questions.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { useAsked } from '../card/use-asked.ts';
import { useFocusWhenLess } from '../frame/use-focus-when-less.ts';
import { QuestionRow } from './question-row.tsx';

/** Ten thousand rows would take seconds to draw, and nobody reads them. */
const atOnce = 50;

/** The questions in their order, some at once. */
export function QuestionList({ rows, children }: QuestionListProps): ReactNode {
  const [most, setMost] = useState(atOnce);
  const shown = rows.slice(0, most);
  const asked = useAsked(shown.map(({ question }) => question.id));
  const heading = useFocusWhenLess(rows.length);
  const left = rows.length - shown.length;
  return (
    <section className="question-list" aria-labelledby="question-count">
      <h2 id="question-count" ref={heading} tabIndex={-1}>
        {countWords(rows.length, 'question')}
      </h2>
      {children}
      {shown.length === 0 ? null : (
        <ol>
          {shown.map((entry) => (
            <QuestionRow key={entry.question.id} entry={entry} asked={asked(entry.question.id)} />
          ))}
        </ol>
      )}
      {left === 0 ? null : (
        <button type="button" className="button" onClick={() => setMost(most + atOnce)}>
          {`Show ${Math.min(atOnce, left)} more of ${left}`}
        </button>
      )}
    </section>
  );
}

interface QuestionListProps {
  readonly rows: readonly ShelfEntry[];
  /** Stands between how many there are and the questions themselves. */
  readonly children: ReactNode;
}
