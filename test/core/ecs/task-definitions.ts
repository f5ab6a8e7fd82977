/** Definitions that ECS registers and that nobody would doubt; the tests break them one at a time. */
type Json = Readonly<Record<string, unknown>>;

export const executionRole = 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole';

export function container(fields: Json = {}): Json {
  return { name: 'web', image: 'nginx:1.27', memory: 256, ...fields };
}

/** A task for EC2 in bridge mode with one container. */
export function onEc2(fields: Json = {}, first: Json = {}): Json {
  return { family: 'shop', containerDefinitions: [container(first)], ...fields };
}

/** A task for Fargate of the smallest size with one container. */
export function onFargate(fields: Json = {}, first: Json = {}): Json {
  return {
    family: 'shop',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    executionRoleArn: executionRole,
    containerDefinitions: [container(first)],
    ...fields,
  };
}

/** A task for Windows on EC2. */
export function onWindows(fields: Json = {}, first: Json = {}): Json {
  return onEc2({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }, ...fields }, first);
}

/** `CONTAINER` with `count` further ones after it, called `side1`, `side2`, … */
export function withSides(first: Json, ...sides: readonly Json[]): { readonly containerDefinitions: readonly Json[] } {
  return {
    containerDefinitions: [
      container(first),
      ...sides.map((side, index) => container({ name: `side${index + 1}`, ...side })),
    ],
  };
}

export const validDefinitions: Readonly<Record<string, Json>> = {
  'a bridge task on EC2 with a dynamic port': {
    family: 'shop-web',
    taskRoleArn: 'arn:aws:iam::123456789012:role/shopWeb',
    networkMode: 'bridge',
    requiresCompatibilities: ['EC2'],
    placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.instance-type =~ t3.*' }],
    containerDefinitions: [
      {
        name: 'web',
        image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4.2',
        cpu: 128,
        memory: 512,
        memoryReservation: 256,
        essential: true,
        links: ['cache:redis'],
        portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp' }],
        environment: [{ name: 'LOG_LEVEL', value: 'info' }],
        mountPoints: [{ sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1' },
        },
      },
      { name: 'cache', image: 'redis:7.4', cpu: 64, memory: 128, essential: false },
    ],
    volumes: [{ name: 'uploads', host: { sourcePath: '/srv/uploads' } }],
  },
  'an awsvpc task on Fargate': {
    family: 'api',
    taskRoleArn: 'arn:aws:iam::123456789012:role/apiTask',
    executionRoleArn: executionRole,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '1 vCPU',
    memory: '2 GB',
    ephemeralStorage: { sizeInGiB: 40 },
    runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
    containerDefinitions: [
      {
        name: 'api',
        image:
          '123456789012.dkr.ecr.eu-west-1.amazonaws.com/api@sha256:9f2c0d4e5b6a79880123456789abcdef0123456789abcdef0123456789abcdef',
        portMappings: [{ containerPort: 8080, hostPort: 8080, name: 'api', appProtocol: 'http' }],
        secrets: [{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf' }],
        environmentFiles: [{ value: 'arn:aws:s3:::settings/api.env', type: 's3' }],
        healthCheck: {
          command: ['CMD-SHELL', 'curl -f http://localhost:8080/ || exit 1'],
          interval: 30,
          timeout: 5,
          retries: 3,
        },
        stopTimeout: 120,
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/api', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'api' },
        },
      },
    ],
  },
  'several containers that wait for one another': {
    family: 'report',
    executionRoleArn: executionRole,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['EC2', 'FARGATE'],
    cpu: '512',
    memory: '1024',
    containerDefinitions: [
      {
        name: 'app',
        image: 'public.ecr.aws/docker/library/python:3.13',
        portMappings: [{ containerPort: 8000 }],
        dependsOn: [
          { containerName: 'migrate', condition: 'SUCCESS' },
          { containerName: 'proxy', condition: 'HEALTHY' },
        ],
      },
      { name: 'migrate', image: 'registry.example.com:5000/migrate:3', essential: false, command: ['migrate'] },
      {
        name: 'proxy',
        image: 'envoyproxy/envoy:v1.33.0',
        portMappings: [{ containerPort: 9901 }],
        healthCheck: { command: ['CMD', '/check'], startPeriod: 0 },
        dependsOn: [{ containerName: 'migrate', condition: 'START' }],
      },
    ],
    volumes: [
      { name: 'shared', efsVolumeConfiguration: { fileSystemId: 'fs-12345678', transitEncryption: 'ENABLED' } },
    ],
  },
  'a Windows task on EC2': {
    family: 'iis',
    networkMode: 'default',
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
    containerDefinitions: [
      {
        name: 'iis',
        image: 'mcr.microsoft.com/windows/servercore/iis:20250114',
        cpu: 1024,
        memory: 2048,
        portMappings: [{ containerPort: 80 }],
        logConfiguration: { logDriver: 'json-file' },
      },
    ],
  },
  'a Windows task on Fargate': {
    family: 'iis',
    executionRoleArn: executionRole,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '4096',
    memory: '30720',
    runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
    containerDefinitions: [{ name: 'iis', image: 'mcr.microsoft.com/windows/servercore/iis:20250114' }],
  },
  'a daemon in host mode': {
    family: 'collector',
    networkMode: 'host',
    memory: '256',
    containerDefinitions: [
      { name: 'agent', image: 'collector:2.1', portMappings: [{ containerPort: 4317 }], privileged: true },
    ],
  },
};
