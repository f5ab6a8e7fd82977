import type { DeploymentBounds } from './deployment-bounds.ts';

/** What runs after a step of a rolling deployment. */
export interface RolloutFrame {
  readonly step: 'begin' | 'start' | 'become healthy' | 'stop';
  /** Tasks that the step started, made healthy or stopped. */
  readonly tasks: number;
  /** Healthy tasks of the old revision. */
  readonly old: number;
  /** Tasks of the new revision that are not healthy yet. */
  readonly starting: number;
  /** Healthy tasks of the new revision. */
  readonly fresh: number;
}

export interface Rollout {
  readonly frames: readonly RolloutFrame[];
  /** Stuck by the bounds, or because the cluster has no room for a task more. */
  readonly end: 'done' | 'stuck by bounds' | 'stuck by room';
}

/**
 * D5 to D7: a rolling deployment step by step, from `desired` old tasks to as many new ones that all become healthy.
 *
 * AWS documents the bounds, not the order of steps within them. This is one order that keeps them: start as many as the
 * upper bound allows, wait until they are healthy, stop as many old ones as the lower bound allows, and again.
 *
 * @param room tasks that the cluster can hold beyond `desired`; Infinity on Fargate.
 * @param from healthy tasks where it goes on from some of the new revision.
 */
export function rollOut(
  bounds: DeploymentBounds,
  room = Number.POSITIVE_INFINITY,
  from: Pick<RolloutFrame, 'old' | 'fresh'> = { old: bounds.desired, fresh: 0 },
): Rollout {
  const frames: RolloutFrame[] = [{ step: 'begin', tasks: 0, ...from, starting: 0 }];
  for (;;) {
    const before = frames.at(-1);
    if (before === undefined || (before.old === 0 && before.fresh === bounds.desired)) return { frames, end: 'done' };
    const next = turnOf(before, bounds, room);
    if (next.length === 0) return { frames, end: bounds.isStuck ? 'stuck by bounds' : 'stuck by room' };
    frames.push(...next);
  }
}

/** Start, wait and stop, leaving out what is not possible; nothing when nothing is. */
function turnOf({ old, fresh }: RolloutFrame, bounds: DeploymentBounds, room: number): readonly RolloutFrame[] {
  const most = Math.min(bounds.upper, bounds.desired + room);
  const starts = Math.min(most - old - fresh, bounds.desired - fresh);
  const healthy = fresh + Math.max(starts, 0);
  const stops = Math.min(old, old + healthy - bounds.lower);
  return [
    ...(starts > 0 ? startOf(starts, old, fresh) : []),
    ...(stops > 0 ? [{ step: 'stop' as const, tasks: stops, old: old - stops, starting: 0, fresh: healthy }] : []),
  ];
}

function startOf(tasks: number, old: number, fresh: number): readonly RolloutFrame[] {
  return [
    { step: 'start', tasks, old, starting: tasks, fresh },
    { step: 'become healthy', tasks, old, starting: 0, fresh: fresh + tasks },
  ];
}
