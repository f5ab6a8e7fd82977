import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { readOpenAttempts } from '../../../core/exam/attempt-registers.ts';
import { examPath, examsPath } from '../../../core/exam/exam-path.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { useMayInterrupt } from '../frame/use-may-interrupt.ts';
import { standWords } from './stand-words.ts';

/** On every screen without a card, while an exam is under way: how it stands, and the way back to it. */
export function ExamNotice(): ReactNode {
  const { ports } = useStores();
  const [path] = useLocation();
  const registers = useRecord((state) => state.registers);
  const mayInterrupt = useMayInterrupt();
  if (!mayInterrupt || path.startsWith(examsPath)) return null;
  const open = readOpenAttempts(registers)[0];
  if (open === undefined) return null;
  return (
    <section className="banner exam-banner" aria-label="Exam under way">
      <p>{`An exam is under way: ${standWords(open, ports.clock.now())}.`}</p>
      <Link className="button" href={examPath(open.id)}>
        Go on
      </Link>
    </section>
  );
}
