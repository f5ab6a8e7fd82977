/** A task that runs on an instance, with what it has reserved there. */
export interface RunningTask {
  /** Its task group: `service:NAME`, `family:FAMILY` or a name of the caller's. */
  readonly group: string;
  /** In CPU units. */
  readonly cpu: number;
  /** In MiB. */
  readonly memory: number;
  /** Whether it is exempt from scaling in (`UpdateTaskProtection`). */
  readonly isProtected?: boolean;
}

/** What can still be reserved on an instance. */
export interface RemainingResources {
  /** In CPU units, 1024 to a vCPU. */
  readonly cpu: number;
  /** In MiB. */
  readonly memory: number;
  readonly gpus: number;
  /** Network interfaces for tasks with `awsvpc`. */
  readonly networkInterfaces: number;
}

/** Host ports that are reserved or in use. One number may stand in both lists: TCP and UDP are separate. */
export interface TakenPorts {
  readonly tcp: readonly number[];
  readonly udp: readonly number[];
}

/** A container instance as ECS describes it. Source: API-ECS `ContainerInstance`. */
export interface ContainerInstance {
  /** The EC2 instance's id, the same for no other instance of the cluster. */
  readonly id: string;
  /** `ACTIVE` is the only one that gets tasks. */
  readonly status: 'ACTIVE' | 'DRAINING';
  readonly agentConnected: boolean;
  /** Numbers with dots between them, such as `1.89.3`. */
  readonly agentVersion: string;
  /** ISO 8601, in UTC where it names no zone. */
  readonly registeredAt: string;
  /** Built-in and custom attributes; one without a value has an empty one. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly remaining: RemainingResources;
  readonly takenPorts: TakenPorts;
  readonly tasks: readonly RunningTask[];
}

export interface Cluster {
  readonly instances: readonly ContainerInstance[];
}
