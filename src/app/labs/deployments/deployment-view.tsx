import type { ReactNode } from 'react';
import { type DeploymentPicture, deploymentLab } from '../../../core/ecs/labs/deployments/deployment-lab.ts';
import type { DeploymentScenario } from '../../../core/ecs/labs/deployments/deployment-scenario.ts';
import { SquaresKey } from '../../parts/notebook/squares.tsx';
import { CheckBox, NumberBox } from '../frame/fields.tsx';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartStrips } from '../frame/part-strips.tsx';
import type { ControlsProps, LabView, PictureProps } from '../lab-view.ts';

export function DeploymentLab(): ReactNode {
  return <LabFrame lab={deploymentLab} view={deploymentView} />;
}

const deploymentView: LabView<DeploymentScenario, DeploymentPicture> = { Given, Controls, Picture };

/** As much as the cluster is said to hold where room is no question. */
const plenty = 1000;

function Given({ scenario }: { readonly scenario: DeploymentScenario }): ReactNode {
  const { desiredCount, minimumHealthyPercent, maximumPercent, room, newTasksFail, circuitBreaker } = scenario;
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
      <dd>{newTasksFail ? 'fail' : 'become healthy'}</dd>
      <dt>Circuit breaker</dt>
      <dd>{!circuitBreaker.enable ? 'off' : circuitBreaker.rollback ? 'on, with rollback' : 'on, without rollback'}</dd>
    </dl>
  );
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
      <CheckBox
        label="The new tasks fail"
        checked={draft.newTasksFail}
        onChange={(newTasksFail) => change({ newTasksFail })}
      />
      <CheckBox label="Circuit breaker" checked={circuitBreaker.enable} onChange={(enable) => breaker({ enable })} />
      <CheckBox
        label="It rolls back"
        checked={circuitBreaker.rollback}
        onChange={(rollback) => breaker({ rollback })}
      />
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

const [columnWidth, rowHeight] = [44, 12];
/** Room for the words of the bounds, right of the columns. */
const wordsWidth = 120;
/** What no screen is wide enough for: only the latest frames are drawn. */
const mostFrames = 16;

/** Hidden from screen readers: the parts and the table say the same. */
function FrameChart({ frames, lower, upper }: DeploymentPicture): ReactNode {
  const shown = frames.slice(-mostFrames);
  const most = Math.max(upper ?? 0, ...shown.map(({ old, starting, fresh }) => old + starting + fresh), 1);
  const height = most * rowHeight;
  const end = shown.length * columnWidth + 8;
  const width = end + wordsWidth;
  const yOf = (tasks: number) => height - tasks * rowHeight + 14;
  return (
    <svg
      className="lab-chart"
      viewBox={`0 0 ${width} ${height + 34}`}
      width={width}
      aria-hidden="true"
      focusable="false"
    >
      {shown.map(({ old, starting, fresh }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a frame is its place
        <g key={at}>
          <Column x={at * columnWidth + 8} from={0} tasks={old} ink="lab-old" yOf={yOf} />
          <Column x={at * columnWidth + 8} from={old} tasks={fresh} ink="lab-new" yOf={yOf} />
          <Column x={at * columnWidth + 8} from={old + fresh} tasks={starting} ink="lab-starting" yOf={yOf} />
          <text x={at * columnWidth + 24} y={height + 30}>
            {frames.length - shown.length + at}
          </text>
        </g>
      ))}
      <path className="lab-axis" d={`M0 ${yOf(0)}H${end}`} />
      {lower === null ? null : <Bound y={yOf(lower)} width={end} words={`at least ${lower} healthy`} isLower />}
      {upper === null ? null : <Bound y={yOf(upper)} width={end} words={`at most ${upper}`} />}
    </svg>
  );
}

interface ColumnProps {
  readonly x: number;
  readonly from: number;
  readonly tasks: number;
  readonly ink: string;
  yOf(tasks: number): number;
}

function Column({ x, from, tasks, ink, yOf }: ColumnProps): ReactNode {
  return Array.from({ length: tasks }, (_, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a task is its place
    <rect key={at} className={ink} x={x} y={yOf(from + at + 1) + 1} width={32} height={rowHeight - 2} />
  ));
}

interface BoundProps {
  readonly y: number;
  readonly width: number;
  readonly words: string;
  readonly isLower?: boolean;
}

function Bound({ y, width, words, isLower = false }: BoundProps): ReactNode {
  return (
    <>
      <path className={isLower ? 'lab-bound lab-bound-lower' : 'lab-bound'} d={`M0 ${y}H${width}`} />
      <text className="lab-bound-words" x={width + 6} y={y + 4}>
        {words}
      </text>
    </>
  );
}
