import { type ReactNode, type SubmitEvent, type SyntheticEvent, useEffect, useState } from 'react';
import { useRecord, useStores } from '../store/stores.tsx';
import { keepFocus } from './keep-focus.ts';
import { announce } from './live-regions.ts';

const skippedMark = 'setup';

/** After the first cards: when is the exam, and how many minutes a day? Both may be left out. */
export function SetupOffer(): ReactNode {
  const { ports } = useStores();
  const { examDate, minutesPerDay } = useRecord((state) => state.settings);
  const setting = useRecord((state) => state.setting);
  const [date, setDate] = useState(examDate);
  const [minutes, setMinutes] = useState(String(minutesPerDay));
  const [isClosed, setIsClosed] = useState(() => ports.marks.get(skippedMark) !== null);
  useEffect(() => {
    if (!isClosed) announce('Below the card you can set an exam date and minutes a day.');
  }, [isClosed]);
  if (isClosed) return null;
  const close = (event: SyntheticEvent<HTMLElement>) => {
    keepFocus(event);
    ports.marks.set(skippedMark, 'done');
    setIsClosed(true);
  };
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (date !== '') setting('examDate', date);
    setting('minutesPerDay', Math.min(240, Math.max(5, Math.round(Number(minutes)) || minutesPerDay)));
    announce('Kept. You can change both in Settings.');
    close(event);
  };
  return (
    <form className="card setup" aria-labelledby="setup-heading" onSubmit={save}>
      <h2 id="setup-heading">Fit this to your days</h2>
      <div className="setup-fields">
        <div className="field">
          <label htmlFor="setup-date">Exam date (if you have one)</label>
          <input id="setup-date" type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="setup-minutes">Minutes a day</label>
          <input
            id="setup-minutes"
            type="number"
            min={5}
            max={240}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </div>
      </div>
      <div className="button-row">
        <button type="submit" className="button">
          Keep these
        </button>
        <button type="button" className="button-quiet" onClick={close}>
          Skip
        </button>
      </div>
    </form>
  );
}
