import { type ReactNode, useId } from 'react';
import { useTextOf } from '../../parts/frame/use-text-of.ts';

/** A number; what is no number becomes NaN, and the scenario's own findings say what can stand here. */
export function NumberBox({ label, value, least, most, onChange }: NumberBoxProps): ReactNode {
  const id = useId();
  const [text, setText] = useTextOf(Number.isNaN(value) ? '' : String(value));
  return (
    <div className="lab-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          onChange(target.value === '' ? Number.NaN : Number(target.value));
        }}
      />
    </div>
  );
}

interface NumberBoxProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  onChange(value: number): void;
}

export function TextBox({ label, value, onChange }: TextBoxProps): ReactNode {
  const id = useId();
  return (
    <div className="lab-field lab-field-wide">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="text" spellCheck={false} value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}

interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

/** One of a few values, each with its words. */
export function SelectBox<Value extends string>({ label, value, values, onChange }: SelectBoxProps<Value>): ReactNode {
  const id = useId();
  return (
    <div className="lab-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const chosen = values.find(([each]) => each === target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {values.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SelectBoxProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly (readonly [value: Value, words: string])[];
  onChange(value: Value): void;
}

export function CheckBox({ label, checked, onChange }: CheckBoxProps): ReactNode {
  return (
    <label className="lab-check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} /> {label}
    </label>
  );
}

interface CheckBoxProps {
  readonly label: string;
  readonly checked: boolean;
  onChange(checked: boolean): void;
}
