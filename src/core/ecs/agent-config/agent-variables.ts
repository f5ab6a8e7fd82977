import type { AgentValueKind } from './agent-value.ts';

/** Where the agent runs: by itself on Linux, started by ecs-init (the ECS-optimized Linux AMI), or on Windows. */
export type AgentHost = 'agent' | 'ecs-init' | 'windows';

/** A variable of `/etc/ecs/ecs.config`. A row of the *table of variables* (SPEC.md). */
export interface AgentVariable {
  /** Its place in the table; `HTTP_PROXY` and `NO_PROXY` share the last one. */
  readonly row: number;
  readonly name: string;
  readonly kind: AgentValueKind;
  /** What holds on each host when the file is silent; null where unset, taken from the machine, or not applicable. */
  readonly defaults: Readonly<Record<AgentHost, string | null>>;
}

const plainDrivers = '["json-file","none"]';
const initDrivers = '["json-file","syslog","awslogs","fluentd","none"]';
const linuxPorts = '[22,2375,2376,51678,51679]';
const windowsPorts = '[53,135,139,445,2375,2376,3389,5985,5986,51678,51679]';

/** The *table of variables* (SPEC.md): 35 rows in its order. */
export const agentVariables: readonly AgentVariable[] = [
  row(1, 'ECS_CLUSTER', { type: 'cluster' }, 'default'),
  row(2, 'ECS_ENABLE_TASK_IAM_ROLE', { type: 'boolean' }, 'false', 'true', 'false'),
  row(3, 'ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST', { type: 'boolean' }, 'false', 'true', 'false'),
  row(4, 'ECS_ENGINE_AUTH_TYPE', { type: 'one-of', values: ['docker', 'dockercfg'] }, null),
  row(5, 'ECS_ENGINE_AUTH_DATA', { type: 'json-object', members: 'any' }, null),
  row(6, 'ECS_AVAILABLE_LOGGING_DRIVERS', { type: 'drivers' }, plainDrivers, initDrivers, plainDrivers),
  row(7, 'ECS_RESERVED_PORTS', { type: 'ports' }, linuxPorts, linuxPorts, windowsPorts),
  row(8, 'ECS_RESERVED_PORTS_UDP', { type: 'ports' }, '[]'),
  row(9, 'ECS_RESERVED_MEMORY', { type: 'integer', least: 0, most: 65535 }, '0'),
  row(10, 'ECS_INSTANCE_ATTRIBUTES', { type: 'json-object', members: 'text' }, '{}'),
  row(11, 'ECS_ENABLE_SPOT_INSTANCE_DRAINING', { type: 'boolean' }, 'false'),
  row(12, 'ECS_CONTAINER_STOP_TIMEOUT', { type: 'duration', leastSeconds: 1, shorter: 'least' }, '30s'),
  row(13, 'ECS_CONTAINER_START_TIMEOUT', { type: 'duration', leastSeconds: 45, shorter: 'least' }, '3m', '3m', '8m'),
  row(14, 'ECS_IMAGE_PULL_BEHAVIOR', pullBehaviors(), 'default'),
  row(15, 'ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION', cleanupWait(), '3h'),
  row(16, 'ECS_DISABLE_IMAGE_CLEANUP', { type: 'boolean' }, 'false'),
  row(17, 'ECS_IMAGE_CLEANUP_INTERVAL', { type: 'duration', leastSeconds: 600, shorter: 'default' }, '30m'),
  row(18, 'ECS_IMAGE_MINIMUM_CLEANUP_AGE', { type: 'duration', leastSeconds: 0, shorter: 'default' }, '1h'),
  row(19, 'ECS_NUM_IMAGES_DELETE_PER_CYCLE', { type: 'integer', least: 1, most: 2 ** 31 - 1 }, '5'),
  row(20, 'ECS_ENABLE_TASK_ENI', { type: 'boolean' }, 'false', 'true', null),
  row(21, 'ECS_AWSVPC_BLOCK_IMDS', { type: 'boolean' }, 'false', 'false', null),
  row(22, 'ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE', { type: 'boolean' }, 'false', 'true', 'false'),
  row(23, 'ECS_ENABLE_CONTAINER_METADATA', { type: 'boolean' }, 'false'),
  row(24, 'ECS_DYNAMIC_HOST_PORT_RANGE', { type: 'port-range' }, null, null, '49152-65535'),
  row(25, 'ECS_DISABLE_PRIVILEGED', { type: 'boolean' }, 'false'),
  row(26, 'ECS_CONTAINER_INSTANCE_PROPAGATE_TAGS_FROM', { type: 'one-of', values: ['none', 'ec2_instance'] }, 'none'),
  row(27, 'ECS_CONTAINER_INSTANCE_TAGS', { type: 'json-object', members: 'text' }, '{}'),
  row(28, 'ECS_ENABLE_TASK_CPU_MEM_LIMIT', { type: 'boolean' }, 'true', 'true', 'false'),
  row(29, 'ECS_DISABLE_METRICS', { type: 'boolean' }, 'false'),
  row(30, 'ECS_LOGLEVEL', logLevels(), 'info'),
  row(31, 'ECS_DATADIR', { type: 'path' }, '/data/', '/data', 'C:\\ProgramData\\Amazon\\ECS\\data'),
  row(32, 'ECS_UPDATES_ENABLED', { type: 'boolean' }, 'false', 'true', 'false'),
  row(33, 'ECS_WARM_POOLS_CHECK', { type: 'boolean' }, 'false'),
  row(34, 'AWS_DEFAULT_REGION', { type: 'region' }, null),
  row(35, 'HTTP_PROXY', { type: 'text' }, null),
  row(35, 'NO_PROXY', { type: 'text' }, null),
];

const byName: ReadonlyMap<string, AgentVariable> = new Map(
  agentVariables.map((variable) => [variable.name, variable] as const),
);

/** The variable of exactly this name, or null. */
export function agentVariable(name: string): AgentVariable | null {
  return byName.get(name) ?? null;
}

function row(
  number: number,
  name: string,
  kind: AgentValueKind,
  agent: string | null,
  init: string | null = agent,
  windows: string | null = agent,
): AgentVariable {
  return { row: number, name, kind, defaults: { agent, 'ecs-init': init, windows } };
}

function pullBehaviors(): AgentValueKind {
  return { type: 'one-of', values: ['default', 'always', 'once', 'prefer-cached'] };
}

/** Source: AGENT:`agent/logger/log.go` `SetLevel`. */
function logLevels(): AgentValueKind {
  return { type: 'one-of', values: ['none', 'crit', 'error', 'warn', 'info', 'debug'], anyCase: true };
}

/** Source: AGENT:`README.md`; pull request 3088 lowered the least from a minute to a second. */
function cleanupWait(): AgentValueKind {
  return { type: 'duration', leastSeconds: 1, shorter: 'default', formerLeastSeconds: 60 };
}
