import type { ResourceKind } from './option-spec.ts';

/** What an ARN of ECS names. */
export interface EcsArn {
  readonly region: string;
  /** Null for an ARN of the old short form, and for what belongs to no cluster. */
  readonly cluster: string | null;
  /** `web:8` of a task definition, else a name or an id. */
  readonly name: string;
}

const arns: ReadonlyMap<ResourceKind, RegExp> = new Map([
  ['cluster', patternOf('cluster/()([\\w-]+)')],
  ['service', patternOf('service/(?:([\\w-]+)/)?([\\w-]+)')],
  ['task', patternOf('task/(?:([\\w-]+)/)?([\\w-]+)')],
  ['task-definition', patternOf('task-definition/()([\\w-]+(?::\\d+)?)')],
  ['container-instance', patternOf('container-instance/(?:([\\w-]+)/)?([\\w-]+)')],
]);

function patternOf(resource: string): RegExp {
  return new RegExp(`^arn:aws(?:-[a-z]+)*:ecs:([a-z]{2,4}(?:-[a-z]+)+-\\d+):\\d{12}:${resource}$`);
}

/** Whether a value was meant to be an ARN, of whatever service. */
export function isArn(value: string): boolean {
  return value.startsWith('arn:');
}

/** Reads the ARN of an ECS resource; null for one of another kind, of another service, or malformed. */
export function readEcsArn(value: string, kind: ResourceKind): EcsArn | null {
  const [, region, cluster, name] = arns.get(kind)?.exec(value) ?? [];
  if (region === undefined || name === undefined) return null;
  return { region, cluster: cluster === undefined || cluster === '' ? null : cluster, name };
}
