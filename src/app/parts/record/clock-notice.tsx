import { type ReactNode, useEffect } from 'react';
import type { Timestamp } from '../../../core/model/id.ts';
import type { TimeCorrection } from '../../../core/scheduler/fold/times/time-corrections.ts';
import type { ClockDoubt, RecordState } from '../../store/record/record-state.ts';
import { useRecord } from '../../store/stores.tsx';
import { announce } from '../frame/live-regions.ts';
import { correctionWords } from './correction-words.ts';

/** Asks about a clock that does not fit what else is known, and tells what was put right after a wrong one. */
export function ClockNotice(): ReactNode {
  const { doubt, shiftedTo } = useRecord((state) => state.clock);
  const correction = useRecord(untold);
  if (doubt !== null) return <Doubt doubt={doubt} />;
  if (shiftedTo !== null) return <Shifted to={shiftedTo} />;
  return correction === null ? null : <Corrected correction={correction} />;
}

function Doubt({ doubt }: { readonly doubt: ClockDoubt }): ReactNode {
  const judge = useRecord((state) => state.judgeClock);
  const words = doubtWords(doubt);
  useEffect(() => announce(words), [words]);
  return (
    <section className="notice" aria-label="Is the clock right?">
      <p>{words}</p>
      <div className="button-row">
        <button type="button" className="button" onClick={() => judge(true)}>
          Yes, the clock is right
        </button>
        <button type="button" className="button" onClick={() => judge(false)}>
          No, it is wrong
        </button>
      </div>
    </section>
  );
}

function doubtWords({ kind, says, known }: ClockDoubt): string {
  const clock = `Your device’s clock says ${dateOf(says)}`;
  return kind === 'ahead'
    ? `${clock}, but everything else points to about ${dateOf(known)}. Is the clock right?`
    : `${clock}, but your answers go on until ${dateOf(known)}. Is the clock right?`;
}

/** Says from when on this tab counts. */
export function Shifted({ to }: { readonly to: Timestamp }): ReactNode {
  const words = `Your device’s clock is wrong. In this tab your answers count from ${dateOf(to)} on. Please set the clock.`;
  useEffect(() => announce(words), [words]);
  return <p className="notice">{words}</p>;
}

function Corrected({ correction }: { readonly correction: TimeCorrection }): ReactNode {
  const { takeBackCorrection, remember } = useRecord((state) => state);
  const words = `Your device’s clock was wrong for a while. ${correctionWords(correction)} If those dates were right, take this back, here or later in the settings.`;
  useEffect(() => announce(words), [words]);
  return (
    <section className="notice" aria-label="Times were corrected">
      <p>{words}</p>
      <div className="button-row">
        <button type="button" className="button" onClick={() => remember(toldKey(correction), true)}>
          Close
        </button>
        <button type="button" className="button-quiet" onClick={() => takeBackCorrection(correction)}>
          Take this back
        </button>
      </div>
    </section>
  );
}

/** The newest one that the learner has not closed, in this tab or another. */
function untold({ corrections, registers }: RecordState): TimeCorrection | null {
  const isTold = ({ fixes }: TimeCorrection) => fixes.some((fix) => registers.get(`told:${fix}`) === true);
  return corrections.findLast((correction) => !isTold(correction)) ?? null;
}

function toldKey({ fixes }: TimeCorrection): string {
  return `told:${fixes[0]}`;
}

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

function dateOf(ms: Timestamp): string {
  return dateFormat.format(ms);
}
