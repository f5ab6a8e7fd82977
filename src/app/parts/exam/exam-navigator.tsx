import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { Place } from '../../../core/exam/attempt.ts';
import type { ExamStore } from '../../store/exam/exam-store.ts';

type Filter = 'all' | 'open' | 'flagged';

const filters: readonly (readonly [filter: Filter, words: string])[] = [
  ['all', 'All'],
  ['open', 'Not answered'],
  ['flagged', 'Flagged'],
];

/** One square a question: where the learner is, what is answered, flagged, skipped and not yet seen. */
export function ExamNavigator({ exam }: { readonly exam: ExamStore }): ReactNode {
  const { attempt } = useStore(exam);
  const { sheet, progress } = attempt;
  const squares = sheet.map((place, index) => ({ ...place, index }));
  const [filter, setFilter] = useState<Filter>('all');
  const shown = squares.filter((square) => isShown(square, filter));
  return (
    <nav className="exam-navigator" aria-label="Questions">
      <p className="aside-title">{`${progress.at + 1} of ${sheet.length}`}</p>
      <fieldset className="exam-filter">
        <legend className="visually-hidden">Which questions to list</legend>
        {filters.map(([value, words]) => (
          <label key={value}>
            <input type="radio" name="exam-filter" checked={filter === value} onChange={() => setFilter(value)} />
            <span>{`${words} ${squares.filter((square) => isShown(square, value)).length}`}</span>
          </label>
        ))}
      </fieldset>
      {shown.length === 0 ? <p className="exam-none">None.</p> : null}
      <ul className="exam-cells">
        {shown.map((square) => (
          <li key={square.index}>
            <button
              type="button"
              className={cellClass(square)}
              aria-current={square.index === progress.at ? 'step' : undefined}
              onClick={() => exam.getState().act({ t: 'go', to: square.index })}
            >
              <span className="visually-hidden">Question </span>
              {square.index + 1}
              <span className="visually-hidden">{`, ${stateWords(square)}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Square extends Place {
  readonly index: number;
}

function isShown({ isAnswered, isFlagged }: Square, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'open' ? !isAnswered : isFlagged;
}

function stateWords({ isAnswered, isSeen, isFlagged }: Square): string {
  const state = isAnswered ? 'answered' : isSeen ? 'skipped' : 'not seen';
  return isFlagged ? `${state}, flagged` : state;
}

function cellClass({ isAnswered, isSeen, isFlagged }: Square): string {
  const state = isAnswered ? 'exam-cell-answered' : isSeen ? 'exam-cell-skipped' : 'exam-cell-unseen';
  return `exam-cell ${state}${isFlagged ? ' exam-cell-flagged' : ''}`;
}
