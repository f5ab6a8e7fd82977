import type { ReactNode } from 'react';
import type { PlacementScenario } from '../../../core/ecs/labs/placement/placement-scenario.ts';
import { SelectBox } from '../frame/fields.tsx';

type Strategies = PlacementScenario['placementStrategy'];

/** Strategies in their order: what stands first counts first. */
export function StrategyList({ value, onChange }: StrategyListProps): ReactNode {
  return (
    <fieldset className="lab-list">
      <legend>Strategies, in order</legend>
      {value.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a strategy is its place
        <div key={at} className="lab-row">
          <SelectBox
            label={`Strategy ${at + 1}`}
            value={nameOf(each)}
            values={named(each)}
            onChange={(name) => onChange(value.with(at, strategies[name] ?? each))}
          />
          <button
            type="button"
            className="button"
            aria-disabled={at === 0}
            onClick={() => onChange(swapped(value, at))}
          >
            {`Move strategy ${at + 1} up`}
          </button>
          <button type="button" className="button" onClick={() => onChange(value.toSpliced(at, 1))}>
            {`Remove strategy ${at + 1}`}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => onChange([...value, { type: 'binpack', field: 'memory' }])}
      >
        Add a strategy
      </button>
    </fieldset>
  );
}

interface StrategyListProps {
  readonly value: Strategies;
  onChange(value: Strategies): void;
}

/** Those that the list offers; others come by JSON and stay. */
const strategies: Readonly<Record<string, Strategies[number]>> = {
  'spread(attribute:ecs.availability-zone)': { type: 'spread', field: 'attribute:ecs.availability-zone' },
  'spread(instanceId)': { type: 'spread', field: 'instanceId' },
  'binpack(memory)': { type: 'binpack', field: 'memory' },
  'binpack(cpu)': { type: 'binpack', field: 'cpu' },
  random: { type: 'random' },
};

function named(own: Strategies[number]): readonly (readonly [string, string])[] {
  return [...new Set([...Object.keys(strategies), nameOf(own)])].map((name) => [name, name]);
}

function nameOf(strategy: Strategies[number]): string {
  return 'field' in strategy ? `${strategy.type}(${strategy.field})` : strategy.type;
}

function swapped(value: Strategies, at: number): Strategies {
  const [before, own] = [value[at - 1], value[at]];
  return before === undefined || own === undefined ? value : value.with(at - 1, own).with(at, before);
}
