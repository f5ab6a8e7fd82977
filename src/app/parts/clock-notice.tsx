import { type ReactNode, useEffect } from 'react';
import type { Timestamp } from '../../core/model/id.ts';
import type { ClockCorrection, ClockDoubt } from '../store/record-state.ts';
import { useRecord } from '../store/stores.tsx';
import { countWords } from './interval-words.ts';
import { announce } from './live-regions.ts';

/** Asks about a clock that does not fit what else is known, and tells what was put right after a wrong one. */
export function ClockNotice(): ReactNode {
  const { doubt, corrected, shiftedTo } = useRecord((state) => state.clock);
  if (doubt !== null) return <Doubt doubt={doubt} />;
  if (shiftedTo !== null) return <Shifted to={shiftedTo} />;
  return corrected === null ? null : <Corrected corrected={corrected} />;
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

function Shifted({ to }: { readonly to: Timestamp }): ReactNode {
  const words = `Your device’s clock is wrong. In this tab your answers count from ${dateOf(to)} on. Please set the clock.`;
  useEffect(() => announce(words), [words]);
  return <p className="notice">{words}</p>;
}

function Corrected({ corrected }: { readonly corrected: ClockCorrection }): ReactNode {
  const { undoCorrection, closeCorrection } = useRecord((state) => state);
  const words = correctedWords(corrected);
  useEffect(() => announce(words), [words]);
  return (
    <section className="notice" aria-label="Times were corrected">
      <p>{words}</p>
      <div className="button-row">
        <button type="button" className="button" onClick={closeCorrection}>
          Close
        </button>
        <button type="button" className="button-quiet" onClick={undoCorrection}>
          The clock is wrong now: undo this
        </button>
      </div>
    </section>
  );
}

function correctedWords({ count, said, now }: ClockCorrection): string {
  const [were, they] = count === 1 ? ['was', 'It now counts'] : ['were', 'They now count'];
  const entries = `${countWords(count, 'entry', 'entries')} of your record ${were} dated as late as ${momentOf(said)}`;
  return `Your device’s clock was ahead: ${entries}. ${they} up to ${momentOf(now)}, so nothing stays out of reach.`;
}

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const momentFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

function dateOf(ms: Timestamp): string {
  return dateFormat.format(ms);
}

function momentOf(ms: Timestamp): string {
  return momentFormat.format(ms);
}
