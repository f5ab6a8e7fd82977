import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isTimeUp } from '../../../core/exam/sit.ts';
import type { ExamStore } from '../../store/exam/exam-store.ts';
import { SaveBanner } from '../record/save-state.tsx';
import { ExamBar } from './exam-bar.tsx';
import { ExamNavigator } from './exam-navigator.tsx';
import { AwayNotice, PauseNotice, TimeUpNotice } from './exam-notices.tsx';
import { ExamQuestion } from './exam-question.tsx';
import { HandIn } from './hand-in.tsx';
import { useExamKeys } from './use-exam-keys.ts';

/** An exam as it is sat: the bar with the clock, the question, the squares of all questions, and nothing else. */
export function ExamDesk({ exam }: { readonly exam: ExamStore }): ReactNode {
  const { attempt, isElsewhere } = useStore(exam);
  const [isHandingIn, setHandingIn] = useState(false);
  const region = useRef<HTMLElement>(null);
  const isPaused = attempt.progress.isPaused;
  const isOpen = !isElsewhere && !isPaused && !isTimeUp(attempt);
  useEffect(() => {
    if (!isOpen) setHandingIn(false);
  }, [isOpen]);
  useExamKeys(exam, region, isOpen && !isHandingIn);
  return (
    <section className="session exam" aria-label="Exam" ref={region} tabIndex={-1}>
      <ExamBar exam={exam} isOpen={isOpen && !isHandingIn} onHandIn={() => setHandingIn(true)} />
      <SaveBanner />
      {isElsewhere ? (
        <AwayNotice exam={exam} />
      ) : isTimeUp(attempt) ? (
        <TimeUpNotice exam={exam} />
      ) : isPaused ? (
        <PauseNotice exam={exam} />
      ) : null}
      {isOpen && isHandingIn ? <HandIn exam={exam} onClose={() => setHandingIn(false)} /> : null}
      {isOpen && !isHandingIn ? (
        <div className="card-row exam-row">
          <ExamQuestion key={attempt.progress.at} exam={exam} onLast={() => setHandingIn(true)} />
          <ExamNavigator exam={exam} />
        </div>
      ) : null}
    </section>
  );
}
