import type { Cluster } from '../../../../src/core/ecs/placement/container-instance.ts';
import type { TaskRequest } from '../../../../src/core/ecs/placement/task-request.ts';
import { naiveMatches } from '../query/naive-query.ts';

/** A request with its expressions as they were written, so that the second opinion reads them itself. */
export interface NaiveRequest {
  readonly request: TaskRequest;
  readonly expressions: readonly string[];
  readonly isDistinct: boolean;
}

/**
 * A second opinion on placement, written without a look at the first. It knows nothing but the list of tasks that were
 * placed, and works everything out from that again for each instance: no state, no order, no narrowing. An instance is
 * among the equal ones if no other one beats it.
 */
export function naiveTies(cluster: Cluster, asked: NaiveRequest, placed: readonly string[]): readonly string[] {
  const open = cluster.instances.map(({ id }) => id).filter((id) => canTake(cluster, asked, placed, id));
  const rows = new Map(open.map((id) => [id, rowOf(cluster, asked, placed, id)]));
  return open.filter((id) => !open.some((other) => beats(rows.get(other)!, rows.get(id)!)));
}

function beats(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && a[at]! < b[at]!;
}

function now(cluster: Cluster, { request }: NaiveRequest, placed: readonly string[], id: string) {
  const instance = cluster.instances.find((each) => each.id === id)!;
  const copies = placed.filter((each) => each === id).length;
  const task = { group: request.group, cpu: request.cpu, memory: request.memory };
  return { instance, copies, tasks: [...instance.tasks, ...new Array<typeof task>(copies).fill(task)] };
}

function canTake(cluster: Cluster, asked: NaiveRequest, placed: readonly string[], id: string): boolean {
  const { instance, copies, tasks } = now(cluster, asked, placed, id);
  const { request, expressions, isDistinct } = asked;
  const { cpu, memory, gpus, networkInterfaces } = instance.remaining;
  const ports = [
    request.hostPorts.tcp.map((port) => `t${port}`),
    request.hostPorts.udp.map((port) => `u${port}`),
  ].flat();
  const taken = [
    instance.takenPorts.tcp.map((port) => `t${port}`),
    instance.takenPorts.udp.map((port) => `u${port}`),
  ].flat();
  const answers = [
    instance.status === 'ACTIVE',
    instance.agentConnected,
    (copies + 1) * request.cpu <= cpu,
    (copies + 1) * request.memory <= memory,
    (copies + 1) * request.gpus <= gpus,
    (copies + 1) * request.networkInterfaces <= networkInterfaces,
    ports.length === 0 || copies === 0,
    ports.every((port) => !taken.includes(port)),
    ...expressions.map((expression) => naiveMatches(expression, { ...instance, tasks })),
    !isDistinct || tasks.every(({ group }) => group !== request.group),
  ];
  return answers.every(Boolean);
}

/** The numbers that strategies look at, as far as the first `random`; services without any have zones, then instances. */
function rowOf(cluster: Cluster, asked: NaiveRequest, placed: readonly string[], id: string): readonly number[] {
  const { strategy, group, cpu, memory } = asked.request;
  const usual = group.startsWith('service:') ? ['attribute:ecs.availability-zone', 'instanceId'] : [];
  const words = strategy.length === 0 ? usual : strategy.map((each) => (each.type === 'random' ? '' : each.field));
  const row: number[] = [];
  for (const word of words) {
    if (word === '') break;
    const { instance, copies } = now(cluster, asked, placed, id);
    if (word === 'cpu') row.push(instance.remaining.cpu - copies * cpu);
    else if (word === 'memory') row.push(instance.remaining.memory - copies * memory);
    else row.push(tasksBeside(cluster, asked, placed, id, word));
  }
  return row;
}

function tasksBeside(
  cluster: Cluster,
  asked: NaiveRequest,
  placed: readonly string[],
  id: string,
  field: string,
): number {
  const isBeside = (other: string) => {
    const [a, b] = [id, other].map((each) => cluster.instances.find((instance) => instance.id === each)!);
    if (!field.startsWith('attribute:')) return a!.id === b!.id;
    const name = field.replace('attribute:', '');
    return a!.attributes[name] === b!.attributes[name];
  };
  const before = cluster.instances.filter((instance) => isBeside(instance.id)).flatMap(({ tasks }) => tasks);
  return before.filter((task) => task.group === asked.request.group).length + placed.filter(isBeside).length;
}

/** All ends that any choice leads to, one way after another and none remembered. */
export function naiveEnds(
  cluster: Cluster,
  asked: NaiveRequest,
  count: number,
  placed: readonly string[] = [],
): Set<string> {
  const ties = placed.length === count ? [] : naiveTies(cluster, asked, placed);
  if (ties.length > 0) return new Set(ties.flatMap((id) => [...naiveEnds(cluster, asked, count, [...placed, id])]));
  return new Set([cluster.instances.map(({ id }) => placed.filter((each) => each === id).length).join()]);
}
