import { useEffect } from 'react';
import type { ExamStore } from '../../store/exam/exam-store.ts';

const tickMs = 500;

/** The clock of an exam goes while its page is open; when the page is left the exam is put down. */
export function useExamTick(exam: ExamStore): void {
  useEffect(() => {
    const timer = setInterval(() => exam.getState().tick(), tickMs);
    const putDown = () => exam.getState().putDown();
    const look = () => exam.getState().tick();
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) exam.getState().comeBack();
    };
    addEventListener('pagehide', putDown);
    addEventListener('pageshow', comeBack);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', putDown);
      removeEventListener('pageshow', comeBack);
      document.removeEventListener('visibilitychange', look);
      putDown();
    };
  }, [exam]);
}
