import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { examsPath } from '../../../core/exam/exam-path.ts';
import type { ExamStore } from '../../store/exam/exam-store.ts';
import { Icon } from '../frame/icon.tsx';
import { ScreenHeading } from '../frame/screen-heading.tsx';
import { HelpLink } from '../frame/shell.tsx';
import { SaveMark } from '../record/save-state.tsx';
import { ExamClock } from './exam-clock.tsx';

interface ExamBarProps {
  readonly exam: ExamStore;
  /** Whether questions are on the desk. */
  readonly isOpen: boolean;
  onHandIn(): void;
}

/** The way out, the clock, and the end of the exam. Leaving asks nothing: every answer is written as it is given. */
export function ExamBar({ exam, isOpen, onHandIn }: ExamBarProps): ReactNode {
  const { paper, progress } = useStore(exam, (state) => state.attempt);
  const pause = () => exam.getState().act({ t: 'pause' });
  return (
    <header className="session-bar exam-bar">
      <Link href={examsPath} className="top-link">
        <Icon name="back" /> Exit
      </Link>
      <ScreenHeading title={paper.isStrict ? 'Strict exam' : 'Practice exam'} takesFocus={false} />
      <SaveMark />
      <div className="session-tools">
        {paper.limitMs === null || progress.leftMs === null ? null : (
          <ExamClock leftMs={progress.leftMs} limitMs={paper.limitMs} />
        )}
        {paper.isStrict || !isOpen ? null : (
          <button type="button" className="top-link exam-tool" onClick={pause}>
            Pause
          </button>
        )}
        {isOpen ? (
          <button type="button" className="button" onClick={onHandIn}>
            Submit
          </button>
        ) : null}
        <HelpLink />
      </div>
    </header>
  );
}
