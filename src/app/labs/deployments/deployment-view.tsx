import type { ReactNode } from 'react';
import { type DeploymentPicture, deploymentLab } from '../../../core/ecs/labs/deployments/deployment-lab.ts';
import { type DeploymentScenario, plenty } from '../../../core/ecs/labs/deployments/deployment-scenario.ts';
import { SquaresKey } from '../../parts/notebook/squares.tsx';
import { CheckBox, NumberBox } from '../frame/fields.tsx';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartStrips } from '../frame/part-strips.tsx';
import { Baseline, ColumnNumber, LabChart, Level, TaskColumn, taskHeight } from '../lab-chart.tsx';
import type { ControlsProps, LabView, PictureProps } from '../lab-view.ts';

export function DeploymentLab(): ReactNode {
  return <LabFrame lab={deploymentLab} view={deploymentView} />;
}

const deploymentView: LabView<DeploymentScenario, DeploymentPicture> = { Given, Controls, Picture };

function Given({ scenario }: { readonly scenario: DeploymentScenario }): ReactNode {
  const { desiredCount, minimumHealthyPercent, maximumPercent, room, failingTasks, circuitBreaker } = scenario;
  return (
    <dl className="lab-given">
      <dt>Service</dt>
      <dd>
        <code>{`desiredCount ${desiredCount}`}</code> <code>{`minimumHealthyPercent ${minimumHealthyPercent}`}</code>{' '}
        <code>{`maximumPercent ${maximumPercent}`}</code>
      </dd>
      <dt>Cluster</dt>
      <dd>{room >= plenty ? 'has room for as many tasks as wanted' : `has room for ${room} more`}</dd>
      <dt>New tasks</dt>
      <dd>{failingWords(failingTasks)}</dd>
      <dt>Circuit breaker</dt>
      <dd>{!circuitBreaker.enable ? 'off' : circuitBreaker.rollback ? 'on, with rollback' : 'on, without rollback'}</dd>
    </dl>
  );
}

function failingWords(tasks: number): string {
  if (tasks === 0) return 'become healthy';
  return tasks >= plenty
    ? 'all fail'
    : `the first ${tasks === 1 ? 'one fails' : `${tasks} fail`}, the others become healthy`;
}

function Controls({ draft, onChange }: ControlsProps<DeploymentScenario>): ReactNode {
  const change = (part: Partial<DeploymentScenario>) => onChange({ ...draft, ...part });
  const { circuitBreaker } = draft;
  const breaker = (part: Partial<typeof circuitBreaker>) => change({ circuitBreaker: { ...circuitBreaker, ...part } });
  return (
    <div className="lab-fields">
      <NumberBox
        label="desiredCount"
        value={draft.desiredCount}
        least={1}
        most={60}
        onChange={(desiredCount) => change({ desiredCount })}
      />
      <NumberBox
        label="minimumHealthyPercent"
        value={draft.minimumHealthyPercent}
        least={0}
        most={100}
        onChange={(minimumHealthyPercent) => change({ minimumHealthyPercent })}
      />
      <NumberBox
        label="maximumPercent"
        value={draft.maximumPercent}
        least={100}
        most={200}
        onChange={(maximumPercent) => change({ maximumPercent })}
      />
      <NumberBox
        label="Room for more tasks"
        value={draft.room}
        least={0}
        most={plenty}
        onChange={(room) => change({ room })}
      />
      <NumberBox
        label="New tasks that fail"
        value={draft.failingTasks}
        least={0}
        most={plenty}
        onChange={(failingTasks) => change({ failingTasks })}
      />
      <CheckBox label="Circuit breaker" checked={circuitBreaker.enable} onChange={(enable) => breaker({ enable })} />
      <CheckBox
        label="It rolls back"
        checked={circuitBreaker.rollback}
        onChange={(rollback) => breaker({ rollback })}
      />
      <p className="field-hint lab-wide">{`${plenty} is as much room as is wanted, and every new task that fails.`}</p>
    </div>
  );
}

/** Columns of tasks, a frame each, between the bounds; below them how things stand now. */
function Picture({ step }: PictureProps<DeploymentScenario, DeploymentPicture>): ReactNode {
  const { frames, lower, upper } = step.picture;
  const { old, starting, fresh } = frames.at(-1) ?? { old: 0, starting: 0, fresh: 0 };
  const inks = [
    Array<string>(old).fill('cell-2'),
    Array<string>(starting).fill('cell-new'),
    Array<string>(fresh).fill('cell-done'),
    [...Array<string>(old).fill('cell-2'), ...Array<string>(fresh).fill('cell-done')],
    [
      ...Array<string>(old).fill('cell-2'),
      ...Array<string>(starting).fill('cell-new'),
      ...Array<string>(fresh).fill('cell-done'),
    ],
  ];
  return (
    <>
      <FrameChart frames={frames} lower={lower} upper={upper} />
      <p className="field-hint">Columns are frames. Dashed: tasks that may run. Dotted: tasks that must be healthy.</p>
      <SquaresKey
        entries={[
          ['cell-2', 'old task'],
          ['cell-new', 'new task, starting'],
          ['cell-done', 'new task, healthy'],
        ]}
      />
      <PartStrips parts={step.parts} inksOf={(place) => inks[place] ?? []} />
    </>
  );
}

/** Only the latest frames are drawn, so that columns stay wide enough to be looked at. */
const mostFrames = 16;
const plotHeight = 144;
const head = 18;

function FrameChart({ frames, lower, upper }: DeploymentPicture): ReactNode {
  const shown = frames.slice(-mostFrames);
  const most = Math.max(upper ?? 0, ...frames.map(({ old, starting, fresh }) => old + starting + fresh), 1);
  const each = taskHeight(most, plotHeight);
  const foot = head + most * each;
  return (
    <LabChart height={foot + 22}>
      {shown.map(({ old, starting, fresh }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frame is its place
        <g key={place}>
          <TaskColumn
            place={place}
            columns={shown.length}
            foot={foot}
            each={each}
            tasks={[
              { ink: 'lab-old', count: old },
              { ink: 'lab-new', count: fresh },
              { ink: 'lab-starting', count: starting },
            ]}
          />
          <ColumnNumber
            place={place}
            columns={shown.length}
            name={frames.length - shown.length + place}
            y={foot + 16}
          />
        </g>
      ))}
      <Baseline y={foot} />
      {lower === null ? null : <Level y={foot - lower * each} words={`at least ${lower}`} isLow />}
      {upper === null ? null : <Level y={foot - upper * each} words={`at most ${upper}`} />}
    </LabChart>
  );
}
