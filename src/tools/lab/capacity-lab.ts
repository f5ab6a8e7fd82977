import type { StrategyItem } from '../../core/ecs/capacity/check-strategy.ts';
import { explainSplit } from '../../core/ecs/capacity/split-by-capacity-provider.ts';
import { seededRandom } from '../../core/text/seeded-random.ts';
import { type LabSheet, tableOf } from './lab-sheet.ts';

/** A service on two or three providers; about one in five does not divide. */
export function capacityLab(seed: number): LabSheet {
  const random = seededRandom(seed);
  const names = random(2) === 0 ? ['FARGATE', 'FARGATE_SPOT'] : ['blue', 'green', 'red'];
  const base = random(4);
  const strategy = names.map((capacityProvider, at) => ({
    capacityProvider,
    weight: 1 + random(4),
    ...(at === 0 && base > 0 ? { base } : {}),
  }));
  const total = strategy.reduce((sum, { weight }) => sum + weight, 0);
  const count = base + total * (1 + random(4)) + (random(5) === 0 ? 1 : 0);
  return {
    given: [
      `A service wants ${count} tasks. How many does each capacity provider start?`,
      '',
      ...tableOf([['provider', 'base', 'weight'], ...strategy.map(rowOf)]),
    ],
    answer: answerOf(strategy, count),
  };
}

function rowOf({ capacityProvider, base = 0, weight = 0 }: StrategyItem): readonly (string | number)[] {
  return [capacityProvider, base, weight];
}

function answerOf(strategy: readonly StrategyItem[], count: number): readonly string[] {
  const { value, diagnostics } = explainSplit(strategy, count);
  if (value === null) return diagnostics.map(({ code, message }) => `${code}: ${message}`);
  return [
    `The base takes ${count - value.rest}; the other ${value.rest} are divided by weight, ${value.totalWeight} in all.`,
    '',
    ...tableOf([
      ['provider', 'by base', 'by weight', 'tasks'],
      ...strategy.map(({ capacityProvider }, at) => [
        capacityProvider,
        value.base[at] ?? 0,
        value.byWeight[at] ?? 0,
        value.counts[at] ?? 0,
      ]),
    ]),
  ];
}
