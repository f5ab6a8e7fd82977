import { type ReactNode, useEffect, useId, useState } from 'react';

/** A number that is kept when it is left or Enter is pressed, and put right when it is out of bounds. */
export function NumberField({
  label,
  hint,
  value,
  least,
  most,
  step = 1,
  unit,
  onChange,
}: NumberFieldProps): ReactNode {
  const id = useId();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  function keep(): void {
    const wanted = Number(text);
    const next = Number.isFinite(wanted) && text.trim() !== '' ? Math.min(most, Math.max(least, wanted)) : value;
    setText(String(next));
    if (next !== value) onChange(next);
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="button-row">
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          step={step}
          value={text}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
        <span className="field-unit">{unit}</span>
      </div>
      <p id={`${id}-hint`} className="field-hint">
        {hint} {`${least} to ${most}.`}
      </p>
    </div>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly unit: string;
  readonly onChange: (value: number) => void;
}

export function DateField({ label, hint, value, onChange }: DateFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="button-row">
        <input
          id={id}
          type="date"
          value={value}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
        />
        {value === '' ? null : (
          <button type="button" className="button" onClick={() => onChange('')}>
            Clear date
          </button>
        )}
      </div>
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
