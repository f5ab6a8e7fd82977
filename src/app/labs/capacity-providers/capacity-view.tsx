import type { ReactNode } from 'react';
import { capacityLab, type Shares } from '../../../core/ecs/labs/capacity-providers/capacity-lab.ts';
import type { CapacityScenario } from '../../../core/ecs/labs/capacity-providers/capacity-scenario.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { SquaresKey } from '../../parts/notebook/squares.tsx';
import { NumberBox, TextBox } from '../frame/fields.tsx';
import { LabFrame } from '../frame/lab-frame.tsx';
import { PartStrips } from '../frame/part-strips.tsx';
import type { ControlsProps, LabView, PictureProps } from '../lab-view.ts';

export function CapacityLab(): ReactNode {
  return <LabFrame lab={capacityLab} view={capacityView} />;
}

const capacityView: LabView<CapacityScenario, Shares> = { Given, Controls, Picture };

function Given({ scenario }: { readonly scenario: CapacityScenario }): ReactNode {
  return (
    <dl className="lab-given">
      <dt>Tasks</dt>
      <dd>{scenario.count}</dd>
      {scenario.capacityProviderStrategy.map(({ capacityProvider, base, weight }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a provider may be named twice
        <div key={at} className="lab-pair">
          <dt>{capacityProvider}</dt>
          <dd>
            <code>{`base=${base}, weight=${weight}`}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Controls({ draft, onChange }: ControlsProps<CapacityScenario>): ReactNode {
  const items = draft.capacityProviderStrategy;
  const put = (capacityProviderStrategy: typeof items) => onChange({ ...draft, capacityProviderStrategy });
  return (
    <div className="lab-fields">
      <NumberBox
        label="Tasks"
        value={draft.count}
        least={0}
        most={200}
        onChange={(count) => onChange({ ...draft, count })}
      />
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a provider is its place
        <fieldset key={at} className="lab-list">
          <legend>{`Provider ${at + 1}`}</legend>
          <div className="lab-row">
            <TextBox
              label="capacityProvider"
              value={item.capacityProvider}
              onChange={(capacityProvider) => put(items.with(at, { ...item, capacityProvider }))}
            />
            <NumberBox
              label="base"
              value={item.base}
              least={0}
              most={100_000}
              onChange={(base) => put(items.with(at, { ...item, base }))}
            />
            <NumberBox
              label="weight"
              value={item.weight}
              least={0}
              most={1000}
              onChange={(weight) => put(items.with(at, { ...item, weight }))}
            />
            <button type="button" className="button" onClick={() => put(items.toSpliced(at, 1))}>
              {`Remove provider ${at + 1}`}
            </button>
          </div>
        </fieldset>
      ))}
      <button
        type="button"
        className="button"
        onClick={() =>
          put([
            ...items,
            {
              capacityProvider: items.some(({ capacityProvider }) => capacityProvider === 'FARGATE_SPOT')
                ? 'FARGATE'
                : 'FARGATE_SPOT',
              base: 0,
              weight: 1,
            },
          ])
        }
      >
        Add a provider
      </button>
      <p className="field-hint lab-wide">Left out in the API or the CLI, a weight is 0. The console fills in 1.</p>
    </div>
  );
}

function Picture({ step }: PictureProps<CapacityScenario, Shares>): ReactNode {
  const { shares } = step.picture;
  const inksOf = (place: number) => {
    const { base, byWeight } = shares[place] ?? { base: 0, byWeight: 0 };
    return [...Array<string>(base).fill('cell-done'), ...Array<string>(byWeight).fill('cell-new')];
  };
  const total = shares.reduce((sum, { base, byWeight }) => sum + base + byWeight, 0);
  return (
    <>
      <PartStrips parts={step.parts} inksOf={inksOf} />
      <SquaresKey
        entries={[
          ['cell-done', 'a task by the base'],
          ['cell-new', 'a task by weight'],
        ]}
      />
      <p className="field-hint">{`One square is a task; ${countWords(total, 'task')} so far.`}</p>
    </>
  );
}
