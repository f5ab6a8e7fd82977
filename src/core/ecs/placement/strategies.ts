import { isDocumented } from '../query/evaluate-query.ts';
import { type EngineFinding, findingOf } from '../verdicts/engine-finding.ts';
import type { Cluster } from './container-instance.ts';
import { spreadValue } from './fleet.ts';
import type { PlacementStrategy, TaskRequest } from './task-request.ts';

/** What a service without strategies gets. Source: ECSDG `ecs_services.md`. */
export const serviceDefault: readonly PlacementStrategy[] = [
  { type: 'spread', field: 'attribute:ecs.availability-zone' },
  { type: 'spread', field: 'instanceId' },
];

/** Whether a group is that of a service. */
export function isService(group: string): boolean {
  return group.startsWith('service:');
}

/** The strategies that narrow, in order: what stands behind `random` finds nothing to narrow (P9, P11). */
export function narrowingOf({
  group,
  strategy,
}: TaskRequest): readonly Exclude<PlacementStrategy, { type: 'random' }>[] {
  const named = strategy.length === 0 && isService(group) ? serviceDefault : strategy;
  const random = named.findIndex(({ type }) => type === 'random');
  return named.slice(0, random === -1 ? named.length : random).filter((each) => each.type !== 'random');
}

/** What a placement of this request rests on that no document tells. */
export function undocumentedIn({ instances }: Cluster, request: TaskRequest): readonly EngineFinding[] {
  const { group, strategy, constraints } = request;
  const findings: EngineFinding[] = [];
  const add = (code: string, message: string, fix: string) =>
    findings.push(findingOf('not documented', code, '', message, fix));
  if (strategy.length === 0 && !isService(group)) {
    add('P11', 'AWS describes the default of a standalone task in two ways.', 'Name a strategy.');
  }
  if (strategy.length > 1 && !isDocumentedChain(strategy)) {
    add('P10', 'No document shows strategies in this order.', 'Name `spread` first, and `binpack` once at the end.');
  }
  const isLacking = narrowingOf(request).some(
    (each) => each.type === 'spread' && instances.some((instance) => spreadValue(instance, each.field) === null),
  );
  if (isLacking) {
    add('P8', 'No document says how tasks are spread over an attribute that an instance lacks.', 'Give it to all.');
  }
  const isOpen = constraints.some(
    (each) => each.type === 'memberOf' && !instances.every((instance) => isDocumented(each.query, instance)),
  );
  if (isOpen) add('P5', 'No document says whether the expression matches one of the instances.', 'Write it otherwise.');
  return findings;
}

/** ECSDG `task-placement-strategies.md` spreads over several fields, and packs within them. */
function isDocumentedChain(strategy: readonly PlacementStrategy[]): boolean {
  const [last, ...before] = strategy.toReversed();
  return last?.type !== 'random' && before.every(({ type }) => type === 'spread');
}
