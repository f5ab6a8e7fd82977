import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { readAttempts } from '../../core/exam/attempt-registers.ts';
import { isPackOn } from '../../core/model/pack-switches.ts';
import { ExamHistory } from '../parts/exam/exam-history.tsx';
import { ExamSetup } from '../parts/exam/exam-setup.tsx';
import { LoadFailure } from '../parts/frame/load-failure.tsx';
import { Loading } from '../parts/frame/loading.tsx';
import { ScreenHeading } from '../parts/frame/screen-heading.tsx';
import { SaveBanner } from '../parts/record/save-state.tsx';
import { useRecord, useStores } from '../store/stores.tsx';

/** Where an exam is begun, gone on with, and looked back at. */
export function Exam(): ReactNode {
  const { decks, ports } = useStores();
  const { status, failure, indexes, loadIndexes } = useStore(decks);
  const opening = useRecord((state) => state.opening);
  const registers = useRecord((state) => state.registers);
  const packs = useRecord((state) => state.packs);
  useEffect(() => void loadIndexes(), [loadIndexes]);
  if (status === 'failed') return <LoadFailure what="The packs" failure={failure} onRetry={() => void loadIndexes()} />;
  if (status !== 'ready' || opening === 'opening') return <Loading what="the exam" />;
  const withExam = [...indexes.values()].filter(({ pack }) => pack.exam !== null && isPackOn(packs, pack.id));
  const attempts = readAttempts(registers);
  return (
    <div className="column exam-page">
      <ScreenHeading title="Practice exam" />
      <SaveBanner />
      {withExam.length === 0 ? (
        <div className="sheet">
          <p>No pack that is on says how its exam is made up, so there is none to sit.</p>
        </div>
      ) : (
        <ExamSetup indexes={withExam} />
      )}
      <ExamHistory attempts={attempts} now={ports.clock.now()} />
    </div>
  );
}
