import type { ReactNode } from 'react';
import { type ScalingPicture, scalingLab } from '../../../core/ecs/labs/auto-scaling/scaling-lab.ts';
import type { ScalingScenario } from '../../../core/ecs/labs/auto-scaling/scaling-scenario.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartWords } from '../frame/part-words.tsx';
import {
  Baseline,
  ColumnBand,
  ColumnNumber,
  columnAt,
  LabChart,
  Level,
  TaskColumn,
  taskHeight,
} from '../lab-chart.tsx';
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
  return (
    <>
      <PeriodChart {...step.picture} metric={scenario.metric} />
      <p className="field-hint">
        Dots are the metric. Below, one square is a task, and a cooldown goes on where there is a frame.
      </p>
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

const [head, metricHeight, gap, tasksHeight] = [22, 110, 30, 96];
const zero = head + metricHeight;
const foot = zero + gap + tasksHeight;

type PeriodChartProps = ScalingPicture & Pick<ScalingScenario, 'metric'>;

function PeriodChart({ periods, lines, metric }: PeriodChartProps): ReactNode {
  const columns = metric.length;
  const most = Math.max(1, ...[...metric, ...lines.map(({ at }) => at)].filter((value) => value !== null));
  const yOf = (value: number) => zero - (value * metricHeight) / most;
  const each = taskHeight(Math.max(...periods.map(({ after }) => after), 8), tasksHeight);
  const isLower = (at: number) => lines.some((other) => other.at > at);
  return (
    <LabChart height={foot + 22}>
      {periods.map((period, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place
        <g key={place}>
          {period.cooldown === null ? null : (
            <ColumnBand place={place} columns={columns} y={foot - tasksHeight} height={tasksHeight} />
          )}
          <TaskColumn
            place={place}
            columns={columns}
            foot={foot}
            each={each}
            tasks={[{ ink: 'lab-new', count: period.after }]}
          />
        </g>
      ))}
      {metric.map((_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place
        <ColumnNumber key={place} place={place} columns={columns} name={place + 1} y={foot + 16} />
      ))}
      <MetricCurve periods={periods} columns={columns} yOf={yOf} />
      {lines.map(({ name, at }) => (
        <Level key={name} y={yOf(at)} words={`${name} ${at}`} isLow={isLower(at)} />
      ))}
      <Baseline y={zero} words="0" />
      <Baseline y={foot} words={periods.length === 0 ? '' : countWords(periods.at(-1)?.after ?? 0, 'task')} />
    </LabChart>
  );
}

interface MetricCurveProps extends Pick<ScalingPicture, 'periods'> {
  readonly columns: number;
  yOf(value: number): number;
}

/** A dot a period, with the latest value on the side away from its stroke; no stroke leads to or from a period without data. */
function MetricCurve({ periods, columns, yOf }: MetricCurveProps): ReactNode {
  const latest = periods.length - 1;
  return periods.map(({ metric }, place) => {
    if (metric === null) return null;
    const before = periods[place - 1]?.metric ?? null;
    const [x, y] = [`${columnAt(place, columns)}%`, yOf(metric)];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place
      <g key={place}>
        {before === null ? null : (
          <line className="lab-metric" x1={`${columnAt(place - 1, columns)}%`} y1={yOf(before)} x2={x} y2={y} />
        )}
        <circle className="lab-new" cx={x} cy={y} r="4" />
        {place === latest ? (
          <text x={x} y={before !== null && metric < before ? y + 18 : y - 8}>
            {metric}
          </text>
        ) : null}
      </g>
    );
  });
}
