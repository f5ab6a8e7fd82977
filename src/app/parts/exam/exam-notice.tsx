import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { readAttempts } from '../../../core/exam/attempt-registers.ts';
import { examPath, examsPath } from '../../../core/exam/exam-path.ts';
import { useRecord } from '../../store/stores.tsx';
import { standWords } from './stand-words.ts';

/** On every screen but a session's own, while an exam is under way: how it stands, and the way back to it. */
export function ExamNotice(): ReactNode {
  const [path] = useLocation();
  const registers = useRecord((state) => state.registers);
  if (path === '/' || path.startsWith(examsPath)) return null;
  const open = readAttempts(registers).find(({ ending }) => ending === null);
  if (open === undefined) return null;
  return (
    <section className="banner exam-banner" aria-label="Exam under way">
      <p>{`An exam is under way: ${standWords(open)}.`}</p>
      <Link className="button" href={examPath(open.id)}>
        Go on
      </Link>
    </section>
  );
}
