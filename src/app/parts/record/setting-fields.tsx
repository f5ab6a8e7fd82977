import { type ReactNode, useId, useState } from 'react';
import { announce } from '../frame/live-regions.ts';
import { useTextOf } from '../frame/use-text-of.ts';
import { examDateFault, halfDate, type NumberBounds, numberFault } from './setting-faults.ts';

/** A number that is kept when it is left or Enter is pressed; what cannot be is put right, and words say so. */
export function NumberField({ label, hint, value, bounds, step = 1, onChange }: NumberFieldProps): ReactNode {
  const id = useId();
  const [text, setText] = useTextOf(String(value));
  const [said, setSaid] = useState('');
  const { least, most, unit } = bounds;
  function keep(): void {
    const fault = numberFault(text, bounds);
    const next = fault === null ? Number(text) : (fault.nearest ?? value);
    setText(String(next));
    if (next !== value) onChange(next);
    if (fault === null) return;
    const words = `${fault.words} It ${fault.nearest === null ? 'is still' : 'is now'} ${next}.`;
    setSaid(words);
    announce(words);
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="button-row number-row">
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          step={step}
          value={text}
          aria-describedby={`${id}-said ${id}-hint`}
          onChange={(event) => {
            setText(event.target.value);
            setSaid('');
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
        <span className="field-unit">{unit}</span>
      </div>
      <FieldMessage id={`${id}-said`} words={said} />
      <p id={`${id}-hint`} className="field-hint">
        {hint} {`From ${least} to ${most}.`}
      </p>
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly bounds: NumberBounds;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

/** What was wrong with a field; nothing while all is well. */
export function FieldMessage({ id, words }: { readonly id: string; readonly words: string }): ReactNode {
  if (words === '') return null;
  return (
    <p id={id} className="field-message">
      {words}
    </p>
  );
}

/** While it is typed a year is 0002, then 0020: nothing is said of it before it has four digits. */
const firstWholeYear = '1000';

/** A day from today on, or none. One that cannot be is refused in words, and the one before it stays. */
export function DateField({ label, hint, value, today, onChange }: DateFieldProps): ReactNode {
  const id = useId();
  const [text, setText] = useTextOf(value);
  const [said, setSaid] = useState('');
  function say(words: string): void {
    setSaid(words);
    if (words !== '') announce(words);
  }
  function take(next: string, isLeft: boolean): void {
    const fault = next === value ? null : examDateFault(next, today);
    const words = fault !== null && (isLeft || next >= firstWholeYear) ? `${fault.words} Nothing was changed.` : '';
    say(words);
    if (fault === null && next !== value) onChange(next);
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="button-row">
        <input
          id={id}
          type="date"
          min={today}
          value={text}
          aria-describedby={`${id}-said ${id}-hint`}
          onChange={({ target }) => {
            setText(target.value);
            if (!target.validity.badInput) take(target.value, false);
          }}
          onBlur={({ target }) => {
            if (target.validity.badInput) say(`${halfDate} Nothing was changed.`);
            else if (said === '') take(target.value, true);
          }}
        />
        {value === '' ? null : (
          <button type="button" className="button" onClick={() => onChange('')}>
            Clear date
          </button>
        )}
      </div>
      <FieldMessage id={`${id}-said`} words={said} />
      <p id={`${id}-hint`} className="field-hint">
        {hint}
      </p>
    </div>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly hint: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  /** The first day that can be chosen, `YYYY-MM-DD`. */
  readonly today: string;
  readonly onChange: (value: string) => void;
}

export function Switch({ label, hint, checked, onChange }: SwitchProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <div className="switch">
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      <p id={`${id}-hint`} className="field-hint">
        {hint}
      </p>
    </div>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A few named values to choose one from. */
export function Choices<Value extends string>({ legend, value, values, onChange }: ChoicesProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className="field choices">
      <legend>{legend}</legend>
      {values.map(([option, label]) => (
        <label key={option} className="switch">
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly values: readonly (readonly [value: Value, label: string])[];
  readonly onChange: (value: Value) => void;
}
