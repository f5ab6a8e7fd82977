import { type ReactNode, useId } from 'react';

export interface RadioRow<Value> {
  readonly value: Value;
  readonly words: string;
  /** Empty where nothing needs to be said. */
  readonly hint: string;
  /** Cannot be chosen; the hint says why. */
  readonly off?: boolean;
}

/** One of several, each with a line that says what it means. */
export function RadioRows<Value extends string | number>(props: RadioRowsProps<Value>): ReactNode {
  const { legend, rows, value, onChange } = props;
  const id = useId();
  return (
    <fieldset className="radio-rows">
      <legend>{legend}</legend>
      {rows.map((row) => (
        <div className="radio-row" key={row.value}>
          <label>
            <input
              type="radio"
              name={id}
              checked={row.value === value}
              disabled={row.off}
              aria-describedby={row.hint === '' ? undefined : `${id}-${row.value}`}
              onChange={() => onChange(row.value)}
            />
            <span>{row.words}</span>
          </label>
          {row.hint === '' ? null : (
            <span className="radio-hint" id={`${id}-${row.value}`}>
              {row.hint}
            </span>
          )}
        </div>
      ))}
    </fieldset>
  );
}

interface RadioRowsProps<Value> {
  readonly legend: string;
  readonly rows: readonly RadioRow<Value>[];
  readonly value: Value;
  onChange(value: Value): void;
}
