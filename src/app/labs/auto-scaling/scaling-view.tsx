import type { ReactNode } from 'react';
import { type ScalingPicture, scalingLab } from '../../../core/ecs/labs/auto-scaling/scaling-lab.ts';
import type { ScalingScenario } from '../../../core/ecs/labs/auto-scaling/scaling-scenario.ts';
import { Chart, type Point } from '../../parts/progress/chart.tsx';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartWords } from '../frame/part-words.tsx';
import type { LabView, PictureProps } from '../lab-view.ts';
import { ScalingControls } from './scaling-controls.tsx';

export function ScalingLab(): ReactNode {
  return <LabFrame lab={scalingLab} view={scalingView} />;
}

const scalingView: LabView<ScalingScenario, ScalingPicture> = { Given, Controls: ScalingControls, Picture };

function Given({ scenario }: { readonly scenario: ScalingScenario }): ReactNode {
  const { policyType, targetValue, running, minCapacity, maxCapacity, cooldown, metric } = scenario;
  return (
    <dl className="lab-given">
      <dt>Service</dt>
      <dd>{`${running} running, ${minCapacity} to ${maxCapacity} allowed`}</dd>
      <dt>Policy</dt>
      <dd>
        <code>{policyType}</code>{' '}
        {policyType === 'StepScaling' ? <StepWords scenario={scenario} /> : `target ${targetValue}`}
      </dd>
      <dt>Cooldown</dt>
      <dd>{cooldown === 0 ? 'none' : cooldown === 1 ? '1 period' : `${cooldown} periods`}</dd>
      <dt>Metric</dt>
      <dd>{metric.map((value) => value ?? 'none').join(', ')}</dd>
    </dl>
  );
}

function StepWords({ scenario: { scaleOut, scaleIn } }: { readonly scenario: ScalingScenario }): ReactNode {
  const out = scaleOut === undefined ? [] : [`out from ${scaleOut.threshold}`];
  const back = scaleIn === undefined ? [] : [`in from ${scaleIn.threshold} down`];
  return [...out, ...back].join(', ');
}

/** The metric against its lines, the tasks of each period below it, and what each policy says. */
function Picture({ step, scenario }: PictureProps<ScalingScenario, ScalingPicture>): ReactNode {
  const { periods, lines } = step.picture;
  const values = [...scenario.metric, ...lines.map(({ at }) => at)].filter((value) => value !== null);
  const most = Math.max(1, ...values) * 1.05;
  const xOf = (place: number) => (100 * (place + 0.5)) / scenario.metric.length;
  const points = periods.map(({ metric }, place): Point | null =>
    metric === null ? null : [xOf(place), (100 * metric) / most],
  );
  return (
    <>
      <Chart
        strokes={[
          { className: 'chart-line', lines: unbroken(points) },
          { className: 'chart-dot', lines: points.flatMap((point) => (point === null ? [] : [[point]])) },
          {
            className: 'lab-bound',
            lines: lines.map(
              ({ at }) =>
                [
                  [0, (100 * at) / most],
                  [100, (100 * at) / most],
                ] as const,
            ),
          },
        ]}
        rules={[0]}
        edges={{ most: String(Math.round(most)), least: '0', from: 'period 1', to: `period ${scenario.metric.length}` }}
      />
      <div className="columns lab-columns" aria-hidden="true">
        {scenario.metric.map((_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place
          <PeriodColumn key={place} period={periods[place]} name={place + 1} />
        ))}
      </div>
      <p className="field-hint">{`Dashed: ${lines.map(({ name, at }) => `${name} ${at}`).join(', ')}. One square is a task; a hatched one is held by the cooldown.`}</p>
      <div className="lab-strips">
        {step.parts.map((part) => (
          <article key={part.name} className={`lab-bin lab-bin-${part.standing}`}>
            <h3>{part.name}</h3>
            <PartWords part={part} />
          </article>
        ))}
      </div>
    </>
  );
}

/** A line ends where there is no data, and begins anew behind it. */
function unbroken(points: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const lines: Point[][] = [[]];
  for (const point of points) {
    if (point === null) lines.push([]);
    else lines.at(-1)?.push(point);
  }
  return lines.filter(({ length }) => length > 1);
}

/** Columns stay low enough to be looked at. */
const mostSquares = 20;

interface PeriodColumnProps {
  readonly period: ScalingPicture['periods'][number] | undefined;
  readonly name: number;
}

function PeriodColumn({ period, name }: PeriodColumnProps): ReactNode {
  const squares = Math.min(period?.after ?? 0, mostSquares);
  return (
    <div>
      {Array.from({ length: squares }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a square has no identity but its place
        <i key={place} className={period?.isHeld ? 'cell cell-new' : 'cell cell-done'} />
      ))}
      <b>{name}</b>
    </div>
  );
}
