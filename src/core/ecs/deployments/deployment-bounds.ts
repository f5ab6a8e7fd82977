/** How many tasks a rolling deployment may have, and what that lets the scheduler do first. */
export interface DeploymentBounds {
  readonly desired: number;
  /** At least so many tasks must stay healthy: rounded up. */
  readonly lower: number;
  /** At most so many tasks may run or start: rounded down. */
  readonly upper: number;
  /** Old tasks that may stop before a new one starts. */
  readonly mayStop: number;
  /** New tasks that may start before an old one stops. */
  readonly mayStart: number;
  /** Neither is possible, so the deployment does not move, and an event says so. */
  readonly isStuck: boolean;
}

/** The percentages of a service that names none. A DAEMON's maximum cannot be another; the console writes 50 for its minimum. */
export const defaultPercents: Readonly<Record<'REPLICA' | 'DAEMON', { minimumHealthy: number; maximum: number }>> = {
  REPLICA: { minimumHealthy: 100, maximum: 200 },
  DAEMON: { minimumHealthy: 0, maximum: 100 },
};

/**
 * D1 to D4: the bounds of a rolling deployment, in whole numbers all the way.
 *
 * @param desired tasks, 0 or more.
 * @param minimumHealthyPercent 0 to 100.
 * @param maximumPercent 100 to 200; of a DAEMON 100.
 * @throws when a number is not whole or out of these bounds.
 * Source: API-ECS `DeploymentConfiguration`.
 */
export function deploymentBounds(
  desired: number,
  minimumHealthyPercent: number,
  maximumPercent: number,
): DeploymentBounds {
  requireWhole(desired, 0, 1_000_000_000);
  requireWhole(minimumHealthyPercent, 0, 100);
  requireWhole(maximumPercent, 100, 200);
  const lower = wholeQuotient(desired * minimumHealthyPercent + 99, 100);
  const upper = wholeQuotient(desired * maximumPercent, 100);
  const mayStop = desired - lower;
  const mayStart = upper - desired;
  return { desired, lower, upper, mayStop, mayStart, isStuck: desired > 0 && mayStop === 0 && mayStart === 0 };
}

/** Rounded down without a fraction on the way: 0.07 × 100 is not 7. */
export function wholeQuotient(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

function requireWhole(number: number, least: number, most: number): void {
  if (Number.isInteger(number) && number >= least && number <= most) return;
  throw new Error(`Inconsistent: ${number} is no whole number from ${least} to ${most}`);
}
