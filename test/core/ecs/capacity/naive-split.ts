import type { StrategyItem } from '../../../../src/core/ecs/capacity/check-strategy.ts';

/**
 * Tasks given out one at a time: to the provider that has a base while it lasts, then to the one that is furthest
 * behind its share (the divisors 1, 3, 5 of Sainte-Laguë). Where shares are whole, this ends at the shares.
 */
export function naiveSplit(strategy: readonly StrategyItem[], count: number): readonly number[] {
  const tasks = strategy.map(() => 0);
  const byWeight = strategy.map(() => 0);
  for (let task = 0; task < count; task += 1) {
    const first = strategy.findIndex(({ base = 0 }, at) => tasks[at]! - byWeight[at]! < base);
    const at = first >= 0 ? first : furthestBehind(strategy, byWeight);
    tasks[at]! += 1;
    if (first < 0) byWeight[at]! += 1;
  }
  return tasks;
}

function furthestBehind(strategy: readonly StrategyItem[], given: readonly number[]): number {
  const claims = strategy.map(({ weight = 0 }, at) => weight / (2 * given[at]! + 1));
  return claims.indexOf(Math.max(...claims));
}
