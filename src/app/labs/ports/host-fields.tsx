import type { ReactNode } from 'react';
import type { PortsScenario } from '../../../core/ecs/labs/ports/ports-scenario.ts';
import { CheckBox, NumberBox, SelectBox } from '../frame/fields.tsx';
import type { ControlsProps } from '../lab-view.ts';

export const protocols = [
  ['tcp', 'TCP'],
  ['udp', 'UDP'],
] as const;

/** What the instance has left: interfaces, the range of dynamic ports, and what other tasks have. */
export function HostFields({ draft, onChange }: ControlsProps<PortsScenario>): ReactNode {
  const { freeInterfaces, taken, dynamicRange } = draft;
  const put = (next: typeof taken) => onChange({ ...draft, taken: next });
  return (
    <fieldset className="lab-list">
      <legend>The instance</legend>
      <div className="lab-row lab-ports">
        <NumberBox
          label="Free network interfaces"
          value={freeInterfaces}
          least={0}
          most={20}
          onChange={(free) => onChange({ ...draft, freeInterfaces: free })}
        />
        <CheckBox
          label="It sets ECS_DYNAMIC_HOST_PORT_RANGE"
          checked={dynamicRange !== undefined}
          onChange={(isSet) => onChange(withRange(draft, isSet ? { first: 40_000, last: 40_099 } : undefined))}
        />
        {dynamicRange === undefined ? null : (
          <>
            <NumberBox
              label="First dynamic port"
              value={dynamicRange.first}
              least={1}
              most={65_535}
              onChange={(first) => onChange(withRange(draft, { ...dynamicRange, first }))}
            />
            <NumberBox
              label="Last dynamic port"
              value={dynamicRange.last}
              least={1}
              most={65_535}
              onChange={(last) => onChange(withRange(draft, { ...dynamicRange, last }))}
            />
          </>
        )}
      </div>
      {taken.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a port is its place
        <div key={at} className="lab-row lab-ports">
          <NumberBox
            label={`Port ${at + 1} of other tasks`}
            value={each.port}
            least={1}
            most={65_535}
            onChange={(port) => put(taken.with(at, { ...each, port }))}
          />
          <SelectBox
            label={`Port ${at + 1}, protocol`}
            value={each.protocol}
            values={protocols}
            onChange={(protocol) => put(taken.with(at, { ...each, protocol }))}
          />
          <button type="button" className="button" onClick={() => put(taken.toSpliced(at, 1))}>
            {`Remove port ${at + 1}`}
          </button>
        </div>
      ))}
      <button type="button" className="button" onClick={() => put([...taken, { port: 8080, protocol: 'tcp' }])}>
        Add a port that another task has
      </button>
    </fieldset>
  );
}

function withRange(
  { dynamicRange: _, ...draft }: PortsScenario,
  dynamicRange: PortsScenario['dynamicRange'],
): PortsScenario {
  return dynamicRange === undefined ? draft : { ...draft, dynamicRange };
}
