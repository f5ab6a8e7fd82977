import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import type { Cluster, ContainerInstance, RunningTask } from './container-instance.ts';
import { countOf, spreadValue } from './fleet.ts';
import { serviceDefault } from './strategies.ts';
import type { PlacementStrategy } from './task-request.ts';

/** A task that may stop: its instance, and its place in the tasks of that. */
export interface StoppableTask {
  readonly instance: string;
  readonly task: number;
}

export interface ScaleIn {
  /** One of these stops; none where the group has no task that may. */
  readonly ties: readonly StoppableTask[];
  /** Whether all of these run on one instance. */
  readonly isUnique: boolean;
  /** What each strategy gave every task that was left; the most are kept. */
  readonly steps: readonly {
    readonly strategy: PlacementStrategy;
    readonly scores: readonly (StoppableTask & { readonly score: number })[];
  }[];
  /** What no document tells. */
  readonly findings: readonly EngineFinding[];
}

interface Candidate extends StoppableTask {
  readonly host: ContainerInstance;
  readonly running: RunningTask;
}

/**
 * Which task of a service stops when it scales in by one (P16 to P19).
 * Source: ECSDG `task-placement-strategies.md`, `ecs_services.md`; API-ECS `UpdateTaskProtection`.
 */
export function scaleIn(cluster: Cluster, strategy: readonly PlacementStrategy[], group: string): ScaleIn {
  let left: readonly Candidate[] = cluster.instances.flatMap((host) =>
    host.tasks.flatMap((running, task) => {
      const mayStop = running.group === group && running.isProtected !== true;
      return mayStop ? [{ instance: host.id, task, host, running }] : [];
    }),
  );
  const steps = (strategy.length === 0 ? serviceDefault : strategy).map((each) => {
    const scores = left.map((candidate) => scoreOf(candidate, each, cluster, group));
    const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const before = left;
    left = left.filter((_, at) => scores[at] === most);
    return {
      strategy: each,
      scores: before.map(({ instance, task }, at) => ({ instance, task, score: scores[at] ?? 0 })),
    };
  });
  return {
    ties: left.map(({ instance, task }) => ({ instance, task })),
    isUnique: new Set(left.map(({ instance }) => instance)).size === 1,
    steps,
    findings: undocumented(strategy),
  };
}

/** What its instance would have left, or how many tasks of the group run where it does. */
function scoreOf(
  { host, running }: Candidate,
  strategy: PlacementStrategy,
  { instances }: Cluster,
  group: string,
): number {
  if (strategy.type === 'random') return 0;
  if (strategy.type === 'binpack') return host.remaining[strategy.field] + running[strategy.field];
  const { field } = strategy;
  const sharing = instances.filter((instance) => spreadValue(instance, field) === spreadValue(host, field));
  return sharing.reduce((sum, instance) => sum + countOf(instance, group), 0);
}

/** Documented are no strategy, `binpack` alone, and `spread` over zones alone. */
function undocumented(strategy: readonly PlacementStrategy[]): readonly EngineFinding[] {
  const [first] = strategy;
  const isZone = first?.type === 'spread' && first.field === 'attribute:ecs.availability-zone';
  if (first === undefined || (strategy.length === 1 && (first.type === 'binpack' || isZone))) return [];
  const message = 'No document says which task stops under these strategies.';
  return [findingOf('not documented', 'P18', '', message, 'Take `binpack`, `spread` over zones, or none.')];
}
