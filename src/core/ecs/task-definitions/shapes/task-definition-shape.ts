import { boolean, list, number, type ObjectShape, object, oneOf, size, text, textsByName } from './shape.ts';

/** Systems that a container may be made for. Source: API-ECS `OSFamily`. */
export const systemFamilies: readonly string[] = [
  'LINUX',
  ...[
    '2019_FULL',
    '2019_CORE',
    '2016_FULL',
    '2004_CORE',
    '2022_CORE',
    '2022_FULL',
    '2025_CORE',
    '2025_FULL',
    '20H2_CORE',
  ].map((version) => `WINDOWS_SERVER_${version}`),
];

const ulimits = 'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
  ' ',
);
const switched = oneOf(['ENABLED', 'DISABLED']);
const secret = object({ name: text, valueFrom: text }, { name: 'T26', valueFrom: 'T26' });
const pair = object({ name: text, value: text });

const linuxParameters = object({
  capabilities: object({ add: list(text), drop: list(text) }),
  devices: list(
    object(
      { hostPath: text, containerPath: text, permissions: list(oneOf(['read', 'write', 'mknod'])) },
      { hostPath: 'T00' },
    ),
  ),
  initProcessEnabled: boolean,
  sharedMemorySize: number,
  tmpfs: list(
    object({ containerPath: text, size: number, mountOptions: list(text) }, { containerPath: 'T00', size: 'T00' }),
  ),
  maxSwap: number,
  swappiness: number,
});

const portMapping = object({
  containerPort: number,
  hostPort: number,
  protocol: oneOf(['tcp', 'udp'], 'T13'),
  name: text,
  appProtocol: oneOf(['http', 'http2', 'grpc'], 'T13'),
  containerPortRange: text,
});

const logConfiguration = object(
  // T23 names the drivers: which ones there are depends on where the task runs.
  { logDriver: text, options: textsByName, secretOptions: list(secret) },
  { logDriver: 'T23' },
);

/** A container definition. Source: API-ECS `ContainerDefinition`. */
export const containerShape: ObjectShape = object(
  {
    name: text,
    image: text,
    repositoryCredentials: object({ credentialsParameter: text }, { credentialsParameter: 'T00' }),
    cpu: number,
    memory: number,
    memoryReservation: number,
    links: list(text),
    portMappings: list(portMapping),
    essential: boolean,
    restartPolicy: object(
      { enabled: boolean, ignoredExitCodes: list(number), restartAttemptPeriod: number },
      { enabled: 'T00' },
    ),
    entryPoint: list(text),
    command: list(text),
    environment: list(pair),
    environmentFiles: list(object({ value: text, type: oneOf(['s3'], 'T35') }, { value: 'T35', type: 'T35' })),
    mountPoints: list(object({ sourceVolume: text, containerPath: text, readOnly: boolean })),
    volumesFrom: list(object({ sourceContainer: text, readOnly: boolean })),
    linuxParameters,
    secrets: list(secret),
    dependsOn: list(
      object(
        { containerName: text, condition: oneOf(['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'], 'T29') },
        { containerName: 'T29', condition: 'T29' },
      ),
    ),
    startTimeout: number,
    stopTimeout: number,
    versionConsistency: oneOf(['enabled', 'disabled']),
    hostname: text,
    user: text,
    workingDirectory: text,
    disableNetworking: boolean,
    privileged: boolean,
    readonlyRootFilesystem: boolean,
    dnsServers: list(text),
    dnsSearchDomains: list(text),
    extraHosts: list(object({ hostname: text, ipAddress: text }, { hostname: 'T00', ipAddress: 'T00' })),
    dockerSecurityOptions: list(text),
    interactive: boolean,
    pseudoTerminal: boolean,
    dockerLabels: textsByName,
    ulimits: list(
      object(
        { name: oneOf(ulimits), softLimit: number, hardLimit: number },
        { name: 'T00', softLimit: 'T00', hardLimit: 'T00' },
      ),
    ),
    logConfiguration,
    healthCheck: object(
      { command: list(text), interval: number, timeout: number, retries: number, startPeriod: number },
      { command: 'T30' },
    ),
    systemControls: list(object({ namespace: text, value: text })),
    resourceRequirements: list(
      object(
        { value: text, type: oneOf(['GPU', 'InferenceAccelerator', 'NeuronDevice']) },
        { value: 'T00', type: 'T00' },
      ),
    ),
    firelensConfiguration: object({ type: oneOf(['fluentd', 'fluentbit']), options: textsByName }, { type: 'T00' }),
    credentialSpecs: list(text),
  },
  { name: 'T02', image: 'T02' },
);

const volume = object(
  {
    name: text,
    host: object({ sourcePath: text }),
    dockerVolumeConfiguration: object({
      scope: oneOf(['task', 'shared']),
      autoprovision: boolean,
      driver: text,
      driverOpts: textsByName,
      labels: textsByName,
    }),
    efsVolumeConfiguration: object(
      {
        fileSystemId: text,
        rootDirectory: text,
        transitEncryption: switched,
        transitEncryptionPort: number,
        authorizationConfig: object({ accessPointId: text, iam: switched }),
      },
      { fileSystemId: 'T31' },
    ),
    s3filesVolumeConfiguration: object(
      { fileSystemArn: text, rootDirectory: text, transitEncryptionPort: number, accessPointArn: text },
      { fileSystemArn: 'T31' },
    ),
    fsxWindowsFileServerVolumeConfiguration: object(
      {
        fileSystemId: text,
        rootDirectory: text,
        authorizationConfig: object(
          { credentialsParameter: text, domain: text },
          { credentialsParameter: 'T31', domain: 'T31' },
        ),
      },
      { fileSystemId: 'T31', rootDirectory: 'T31', authorizationConfig: 'T31' },
    ),
    configuredAtLaunch: boolean,
  },
  { name: 'T31' },
);

/** A whole task definition. Source: API-ECS `RegisterTaskDefinitionRequest`. */
export const taskDefinitionShape: ObjectShape = object(
  {
    family: text,
    taskRoleArn: text,
    executionRoleArn: text,
    // T04: `default` exists on Windows alone, so this is no plain list of words.
    networkMode: text,
    containerDefinitions: list(containerShape),
    volumes: list(volume),
    // T22 has its own words for `distinctInstance`.
    placementConstraints: list(object({ type: text, expression: text })),
    requiresCompatibilities: list(oneOf(['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'], 'T05')),
    cpu: size,
    memory: size,
    tags: list(object({ key: text, value: text })),
    pidMode: oneOf(['host', 'task']),
    ipcMode: oneOf(['host', 'task', 'none']),
    proxyConfiguration: object(
      { type: oneOf(['APPMESH']), containerName: text, properties: list(pair) },
      { containerName: 'T00' },
    ),
    inferenceAccelerators: list(
      object({ deviceName: text, deviceType: text }, { deviceName: 'T00', deviceType: 'T00' }),
    ),
    ephemeralStorage: object({ sizeInGiB: number }, { sizeInGiB: 'T32' }),
    runtimePlatform: object({
      cpuArchitecture: oneOf(['X86_64', 'ARM64'], 'T34'),
      operatingSystemFamily: oneOf(systemFamilies, 'T34'),
    }),
    enableFaultInjection: boolean,
  },
  { family: 'T01', containerDefinitions: 'T02' },
);
