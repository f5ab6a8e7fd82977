import { type ReactNode, useEffect, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { Attempt } from '../../core/exam/attempt.ts';
import { readAttempt } from '../../core/exam/attempt-registers.ts';
import { examReportPath, readExamPath } from '../../core/exam/exam-path.ts';
import { ExamDesk } from '../parts/exam/exam-desk.tsx';
import { ExamReport } from '../parts/exam/exam-report.tsx';
import { useExamTick } from '../parts/exam/use-exam-tick.ts';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { SaveBanner } from '../parts/record/save-state.tsx';
import { createExamStore } from '../store/exam/exam-store.ts';
import { useRecord, useStores } from '../store/stores.tsx';
import { NotFound } from './not-found.tsx';

/** One exam: sat while it is under way, reported on once it has ended. */
export function ExamSitting(): ReactNode {
  const [path] = useLocation();
  const named = readExamPath(path);
  const opening = useRecord((state) => state.opening);
  const registers = useRecord((state) => state.registers);
  if (opening === 'opening') {
    return (
      <>
        <SaveBanner />
        <Loading what="the exam" />
      </>
    );
  }
  const attempt = named === null ? null : readAttempt(registers, named.id);
  // What could not be read may be there.
  if (named !== null && attempt === null && opening === 'failed') return <SaveBanner />;
  if (named === null || attempt === null || attempt.ending?.by === 'dropped') return <NotFound />;
  if (attempt.ending !== null) {
    return named.isReport ? <ExamReport attempt={attempt} /> : <Redirect to={examReportPath(named.id)} replace />;
  }
  return named.isReport ? <Redirect to={`/exam/${named.id}`} replace /> : <Sat key={attempt.id} begun={attempt} />;
}

function Sat({ begun }: { readonly begun: Attempt }): ReactNode {
  const stores = useStores();
  const [exam] = useState(() => createExamStore(stores, begun));
  const { status, failure, load } = useStore(exam);
  useEffect(() => void load(), [load]);
  useExamTick(exam);
  if (status === 'failed') return <LoadFailure what="The questions" failure={failure} onRetry={() => void load()} />;
  if (status === 'loading') return <Loading what="the exam" />;
  return <ExamDesk exam={exam} />;
}
