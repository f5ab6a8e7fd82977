import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';
import type { TimeCorrection } from '../../../core/scheduler/fold/times/time-corrections.ts';
import { useRecord } from '../../store/stores.tsx';
import { keepFocus } from '../frame/keep-focus.ts';
import { announce } from '../frame/live-regions.ts';
import { Shifted } from './clock-notice.tsx';
import { correctionWords } from './correction-words.ts';

const takenBackWords = 'Taken back: the dates are what they were.';

/** What was corrected after a wrong clock, and holds: each can be taken back at any time. */
export function CorrectedTimes(): ReactNode {
  const corrections = useRecord((state) => state.corrections);
  const shiftedTo = useRecord((state) => state.clock.shiftedTo);
  const takeBack = useRecord((state) => state.takeBackCorrection);
  const [isTakenBack, setTakenBack] = useState(false);
  if (corrections.length === 0 && !isTakenBack) return null;
  const act = (correction: TimeCorrection) => {
    takeBack(correction);
    setTakenBack(true);
    announce(takenBackWords);
  };
  return (
    <section aria-labelledby="corrected-times">
      <h3 id="corrected-times">Corrected times</h3>
      {corrections.length === 0 ? null : <p>{aboutWords}</p>}
      <ul className="corrections">
        {corrections.toReversed().map((correction) => (
          <Correction key={correction.fixes[0]} correction={correction} onTakeBack={() => act(correction)} />
        ))}
      </ul>
      {isTakenBack ? <p>{takenBackWords}</p> : null}
      {isTakenBack && shiftedTo !== null ? <Shifted to={shiftedTo} /> : null}
    </section>
  );
}

const aboutWords =
  'Your device’s clock and the dates of these entries did not fit together, so the dates were changed. If they were right, take the change back.';

interface CorrectionProps {
  readonly correction: TimeCorrection;
  readonly onTakeBack: () => void;
}

function Correction({ correction, onTakeBack }: CorrectionProps): ReactNode {
  const wordsId = useId();
  const act = (event: SyntheticEvent<HTMLElement>) => {
    keepFocus(event);
    onTakeBack();
  };
  return (
    <li>
      <p id={wordsId}>{correctionWords(correction)}</p>
      <button type="button" className="button" aria-describedby={wordsId} onClick={act}>
        Take back
      </button>
    </li>
  );
}
