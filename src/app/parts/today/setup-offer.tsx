import { type ReactNode, type SubmitEvent, type SyntheticEvent, useState } from 'react';
import { settingRules } from '../../../core/model/settings.ts';
import { dateToday } from '../../store/date-today.ts';
import { useRecord, useStores } from '../../store/stores.tsx';
import { keepFocus } from '../frame/keep-focus.ts';
import { announce } from '../frame/live-regions.ts';
import { examDateFault, halfDate, type NumberBounds, numberFault } from '../record/setting-faults.ts';
import { FieldMessage } from '../record/setting-fields.tsx';

const skippedMark = 'setup';
const minutesBounds: NumberBounds = { ...settingRules.minutesPerDay, unit: 'minutes' };

/** When is the exam, and how many minutes a day? Asked once, between sessions; both may be left out. */
export function SetupOffer(): ReactNode {
  const { ports } = useStores();
  const registers = useRecord((state) => state.registers);
  const [isClosed, setIsClosed] = useState(() => ports.marks.get(skippedMark) !== null);
  if (isClosed || registers.has('examDate') || registers.has('minutesPerDay')) return null;
  const close = (event: SyntheticEvent<HTMLElement>) => {
    keepFocus(event);
    ports.marks.set(skippedMark, 'done');
    setIsClosed(true);
  };
  return <SetupForm onClose={close} />;
}

function SetupForm({ onClose }: { readonly onClose: (event: SyntheticEvent<HTMLElement>) => void }): ReactNode {
  const { ports } = useStores();
  const { minutesPerDay } = useRecord((state) => state.settings);
  const setting = useRecord((state) => state.setting);
  const [date, setDate] = useState('');
  const [minutes, setMinutes] = useState(String(minutesPerDay));
  const [faults, setFaults] = useState({ date: '', minutes: '' });
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = document.getElementById('setup-date');
    const isHalf = field instanceof HTMLInputElement && field.validity.badInput;
    const found = faultsOf(isHalf ? null : date, minutes, dateToday(ports.clock));
    setFaults(found);
    const wrong = found.date !== '' ? 'setup-date' : found.minutes !== '' ? 'setup-minutes' : null;
    if (wrong !== null) {
      document.getElementById(wrong)?.focus();
      return;
    }
    onClose(event);
    if (date !== '') setting('examDate', date);
    setting('minutesPerDay', Number(minutes));
    announce('Saved. You can change both in Settings.');
  };
  return (
    <form className="aside setup" aria-labelledby="setup-heading" onSubmit={save} noValidate>
      <h2 id="setup-heading">Fit this to your days</h2>
      <div className="setup-fields">
        <SetupField
          id="setup-date"
          label="Exam date (if you have one)"
          fault={faults.date}
          type="date"
          value={date}
          onChange={setDate}
        />
        <SetupField
          id="setup-minutes"
          label="Minutes a day"
          fault={faults.minutes}
          type="number"
          value={minutes}
          onChange={setMinutes}
        />
      </div>
      <div className="button-row">
        <button type="submit" className="button">
          Save
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          Skip
        </button>
      </div>
    </form>
  );
}

interface SetupFaults {
  readonly date: string;
  readonly minutes: string;
}

/** `date` is null while it is not complete. */
function faultsOf(date: string | null, minutes: string, today: string): SetupFaults {
  return {
    date: date === null ? halfDate : (examDateFault(date, today)?.words ?? ''),
    minutes: numberFault(minutes, minutesBounds)?.words ?? '',
  };
}

function SetupField({ id, label, fault, onChange, ...field }: SetupFieldProps): ReactNode {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...field}
        id={id}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-fault`}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldMessage id={`${id}-fault`} words={fault} />
    </div>
  );
}

interface SetupFieldProps {
  readonly id: string;
  readonly label: string;
  readonly type: 'date' | 'number';
  readonly value: string;
  /** What is wrong with the value; empty while nothing is. */
  readonly fault: string;
  onChange(value: string): void;
}
