import { evaluateQuery } from '../query/evaluate-query.ts';
import type { Query } from '../query/query.ts';
import type { Cluster, ContainerInstance, RunningTask } from './container-instance.ts';
import type { SpreadField, TaskRequest } from './task-request.ts';

/** An instance while tasks are placed on it, one after another. */
export interface FleetInstance extends ContainerInstance {
  remaining: ContainerInstance['remaining'];
  takenPorts: ContainerInstance['takenPorts'];
  readonly tasks: RunningTask[];
}

/** Why an instance is not one of the candidates. */
export type Reason =
  | { readonly step: 'fit'; readonly resource: 'status'; readonly status: ContainerInstance['status'] }
  | { readonly step: 'fit'; readonly resource: 'agent' }
  | { readonly step: 'fit'; readonly resource: Resource; readonly needed: number; readonly available: number }
  | { readonly step: 'fit'; readonly resource: 'port'; readonly protocol: 'tcp' | 'udp'; readonly port: number }
  | { readonly step: 'fit'; readonly resource: 'attribute'; readonly name: string }
  | { readonly step: 'constraint'; readonly type: 'memberOf'; readonly query: Query }
  | { readonly step: 'constraint'; readonly type: 'distinctInstance'; readonly group: string };

export type Resource = 'cpu' | 'memory' | 'gpus' | 'networkInterfaces';

const resources: readonly Resource[] = ['cpu', 'memory', 'gpus', 'networkInterfaces'];

/** A copy of a cluster's instances that tasks can be placed on. */
export function createFleet({ instances }: Cluster): readonly FleetInstance[] {
  return instances.map((instance) => ({ ...instance, tasks: [...instance.tasks] }));
}

/** Places a task on an instance that can hold it. */
export function reserve(instance: FleetInstance, request: TaskRequest): void {
  const { cpu, memory, gpus, networkInterfaces } = instance.remaining;
  instance.remaining = {
    cpu: cpu - request.cpu,
    memory: memory - request.memory,
    gpus: gpus - request.gpus,
    networkInterfaces: networkInterfaces - request.networkInterfaces,
  };
  const { tcp, udp } = request.hostPorts;
  if (tcp.length + udp.length > 0) {
    instance.takenPorts = { tcp: [...instance.takenPorts.tcp, ...tcp], udp: [...instance.takenPorts.udp, ...udp] };
  }
  instance.tasks.push({ group: request.group, cpu: request.cpu, memory: request.memory });
}

/** Everything by which an instance does not fit the task; none where it does (P1, P2). */
export function misfitsOf(instance: ContainerInstance, request: TaskRequest): readonly Reason[] {
  const reasons: Reason[] = [];
  if (instance.status !== 'ACTIVE') reasons.push({ step: 'fit', resource: 'status', status: instance.status });
  if (!instance.agentConnected) reasons.push({ step: 'fit', resource: 'agent' });
  for (const resource of resources) {
    const [needed, available] = [request[resource], instance.remaining[resource]];
    if (needed > available) reasons.push({ step: 'fit', resource, needed, available });
  }
  for (const protocol of ['tcp', 'udp'] as const) {
    for (const port of request.hostPorts[protocol]) {
      if (instance.takenPorts[protocol].includes(port)) reasons.push({ step: 'fit', resource: 'port', protocol, port });
    }
  }
  for (const name of request.requiredAttributes) {
    if (!Object.hasOwn(instance.attributes, name)) reasons.push({ step: 'fit', resource: 'attribute', name });
  }
  return reasons;
}

/** The constraints that an instance does not satisfy, as it is now (P5, P6). */
export function breachesOf(instance: ContainerInstance, request: TaskRequest): readonly Reason[] {
  return request.constraints.flatMap((constraint): readonly Reason[] => {
    if (constraint.type === 'memberOf') {
      const { query } = constraint;
      return evaluateQuery(query, instance) ? [] : [{ step: 'constraint', type: 'memberOf', query }];
    }
    if (countOf(instance, request.group) === 0) return [];
    return [{ step: 'constraint', type: 'distinctInstance', group: request.group }];
  });
}

/** Whether a task can be placed on an instance as it is now. */
export function isCandidate(instance: ContainerInstance, request: TaskRequest): boolean {
  return misfitsOf(instance, request).length === 0 && breachesOf(instance, request).length === 0;
}

/** How many tasks of a group an instance runs. */
export function countOf({ tasks }: ContainerInstance, group: string): number {
  return tasks.reduce((count, task) => (task.group === group ? count + 1 : count), 0);
}

/** The value of an instance that tasks are spread over; null without the attribute, which counts as one value (P8). */
export function spreadValue({ id, attributes }: ContainerInstance, field: SpreadField): string | null {
  if (field === 'instanceId' || field === 'host') return id;
  const name = field.slice('attribute:'.length);
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null;
}
