import { type ReactNode, useState } from 'react';
import { announce } from '../frame/live-regions.ts';
import { FieldMessage } from './setting-fields.tsx';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const everyDayOff = 'One day of study must be left.';

/** The days of the week on which nothing is planned, as `Settings.daysOff` has them. */
export function DaysOff({ value, onChange }: DaysOffProps): ReactNode {
  const [said, setSaid] = useState('');
  const change = (digit: string, isOff: boolean) => {
    const next = [...value, digit].filter((each) => each !== digit || isOff).sort();
    const wished = [...new Set(next)].join('');
    setSaid(wished.length === days.length ? everyDayOff : '');
    if (wished.length === days.length) announce(everyDayOff);
    else onChange(wished);
  };
  return (
    <fieldset className="field days-off" aria-describedby="days-off-said days-off-hint">
      <legend>Days off</legend>
      <div className="button-row">
        {days.map((day, place) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={value.includes(String(place + 1))}
              onChange={(event) => change(String(place + 1), event.target.checked)}
            />
            {day}
          </label>
        ))}
      </div>
      <FieldMessage id="days-off-said" words={said} />
      {/* Not a hint beside a control: seven boxes leave no room for one. */}
      <div id="days-off-hint">
        <span className="field-hint">Nothing is planned for these days. You can still study on them.</span>
      </div>
    </fieldset>
  );
}

interface DaysOffProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}
