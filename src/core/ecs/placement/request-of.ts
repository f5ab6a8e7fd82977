import type { Outcome } from '../../model/diagnostic.ts';
import { parseQuery } from '../query/parse-query.ts';
import { readTaskCpu, readTaskMemory } from '../task-definitions/fargate-sizes.ts';
import { protocolOf } from '../task-definitions/rules/ports.ts';
import {
  type Container,
  fieldOf,
  isObject,
  numberOf,
  objectsOf,
  readTaskDefinition,
  type TaskDefinition,
  textOf,
} from '../task-definitions/rules/task-definition.ts';
import { type EngineFinding, findingOf, wrong } from '../verdicts/engine-finding.ts';
import { pointTo } from '../verdicts/finding.ts';
import type { PlacementConstraint, PlacementStrategy, TaskRequest } from './task-request.ts';

const mostStrategies = 5;
const mostConstraints = 10;

/** What a service or `run-task` adds to a task definition. */
export interface PlacementWish {
  /** Of a standalone task, `family:FAMILY` unless given. */
  readonly group?: string;
  readonly constraints?: readonly WrittenConstraint[];
  readonly strategy?: readonly PlacementStrategy[];
}

/** A constraint as it is written. */
export type WrittenConstraint =
  | { readonly type: 'memberOf'; readonly expression: string }
  | { readonly type: 'distinctInstance' };

/**
 * What a task of this definition reserves on an instance, with the constraints of both. The definition is what
 * `RegisterTaskDefinition` takes, for EC2; whatever it says wrongly otherwise is not looked at here.
 *
 * Source: AGENT `agent/api/task/task.go` (`ToHostResources`), ECSDG `task-networking-awsvpc.md`, `task-groups.md`.
 */
export function requestOf(definition: unknown, wish: PlacementWish = {}): Outcome<TaskRequest, EngineFinding> {
  if (!isObject(definition)) return { value: null, diagnostics: [unread('P3', '', 'This is no task definition.')] };
  const read = readTaskDefinition(definition);
  const sizes = [sizeOf(read, 'cpu'), sizeOf(read, 'memory')];
  const [cpu = null, memory = null] = sizes;
  const written = [...constraintsIn(read), ...(wish.constraints ?? [])];
  const constraints = written.map(readConstraint);
  const strategy = wish.strategy ?? [];
  const diagnostics = [
    ...(cpu === null ? [unread('P3', '/cpu', 'The `cpu` of the task cannot be read.')] : []),
    ...(memory === null ? [unread('P3', '/memory', 'The `memory` of the task cannot be read.')] : []),
    ...constraints.flatMap(({ diagnostics: found }) => found),
    ...tooMany('/placementConstraints', 'constraints', written.length, mostConstraints),
    ...tooMany('/placementStrategy', 'strategies', strategy.length, mostStrategies),
  ];
  if (diagnostics.length > 0 || cpu === null || memory === null) return { value: null, diagnostics };
  const value: TaskRequest = {
    group: wish.group ?? `family:${textOf(definition, 'family') ?? ''}`,
    cpu,
    memory,
    gpus: sum(read.containers, gpusOf),
    networkInterfaces: read.networkMode === 'awsvpc' ? 1 : 0,
    hostPorts: { tcp: portsOf(read, 'tcp'), udp: portsOf(read, 'udp') },
    requiredAttributes: objectsOf(definition, 'requiresAttributes', '').flatMap(
      ({ fields }) => textOf(fields, 'name') ?? [],
    ),
    constraints: constraints.flatMap(({ value: constraint }) => constraint ?? []),
    strategy,
  };
  return { value, diagnostics };
}

/** P3: what the task says, else the sum of what its containers say; null for what cannot be read. */
function sizeOf({ fields, containers }: TaskDefinition, field: 'cpu' | 'memory'): number | null {
  const ofTask = fieldOf(fields, field);
  if (ofTask !== undefined) return field === 'cpu' ? readTaskCpu(ofTask) : readTaskMemory(ofTask);
  if (field === 'cpu') return sum(containers, (container) => numberOf(container.fields, 'cpu') ?? 0);
  return sum(containers, ({ fields: own }) => numberOf(own, 'memoryReservation') ?? numberOf(own, 'memory') ?? 0);
}

function gpusOf({ fields }: Container): number {
  const needs = objectsOf(fields, 'resourceRequirements', '').filter((need) => textOf(need.fields, 'type') === 'GPU');
  return needs.reduce((total, need) => total + (Number(textOf(need.fields, 'value')) || 0), 0);
}

/** P4: only a port that is fixed takes one of the instance. In host mode the container's own is. */
function portsOf({ containers, networkMode }: TaskDefinition, protocol: 'tcp' | 'udp'): readonly number[] {
  if (!['bridge', 'default', 'host'].includes(networkMode)) return [];
  const mappings = containers.flatMap(({ fields, pointer }) => objectsOf(fields, 'portMappings', pointer));
  return mappings.flatMap((mapping) => {
    const port = numberOf(mapping.fields, networkMode === 'host' ? 'containerPort' : 'hostPort') ?? 0;
    return protocolOf(mapping) === protocol && port > 0 ? [port] : [];
  });
}

function constraintsIn({ fields }: TaskDefinition): readonly WrittenConstraint[] {
  return objectsOf(fields, 'placementConstraints', '')
    .filter((constraint) => textOf(constraint.fields, 'type') === 'memberOf')
    .map((constraint) => ({ type: 'memberOf', expression: textOf(constraint.fields, 'expression') ?? '' }));
}

function readConstraint(constraint: WrittenConstraint, at: number): Outcome<PlacementConstraint, EngineFinding> {
  if (constraint.type === 'distinctInstance') return { value: { type: 'distinctInstance' }, diagnostics: [] };
  const { value, diagnostics } = parseQuery(constraint.expression);
  const pointer = pointTo(pointTo('/placementConstraints', at), 'expression');
  return {
    value: value === null ? null : { type: 'memberOf', query: value },
    diagnostics: diagnostics.map(({ standing, code, message, fix }) =>
      findingOf(standing, code, pointer, message, fix),
    ),
  };
}

function tooMany(pointer: string, what: string, count: number, most: number): readonly EngineFinding[] {
  if (count <= most) return [];
  return [findingOf('wrong', 'P20', pointer, `A task has up to ${most} ${what}; here are ${count}.`, 'Remove some.')];
}

function unread(code: string, pointer: string, message: string): EngineFinding {
  return wrong(code, pointer, message, 'Write it as `register-task-definition` takes it.');
}

function sum(containers: readonly Container[], amount: (container: Container) => number): number {
  return containers.reduce((total, container) => total + amount(container), 0);
}
