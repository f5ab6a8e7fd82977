import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { examsPath } from '../../../core/exam/exam-path.ts';
import { mostExtensions } from '../../../core/exam/sit.ts';
import type { ExamStore } from '../../store/exam/exam-store.ts';
import { standWords } from './stand-words.ts';

interface NoticeProps {
  readonly exam: ExamStore;
}

/** What stands in place of the question, with the focus on its heading. */
export function Notice({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="sheet exam-notice">
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {children}
    </div>
  );
}

export function PauseNotice({ exam }: NoticeProps): ReactNode {
  const { attempt, act } = useStore(exam);
  const [, navigate] = useLocation();
  const [isDropping, setDropping] = useState(false);
  const drop = () => {
    act({ t: 'drop' });
    navigate(examsPath, { replace: true });
  };
  return (
    <Notice title="The exam is paused">
      <p>{`${standWords(attempt, attempt.progress.wall)}. The clock stands, and the question is out of sight.`}</p>
      <div className="button-row">
        <button type="button" className="button-primary" onClick={() => act({ t: 'resume' })}>
          Go on
        </button>
        <button type="button" className="button" aria-expanded={isDropping} onClick={() => setDropping(!isDropping)}>
          Drop this exam
        </button>
      </div>
      {isDropping ? (
        <>
          <p>Your answers in it will not be found again.</p>
          <button type="button" className="button" onClick={drop}>
            Drop it and its answers
          </button>
        </>
      ) : null}
    </Notice>
  );
}

export function TimeUpNotice({ exam }: NoticeProps): ReactNode {
  const { attempt, act } = useStore(exam);
  const left = mostExtensions - attempt.progress.extensions;
  return (
    <Notice title="Time is up">
      <p>{`${standWords(attempt, attempt.progress.wall)}.`}</p>
      <div className="button-row">
        {left <= 0 ? null : (
          <button type="button" className="button" onClick={() => act({ t: 'extend' })}>
            5 more minutes
          </button>
        )}
        <button type="button" className="button-primary" onClick={() => act({ t: 'hand-in' })}>
          Submit exam
        </button>
      </div>
    </Notice>
  );
}

export function AwayNotice({ exam }: NoticeProps): ReactNode {
  const takeOver = useStore(exam, (state) => state.takeOver);
  return (
    <Notice title="This exam is open in another tab">
      <p>Only one tab can have it on the desk, so that the clock runs once. What you answered there is kept.</p>
      <button type="button" className="button-primary" onClick={takeOver}>
        Go on here
      </button>
    </Notice>
  );
}
