import { type ReactNode, useId, useState } from 'react';
import { definitionOf, type PortsScenario, withDefinition } from '../../../core/ecs/labs/ports/ports-scenario.ts';
import { useTextOf } from '../../parts/frame/use-text-of.ts';
import { NumberBox, SelectBox, TextBox } from '../frame/fields.tsx';
import type { ControlsProps } from '../lab-view.ts';

type Props = ControlsProps<PortsScenario>;

export function PortsControls({ draft, onChange }: Props): ReactNode {
  const change = (part: Partial<PortsScenario>) => onChange({ ...draft, ...part });
  return (
    <div className="lab-fields">
      <SelectBox
        label="Launch type"
        value={draft.launchType}
        values={launchTypes}
        onChange={(launchType) => change({ launchType })}
      />
      <SelectBox
        label="Network mode"
        value={draft.networkMode}
        values={modes}
        onChange={(networkMode) => change({ networkMode })}
      />
      <NumberBox label="Copies" value={draft.copies} least={1} most={4} onChange={(copies) => change({ copies })} />
      <NumberBox
        label="Free network interfaces"
        value={draft.freeInterfaces}
        least={0}
        most={20}
        onChange={(freeInterfaces) => change({ freeInterfaces })}
      />
      <MappingFields draft={draft} onChange={onChange} />
      <DefinitionJson draft={draft} onChange={onChange} />
      <InboundFields draft={draft} onChange={onChange} />
    </div>
  );
}

const launchTypes = [
  ['EC2', 'EC2'],
  ['FARGATE', 'Fargate'],
] as const;
const modes = [
  ['bridge', 'bridge'],
  ['host', 'host'],
  ['awsvpc', 'awsvpc'],
  ['none', 'none'],
  ['default', 'default (Windows)'],
] as const;

function MappingFields({ draft, onChange }: Props): ReactNode {
  const all = draft.portMappings;
  const put = (portMappings: typeof all) => onChange({ ...draft, portMappings });
  return (
    <fieldset className="lab-list">
      <legend>Port mappings</legend>
      {all.map((mapping, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mapping is its place
        <div key={at} className="lab-row">
          <TextBox
            label={`Container ${at + 1}`}
            value={mapping.container}
            onChange={(container) => put(all.with(at, { ...mapping, container }))}
          />
          <NumberBox
            label={`containerPort ${at + 1}`}
            value={mapping.containerPort}
            least={1}
            most={65_535}
            onChange={(containerPort) => put(all.with(at, { ...mapping, containerPort }))}
          />
          <NumberBox
            label={`hostPort ${at + 1} (may be empty)`}
            value={mapping.hostPort ?? Number.NaN}
            least={0}
            most={65_535}
            onChange={(hostPort) => put(all.with(at, withHostPort(mapping, hostPort)))}
          />
          <button type="button" className="button" onClick={() => put(all.toSpliced(at, 1))}>
            {`Remove mapping ${at + 1}`}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => put([...all, { container: 'web', containerPort: 8080 + all.length, protocol: 'tcp' }])}
      >
        Add a mapping
      </button>
    </fieldset>
  );
}

type Mapping = PortsScenario['portMappings'][number];

/** An empty field is a port that is left out. */
function withHostPort({ hostPort: _, ...mapping }: Mapping, hostPort: number): Mapping {
  return Number.isNaN(hostPort) ? mapping : { ...mapping, hostPort };
}

function InboundFields({ draft, onChange }: Props): ReactNode {
  const all = draft.inbound;
  const put = (inbound: typeof all) => onChange({ ...draft, inbound });
  return (
    <fieldset className="lab-list">
      <legend>The security group lets in from the load balancer</legend>
      {all.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place
        <div key={at} className="lab-row">
          <NumberBox
            label={`Rule ${at + 1}, first port`}
            value={rule.first}
            least={1}
            most={65_535}
            onChange={(first) => put(all.with(at, { ...rule, first }))}
          />
          <NumberBox
            label={`Rule ${at + 1}, last port`}
            value={rule.last}
            least={1}
            most={65_535}
            onChange={(last) => put(all.with(at, { ...rule, last }))}
          />
          <button type="button" className="button" onClick={() => put(all.toSpliced(at, 1))}>
            {`Remove rule ${at + 1}`}
          </button>
        </div>
      ))}
      <button type="button" className="button" onClick={() => put([...all, { first: 80, last: 80, protocol: 'tcp' }])}>
        Add a rule
      </button>
    </fieldset>
  );
}

/** The same mappings as they stand in a task definition; what is written here goes into the fields, and the other way round. */
function DefinitionJson({ draft, onChange }: Props): ReactNode {
  const id = useId();
  const [text, setText] = useTextOf(JSON.stringify(definitionOf(draft), null, 2));
  const [fault, setFault] = useState('');
  function take(): void {
    const read = readDefinition(draft, text);
    setFault(typeof read === 'string' ? read : '');
    if (typeof read !== 'string') onChange(read);
  }
  return (
    <div className="lab-field lab-wide">
      <label htmlFor={id}>In the task definition</label>
      <textarea
        id={id}
        rows={10}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => setText(target.value)}
        onBlur={take}
      />
      <p id={`${id}-fault`} className="field-hint" role="status">
        {fault === '' ? 'Taken when you leave the field.' : fault}
      </p>
    </div>
  );
}

/** The scenario with what the text says, or why it cannot be. */
function readDefinition(draft: PortsScenario, text: string): PortsScenario | string {
  try {
    const { value, diagnostics } = withDefinition(draft, JSON.parse(text));
    return value ?? `${diagnostics.map(({ message, fix }) => `${message} ${fix}`).join(' ')} Nothing was changed.`;
  } catch (error) {
    return `This is no JSON, so nothing was changed. ${error instanceof Error ? error.message : ''}`;
  }
}
