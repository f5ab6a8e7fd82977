import type { Query } from '../query/query.ts';
import type { TakenPorts } from './container-instance.ts';

/** What tasks are spread over: instances, or the values of an attribute. */
export type SpreadField = 'instanceId' | 'host' | `attribute:${string}`;

/** Source: API-ECS `PlacementStrategy`. */
export type PlacementStrategy =
  | { readonly type: 'spread'; readonly field: SpreadField }
  | { readonly type: 'binpack'; readonly field: 'cpu' | 'memory' }
  | { readonly type: 'random' };

/** Source: API-ECS `PlacementConstraint`. */
export type PlacementConstraint =
  | { readonly type: 'memberOf'; readonly query: Query }
  | { readonly type: 'distinctInstance' };

/** What one task needs of an instance, and how instances are chosen for it. */
export interface TaskRequest {
  /** `service:NAME` for a service; what `spread` and `distinctInstance` count. */
  readonly group: string;
  /** In CPU units. */
  readonly cpu: number;
  /** In MiB. */
  readonly memory: number;
  readonly gpus: number;
  /** 1 for a task with `awsvpc`. */
  readonly networkInterfaces: number;
  /** Fixed host ports; dynamic ones need none. */
  readonly hostPorts: TakenPorts;
  /** Names of attributes that the instance must have, such as those of log drivers. */
  readonly requiredAttributes: readonly string[];
  /** Those of the task definition first. */
  readonly constraints: readonly PlacementConstraint[];
  /** None: the default of services. */
  readonly strategy: readonly PlacementStrategy[];
}
