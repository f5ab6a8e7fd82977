import { readTaskCpu, readTaskMemory } from './fargate-sizes.ts';
import { isObject, type JsonObject, readTaskDefinition } from './rules/task-definition.ts';

const containerDefaults: JsonObject = {
  cpu: 0,
  essential: true,
  privileged: false,
  readonlyRootFilesystem: false,
  disableNetworking: false,
  interactive: false,
  pseudoTerminal: false,
  versionConsistency: 'enabled',
};
const memberDefaults: Readonly<Record<string, JsonObject>> = {
  portMappings: { protocol: 'tcp' },
  mountPoints: { readOnly: false },
  volumesFrom: { readOnly: false },
  environmentFiles: { type: 's3' },
  healthCheck: { interval: 30, timeout: 5, retries: 3, startPeriod: 0 },
  runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' },
  efsVolumeConfiguration: { rootDirectory: '/', transitEncryption: 'DISABLED' },
  authorizationConfig: { iam: 'DISABLED' },
};

/**
 * A task definition without what it would be all the same: fields at their defaults, empty lists and objects; sizes as
 * numbers. Two definitions with the same result mean the same to ECS. Elements of lists keep their places. Anything but
 * an object comes back as it is. Source: API-ECS `RegisterTaskDefinitionRequest`.
 */
export function withoutDefaults(json: unknown): unknown {
  if (!isObject(json)) return json;
  const { networkMode, windows } = readTaskDefinition(json);
  const plain = plainMembers(
    json,
    { enableFaultInjection: false, networkMode: windows ? 'default' : 'bridge' },
    networkMode,
  );
  const cpu = readTaskCpu(json.cpu);
  const memory = readTaskMemory(json.memory);
  return { ...plain, ...(cpu !== null && { cpu }), ...(memory !== null && { memory }) };
}

function plainMembers(fields: JsonObject, defaults: JsonObject, networkMode: string): JsonObject {
  const members = Object.entries(fields).flatMap(([name, value]) => {
    if (Object.hasOwn(defaults, name) && defaults[name] === value) return [];
    const plain = plainValue(name, value, networkMode);
    return isEmpty(plain) ? [] : [[name, plain] as const];
  });
  return Object.fromEntries(members);
}

function plainValue(name: string, value: unknown, networkMode: string): unknown {
  if (Array.isArray(value)) return value.map((item) => plainValue(name, item, networkMode));
  if (!isObject(value)) return value;
  const defaults = name === 'containerDefinitions' ? containerDefaults : (memberDefaults[name] ?? {});
  const host = name === 'portMappings' ? { hostPort: silentHostPort(value, networkMode) } : {};
  return plainMembers(value, { ...defaults, ...host }, networkMode);
}

/** The host port that a mapping has when it names none. */
function silentHostPort(mapping: JsonObject, networkMode: string): unknown {
  return networkMode === 'awsvpc' || networkMode === 'host' ? mapping.containerPort : 0;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}
