import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ExamStore } from '../../store/exam/exam-store.ts';
import { Notice } from './exam-notices.tsx';
import { durationWords } from './time-words.ts';

interface HandInProps {
  readonly exam: ExamStore;
  onClose(): void;
}

/** Asks once more before the exam ends, and leads to what is still open. */
export function HandIn({ exam, onClose }: HandInProps): ReactNode {
  const { attempt, act } = useStore(exam);
  const { sheet, progress } = attempt;
  const open = sheet.flatMap(({ isAnswered }, index) => (isAnswered ? [] : [index]));
  const flagged = sheet.flatMap(({ isFlagged }, index) => (isFlagged ? [index] : []));
  const time = progress.leftMs === null ? '' : ` Time left: ${durationWords(progress.leftMs)}.`;
  const goTo = (index: number) => {
    act({ t: 'go', to: index });
    onClose();
  };
  return (
    <Notice title="Submit the exam?">
      <p>{`${open.length} not answered, ${flagged.length} flagged.${time}`}</p>
      <Numbers title="Not answered" numbers={open} onGo={goTo} />
      <Numbers title="Flagged" numbers={flagged} onGo={goTo} />
      <div className="button-row">
        <button type="button" className="button" onClick={onClose}>
          Keep working
        </button>
        <button type="button" className="button-primary" onClick={() => act({ t: 'hand-in' })}>
          Submit exam
        </button>
      </div>
    </Notice>
  );
}

interface NumbersProps {
  readonly title: string;
  readonly numbers: readonly number[];
  onGo(index: number): void;
}

function Numbers({ title, numbers, onGo }: NumbersProps): ReactNode {
  if (numbers.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="exam-cells">
        {numbers.map((index) => (
          <li key={index}>
            <button type="button" className="exam-cell" onClick={() => onGo(index)}>
              <span className="visually-hidden">Question </span>
              {index + 1}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
