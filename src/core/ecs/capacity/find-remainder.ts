import { countWords } from '../../text/count-words.ts';
import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import type { StrategyItem } from './check-strategy.ts';

/** V8: whether tasks are left over after the weights, which AWS gives to nobody in its texts. */
export function findRemainder(strategy: readonly StrategyItem[], rest: number): EngineFinding | null {
  const weights = strategy.map(({ weight = 0 }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (rest === 0 || weights.every((weight) => (rest * weight) % total === 0)) return null;
  const message = `${countWords(rest, 'task')} ${rest === 1 ? 'does' : 'do'} not divide by the weights ${weights.join(' : ')}, and no rule for the remainder is documented.`;
  return findingOf('not documented', 'V8', '', message, `Let the tasks beyond the base be a multiple of ${total}.`);
}
