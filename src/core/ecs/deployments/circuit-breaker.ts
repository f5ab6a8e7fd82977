import type { Outcome } from '../../model/diagnostic.ts';
import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import { wholeQuotient } from './deployment-bounds.ts';

/** Named as in API-ECS `ThresholdConfiguration`; `BOUNDED_PERCENT` of 50 when a service names none. */
export interface ThresholdConfiguration {
  readonly type: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT';
  readonly value: number;
}

const usual: ThresholdConfiguration = { type: 'BOUNDED_PERCENT', value: 50 };
const least = 3;
const most = 200;

/**
 * D8: failed tasks at which the circuit breaker stops a rolling deployment.
 *
 * No value where a percentage gives a fraction whose rounding decides and is not documented (D10).
 *
 * @param desired tasks, a whole number.
 * @throws when the value of the configuration is no whole number from 1.
 * Source: API-ECS `DeploymentCircuitBreaker`, `ThresholdConfiguration`.
 */
export function circuitBreakerThreshold(desired: number, configuration = usual): Outcome<number, EngineFinding> {
  const { type, value } = configuration;
  if (!Number.isInteger(value) || value < 1) throw new Error(`Inconsistent: a threshold of ${value}`);
  if (type === 'COUNT') return { value, diagnostics: [] };
  const bounded = (share: number) => (type === 'UNBOUNDED_PERCENT' ? share : Math.min(Math.max(share, least), most));
  const down = bounded(wholeQuotient(desired * value, 100));
  const up = bounded(wholeQuotient(desired * value + 99, 100));
  const isDocumented = type === usual.type && value === usual.value;
  if (down === up || isDocumented) return { value: up, diagnostics: [] };
  const message = `${value} % of ${desired} tasks is ${down} or ${up}: how AWS rounds is documented of its default alone.`;
  return { value: null, diagnostics: [findingOf('not documented', 'D10', '', message, 'Take numbers that divide.')] };
}

/**
 * D9: after how many tasks the breaker trips, counted from 1; null when it does not. A healthy task resets the count if
 * the service says so.
 */
export function tripsAfter(
  threshold: number,
  tasks: readonly ('failed' | 'healthy')[],
  resetsOnHealthy: boolean,
): number | null {
  let failures = 0;
  for (const [at, task] of tasks.entries()) {
    if (task === 'failed') failures += 1;
    else if (resetsOnHealthy) failures = 0;
    if (failures >= threshold) return at + 1;
  }
  return null;
}
