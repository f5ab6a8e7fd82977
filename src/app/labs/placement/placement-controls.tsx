import type { ReactNode } from 'react';
import type { PlacementScenario } from '../../../core/ecs/labs/placement/placement-scenario.ts';
import { CheckBox, NumberBox, SelectBox, TextBox } from '../frame/fields.tsx';
import type { ControlsProps } from '../lab-view.ts';
import { StrategyList } from './strategy-list.tsx';

type Props = ControlsProps<PlacementScenario>;

export function PlacementControls({ draft, onChange }: Props): ReactNode {
  const change = (part: Partial<PlacementScenario>) => onChange({ ...draft, ...part });
  return (
    <div className="lab-fields">
      <SelectBox label="What happens" value={draft.action} values={actions} onChange={(action) => change({ action })} />
      <SelectBox
        label="Launch type"
        value={draft.launchType}
        values={launchTypes}
        onChange={(launchType) => change({ launchType })}
      />
      <NumberBox label="Tasks" value={draft.count} least={1} most={20} onChange={(count) => change({ count })} />
      <TaskFields draft={draft} onChange={onChange} />
      <StrategyList value={draft.placementStrategy} onChange={(placementStrategy) => change({ placementStrategy })} />
      <ConstraintFields draft={draft} onChange={onChange} />
      <InstanceFields draft={draft} onChange={onChange} />
    </div>
  );
}

const actions = [
  ['place', 'Tasks are placed'],
  ['scale in', 'Tasks stop (scale in)'],
] as const;
const launchTypes = [
  ['EC2', 'EC2'],
  ['FARGATE', 'Fargate'],
] as const;

function TaskFields({ draft, onChange }: Props): ReactNode {
  const { task } = draft;
  const change = (part: Partial<typeof task>) => onChange({ ...draft, task: { ...task, ...part } });
  return (
    <>
      <NumberBox
        label="CPU units of a task"
        value={task.cpu}
        least={1}
        most={65_536}
        onChange={(cpu) => change({ cpu })}
      />
      <NumberBox
        label="MiB of a task"
        value={task.memory}
        least={4}
        most={1_048_576}
        onChange={(memory) => change({ memory })}
      />
      <NumberBox
        label="hostPort"
        value={task.hostPort}
        least={0}
        most={65_535}
        onChange={(hostPort) => change({ hostPort })}
      />
    </>
  );
}

function ConstraintFields({ draft, onChange }: Props): ReactNode {
  const all = draft.placementConstraints;
  const put = (placementConstraints: typeof all) => onChange({ ...draft, placementConstraints });
  const hasDistinct = all.some(({ type }) => type === 'distinctInstance');
  const others = all.filter(({ type }) => type !== 'distinctInstance');
  return (
    <fieldset className="lab-list">
      <legend>Constraints</legend>
      <CheckBox
        label="distinctInstance: each task on an instance of its own"
        checked={hasDistinct}
        onChange={(checked) => put(checked ? [...others, { type: 'distinctInstance' }] : others)}
      />
      {all.map((each, at) =>
        each.type !== 'memberOf' ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a constraint is its place
          <div key={at} className="lab-row">
            <TextBox
              label={`memberOf, expression ${at + 1}`}
              value={each.expression}
              onChange={(expression) => put(all.with(at, { type: 'memberOf', expression }))}
            />
            <button type="button" className="button" onClick={() => put(all.toSpliced(at, 1))}>
              {`Remove expression ${at + 1}`}
            </button>
          </div>
        ),
      )}
      <button
        type="button"
        className="button"
        onClick={() => put([...all, { type: 'memberOf', expression: 'attribute:ecs.instance-type == c5.large' }])}
      >
        Add an expression
      </button>
    </fieldset>
  );
}

/** Instances come, go and are drained; what else is to be changed of them is for the JSON. */
function InstanceFields({ draft, onChange }: Props): ReactNode {
  const { instances } = draft;
  const put = (next: typeof instances) => onChange({ ...draft, instances: next });
  return (
    <fieldset className="lab-list">
      <legend>Instances</legend>
      {instances.map((each, at) => (
        <div key={each.id} className="lab-row">
          <CheckBox
            label={`${each.id} (${each.zone}, ${each.type}) is draining`}
            checked={each.status === 'DRAINING'}
            onChange={(checked) => put(instances.with(at, { ...each, status: checked ? 'DRAINING' : 'ACTIVE' }))}
          />
          <button type="button" className="button" onClick={() => put(instances.toSpliced(at, 1))}>
            {`Remove ${each.id}`}
          </button>
        </div>
      ))}
      <button type="button" className="button" onClick={() => put([...instances, newInstance(instances)])}>
        Add an empty instance
      </button>
    </fieldset>
  );
}

/** In the zone with the fewest. */
function newInstance(instances: PlacementScenario['instances']): PlacementScenario['instances'][number] {
  const ids = new Set(instances.map(({ id }) => id));
  const id = Array.from({ length: ids.size + 1 }, (_, n) => `i-0${n + 1}`).find((each) => !ids.has(each)) ?? 'i-new';
  const inZone = (zone: string) => instances.filter((each) => each.zone === zone).length;
  const zone = ['us-east-1a', 'us-east-1b', 'us-east-1c'].toSorted((a, b) => inZone(a) - inZone(b))[0] ?? 'us-east-1a';
  return { id, zone, type: 'c5.large', cpu: 2048, memory: 3712, tasks: [], status: 'ACTIVE' };
}
