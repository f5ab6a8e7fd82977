import type { ReactNode } from 'react';
import type { PortsScenario } from '../../../core/ecs/labs/ports/ports-scenario.ts';
import { NumberBox, SelectBox, TextBox } from '../frame/fields.tsx';
import type { ControlsProps } from '../lab-view.ts';
import { DefinitionJson } from './definition-json.tsx';
import { HostFields, protocols } from './host-fields.tsx';

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
      <div className="lab-beside">
        <MappingFields draft={draft} onChange={onChange} />
        <DefinitionJson draft={draft} onChange={onChange} />
      </div>
      <InboundFields draft={draft} onChange={onChange} />
      {draft.launchType === 'FARGATE' ? null : <HostFields draft={draft} onChange={onChange} />}
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
        <div key={at} className="lab-row lab-ports">
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
            label={`hostPort ${at + 1} (or empty)`}
            value={mapping.hostPort ?? Number.NaN}
            least={0}
            most={65_535}
            onChange={(hostPort) => put(all.with(at, withHostPort(mapping, hostPort)))}
          />
          <SelectBox
            label={`protocol ${at + 1}`}
            value={mapping.protocol}
            values={protocols}
            onChange={(protocol) => put(all.with(at, { ...mapping, protocol }))}
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
        <div key={at} className="lab-row lab-ports">
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
          <SelectBox
            label={`Rule ${at + 1}, protocol`}
            value={rule.protocol}
            values={protocols}
            onChange={(protocol) => put(all.with(at, { ...rule, protocol }))}
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
