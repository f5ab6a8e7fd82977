import { container, executionRole, onEc2, onFargate, onWindows, withSides } from './task-definitions.ts';

/** A row of the task definition rules: what the rule of `code` finds in `json`, as `severity pointer`. */
export interface RuleRow {
  readonly code: string;
  readonly says: string;
  readonly json: unknown;
  readonly found: readonly string[];
}

const first = '/containerDefinitions/0';
const second = '/containerDefinitions/1';

function refuses(code: string, says: string, json: unknown, ...pointers: readonly string[]): RuleRow {
  return { code, says, json, found: pointers.map((pointer) => `error ${pointer}`) };
}

function doubts(code: string, says: string, json: unknown, ...pointers: readonly string[]): RuleRow {
  return { code, says, json, found: pointers.map((pointer) => `warning ${pointer}`) };
}

function takes(code: string, says: string, json: unknown): RuleRow {
  return { code, says, json, found: [] };
}

function ports(...portMappings: readonly unknown[]) {
  return { portMappings };
}

function logs(logDriver: string, options: Readonly<Record<string, string>> = {}) {
  return { logConfiguration: { logDriver, options } };
}

const group = { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1' };
const ecr = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop';
const waits = (containerName: string, condition = 'START') => ({ dependsOn: [{ containerName, condition }] });
const healthCheck = { command: ['CMD', '/check'] };

const names: readonly RuleRow[] = [
  refuses('T01', 'a family is required', { containerDefinitions: [container()] }, ''),
  refuses('T01', 'a family has no spaces', onEc2({ family: 'my shop' }), '/family'),
  refuses('T01', 'a family has no 256th character', onEc2({ family: 'a'.repeat(256) }), '/family'),
  refuses('T01', 'a family is not empty', onEc2({ family: '' }), '/family'),
  takes('T01', 'a family may have 255 letters, digits, _ and -', onEc2({ family: `Shop_1-${'a'.repeat(248)}` })),
  refuses('T02', 'containers are required', { family: 'shop' }, ''),
  refuses('T02', 'one container at least', { family: 'shop', containerDefinitions: [] }, '/containerDefinitions'),
  refuses(
    'T02',
    'ten containers at most',
    onEc2(withSides({}, ...Array.from({ length: 10 }, () => ({})))),
    '/containerDefinitions',
  ),
  takes('T02', 'ten containers are allowed', onEc2(withSides({}, ...Array.from({ length: 9 }, () => ({}))))),
  refuses('T02', 'names are unique', onEc2(withSides({}, { name: 'web' })), `${second}/name`),
  refuses('T02', 'a name has no dot', onEc2({}, { name: 'web.1' }), `${first}/name`),
  refuses('T02', 'name and image are required', onEc2({ containerDefinitions: [{ memory: 128 }] }), first, first),
  refuses('T02', 'an image is not empty', onEc2({}, { image: '' }), `${first}/image`),
  refuses('T03', 'some container is essential', onEc2({}, { essential: false }), '/containerDefinitions'),
  takes('T03', 'essential is what a container is unless it says otherwise', onEc2()),
  takes('T03', 'one essential container is enough', onEc2(withSides({ essential: false }, {}))),
];

const modes: readonly RuleRow[] = [
  refuses('T04', 'no mode nat', onEc2({ networkMode: 'nat' }), '/networkMode'),
  refuses('T04', 'no mode Bridge', onEc2({ networkMode: 'Bridge' }), '/networkMode'),
  refuses('T04', 'no mode default on Linux', onEc2({ networkMode: 'default' }), '/networkMode'),
  refuses('T04', 'no mode bridge on Windows', onWindows({ networkMode: 'bridge' }), '/networkMode'),
  ...['bridge', 'host', 'awsvpc', 'none'].map((mode) => takes('T04', `${mode} on Linux`, onEc2({ networkMode: mode }))),
  ...['default', 'awsvpc'].map((mode) => takes('T04', `${mode} on Windows`, onWindows({ networkMode: mode }))),
  refuses('T05', 'no FARGATE_SPOT', onEc2({ requiresCompatibilities: ['FARGATE_SPOT'] }), '/requiresCompatibilities/0'),
  refuses(
    'T05',
    'no small letters',
    onEc2({ requiresCompatibilities: ['EC2', 'fargate'] }),
    '/requiresCompatibilities/1',
  ),
  takes('T05', 'all four', onFargate({ requiresCompatibilities: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] })),
  ...['bridge', 'host', 'none'].map((mode) =>
    refuses('T06', `Fargate with ${mode}`, onFargate({ networkMode: mode }), '/networkMode'),
  ),
  refuses('T06', 'Fargate with no mode', { ...onFargate(), networkMode: undefined }, ''),
  refuses(
    'T06',
    'Fargate beside EC2 with bridge',
    onFargate({ requiresCompatibilities: ['EC2', 'FARGATE'], networkMode: 'bridge' }),
    '/networkMode',
  ),
  takes('T06', 'Fargate with awsvpc', onFargate()),
  takes('T06', 'EC2 with bridge', onEc2({ requiresCompatibilities: ['EC2'], networkMode: 'bridge' })),
];

const sizes: readonly RuleRow[] = [
  refuses('T07', 'Fargate without a size', { ...onFargate(), cpu: undefined, memory: undefined }, '', ''),
  refuses(
    'T07',
    'Fargate beside EC2 without memory',
    { ...onFargate({ requiresCompatibilities: ['EC2', 'FARGATE'] }), memory: undefined },
    '',
  ),
  refuses('T07', '512 with 512', onFargate({ cpu: '512', memory: '512' }), '/memory'),
  refuses('T07', '300 is no size', onFargate({ cpu: '300', memory: '512' }), '/cpu'),
  refuses('T07', 'spellings that cannot be read', onFargate({ cpu: 'one', memory: '512 MB' }), '/cpu', '/memory'),
  takes('T07', '1 vCPU with 2 GB', onFargate({ cpu: '1 vCPU', memory: '2 GB' })),
  takes('T07', 'numbers', onFargate({ cpu: 256, memory: 512 })),
  takes('T07', 'any size on EC2', onEc2({ cpu: '300', memory: '700' })),
  refuses('T08', 'EC2 with no memory at all', onEc2({}, { memory: undefined }), first),
  refuses('T08', 'the second container has none', onEc2(withSides({}, { memory: 0 })), second),
  refuses('T08', 'the memory of the task cannot be read', onEc2({ memory: 'lots' }), '/memory'),
  takes('T08', 'the task has memory', onEc2({ memory: '512' }, { memory: undefined })),
  takes('T08', 'a reservation is enough', onEc2({}, { memory: undefined, memoryReservation: 128 })),
  takes('T08', 'Fargate has its own rule', onFargate({}, { memory: undefined })),
  refuses('T09', '256 under 512', onEc2({}, { memory: 256, memoryReservation: 512 }), `${first}/memory`),
  refuses('T09', '256 and 256', onEc2({}, { memory: 256, memoryReservation: 256 }), `${first}/memory`),
  takes('T09', '512 over 256', onEc2({}, { memory: 512, memoryReservation: 256 })),
  refuses('T10', 'memory over the size of the task', onEc2({ memory: '400', ...withSides({}, {}) }), '/memory'),
  refuses(
    'T10',
    'reservations over the size of the task',
    onEc2({ memory: '400' }, { memory: undefined, memoryReservation: 401 }),
    '/memory',
  ),
  refuses(
    'T10',
    'cpu over the size of the task',
    onFargate(withSides({ cpu: 200 }, { cpu: 57, memory: undefined })),
    '/cpu',
  ),
  takes('T10', 'exactly what the task has', onFargate(withSides({ cpu: 200 }, { cpu: 56 }))),
  takes('T10', 'no size of the task', onEc2({}, { memory: 100_000, cpu: 100_000 })),
  doubts('T11', '5 MiB', onEc2({}, { memory: 5 }), `${first}/memory`),
  doubts('T11', 'a reservation of 4 MiB', onEc2({}, { memoryReservation: 4 }), `${first}/memoryReservation`),
  takes('T11', '6 MiB', onEc2({}, { memory: 6 })),
  refuses('T12', '127 units', onEc2({ cpu: '127' }), '/cpu'),
  refuses('T12', '196609 units', onEc2({ cpu: '196609' }), '/cpu'),
  refuses('T12', 'no number', onEc2({ cpu: 'half' }), '/cpu'),
  takes('T12', '128 units', onEc2({ cpu: '128' })),
  takes('T12', '192 vCPU', onEc2({ cpu: '192 vCPU' })),
];

const portRows: readonly RuleRow[] = [
  refuses('T13', 'no container port', onEc2({}, ports({ hostPort: 80 })), `${first}/portMappings/0`),
  refuses('T13', 'container port 0', onEc2({}, ports({ containerPort: 0 })), `${first}/portMappings/0/containerPort`),
  refuses(
    'T13',
    'port 65536',
    onEc2({}, ports({ containerPort: 80, hostPort: 65536 })),
    `${first}/portMappings/0/hostPort`,
  ),
  refuses(
    'T13',
    'protocol http',
    onEc2({}, ports({ containerPort: 80, protocol: 'http' })),
    `${first}/portMappings/0/protocol`,
  ),
  refuses(
    'T13',
    'a range in host mode',
    onEc2({ networkMode: 'host' }, ports({ containerPortRange: '80-90' })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'a range from high to low',
    onEc2({}, ports({ containerPortRange: '90-80' })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'a range of one port',
    onEc2({}, ports({ containerPortRange: '80-80' })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'a range past 65535',
    onEc2({}, ports({ containerPortRange: '65000-65536' })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'a range with a host port',
    onEc2({}, ports({ containerPortRange: '80-90', hostPort: 80 })),
    `${first}/portMappings/0/containerPortRange`,
  ),
  refuses(
    'T13',
    'ranges that overlap',
    onEc2({}, ports({ containerPortRange: '80-90' }, { containerPortRange: '90-95' })),
    `${first}/portMappings/1/containerPortRange`,
  ),
  refuses(
    'T13',
    'a port inside a range',
    onEc2({}, ports({ containerPort: 85 }, { containerPortRange: '80-90' })),
    `${first}/portMappings/0/containerPort`,
  ),
  refuses(
    'T13',
    '101 ranges',
    onEc2(
      {},
      ports(...Array.from({ length: 101 }, (_, at) => ({ containerPortRange: `${at * 2 + 1}-${at * 2 + 2}` }))),
    ),
    `${first}/portMappings`,
  ),
  takes(
    'T13',
    '100 ranges',
    onEc2(
      {},
      ports(...Array.from({ length: 100 }, (_, at) => ({ containerPortRange: `${at * 2 + 1}-${at * 2 + 2}` }))),
    ),
  ),
  takes(
    'T13',
    'ports 1 and 65535',
    onEc2({}, ports({ containerPort: 1, hostPort: 0 }, { containerPort: 65535, protocol: 'udp' })),
  ),
  takes(
    'T13',
    'a range and a port beside it',
    onFargate({}, ports({ containerPortRange: '80-90' }, { containerPort: 91 })),
  ),
  refuses(
    'T14',
    'ports without a network',
    onEc2({ networkMode: 'none' }, ports({ containerPort: 80 })),
    `${first}/portMappings`,
  ),
  takes('T14', 'no ports without a network', onEc2({ networkMode: 'none' }, ports())),
  ...['awsvpc', 'host'].flatMap((networkMode) => [
    refuses(
      'T15',
      `${networkMode}: 8080 for 80`,
      onEc2({ networkMode }, ports({ containerPort: 80, hostPort: 8080 })),
      `${first}/portMappings/0/hostPort`,
    ),
    refuses(
      'T15',
      `${networkMode}: 0 for 80`,
      onEc2({ networkMode }, ports({ containerPort: 80, hostPort: 0 })),
      `${first}/portMappings/0/hostPort`,
    ),
    takes('T15', `${networkMode}: 80 for 80`, onEc2({ networkMode }, ports({ containerPort: 80, hostPort: 80 }))),
    takes('T15', `${networkMode}: no host port`, onEc2({ networkMode }, ports({ containerPort: 80 }))),
  ]),
  takes('T15', 'bridge: 8080 for 80', onEc2({}, ports({ containerPort: 80, hostPort: 8080 }))),
  ...[22, 2375, 2376, 51678, 51679].map((port) =>
    refuses(
      'T16',
      `reserved port ${port}`,
      onEc2({}, ports({ containerPort: 80, hostPort: port })),
      `${first}/portMappings/0/hostPort`,
    ),
  ),
  refuses(
    'T16',
    'reserved port 3389 on Windows',
    onWindows({}, ports({ containerPort: 80, hostPort: 3389 })),
    `${first}/portMappings/0/hostPort`,
  ),
  doubts(
    'T16',
    'port 22 for UDP is free but fixed',
    onEc2({}, ports({ containerPort: 80, hostPort: 22, protocol: 'udp' })),
    `${first}/portMappings/0/hostPort`,
  ),
  doubts(
    'T16',
    'a fixed port',
    onEc2({}, ports({ containerPort: 80, hostPort: 32767 })),
    `${first}/portMappings/0/hostPort`,
  ),
  doubts(
    'T16',
    'a fixed port in the ephemeral range',
    onEc2({}, ports({ containerPort: 80, hostPort: 32768 })),
    `${first}/portMappings/0/hostPort`,
    `${first}/portMappings/0/hostPort`,
  ),
  refuses(
    'T16',
    'one host port twice in host mode',
    onEc2({ networkMode: 'host', ...withSides(ports({ containerPort: 80 }), ports({ containerPort: 80 })) }),
    `${second}/portMappings/0`,
  ),
  takes(
    'T16',
    'dynamic ports, 0 or left out',
    onEc2(withSides(ports({ containerPort: 80, hostPort: 0 }), ports({ containerPort: 80 }))),
  ),
  takes('T16', 'awsvpc owns its ports', onFargate({}, ports({ containerPort: 22, hostPort: 22 }))),
  refuses(
    'T17',
    '53 for TCP and UDP',
    onEc2({}, ports({ containerPort: 53 }, { containerPort: 53, protocol: 'udp' })),
    `${first}/portMappings/1`,
  ),
  takes(
    'T17',
    'two containers may',
    onEc2(withSides(ports({ containerPort: 53 }), ports({ containerPort: 53, protocol: 'udp' }))),
  ),
  takes('T17', 'two ports', onEc2({}, ports({ containerPort: 53 }, { containerPort: 54, protocol: 'udp' }))),
  refuses(
    'T18',
    'one port in two containers',
    onFargate(withSides(ports({ containerPort: 80 }), { memory: 128, ...ports({ containerPort: 80 }) })),
    `${second}/portMappings/0/containerPort`,
  ),
  takes(
    'T18',
    'bridge gives each its own address',
    onEc2(withSides(ports({ containerPort: 80 }), ports({ containerPort: 80 }))),
  ),
  takes(
    'T18',
    'two ports',
    onFargate(withSides(ports({ containerPort: 80 }), { memory: 128, ...ports({ containerPort: 81 }) })),
  ),
];

const networks: readonly RuleRow[] = [
  refuses('T19', 'links in awsvpc', onFargate(withSides({ links: ['side1'] }, { memory: 128 })), `${first}/links`),
  refuses(
    'T19',
    'links in host',
    onEc2({ networkMode: 'host', ...withSides({ links: ['side1'] }, {}) }),
    `${first}/links`,
  ),
  refuses('T19', 'a link to nobody', onEc2({}, { links: ['cache:redis'] }), `${first}/links/0`),
  takes('T19', 'a link in bridge', onEc2(withSides({ links: ['side1:cache'] }, {}))),
  refuses('T20', 'hostname in awsvpc', onFargate({}, { hostname: 'web' }), `${first}/hostname`),
  refuses(
    'T20',
    'extraHosts in awsvpc',
    onEc2({ networkMode: 'awsvpc' }, { extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }] }),
    `${first}/extraHosts`,
  ),
  takes(
    'T20',
    'both in bridge',
    onEc2({}, { hostname: 'web', extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }] }),
  ),
];

const fargate: readonly RuleRow[] = [
  refuses('T21', 'privileged', onFargate({}, { privileged: true }), `${first}/privileged`),
  refuses(
    'T21',
    'placement constraints',
    onFargate({ placementConstraints: [{ type: 'memberOf', expression: 'agentVersion > 1' }] }),
    '/placementConstraints',
  ),
  refuses(
    'T21',
    'a Docker volume',
    onFargate({ volumes: [{ name: 'v', dockerVolumeConfiguration: { scope: 'task' } }] }),
    '/volumes/0/dockerVolumeConfiguration',
  ),
  refuses(
    'T21',
    'a folder of the host',
    onFargate({ volumes: [{ name: 'v', host: { sourcePath: '/srv' } }] }),
    '/volumes/0/host/sourcePath',
  ),
  refuses(
    'T21',
    'ipcMode and the host’s processes',
    onFargate({ ipcMode: 'task', pidMode: 'host' }),
    '/ipcMode',
    '/pidMode',
  ),
  refuses(
    'T21',
    'security options and name servers',
    onFargate({}, { dockerSecurityOptions: ['label:x'], dnsServers: ['10.0.0.2'] }),
    `${first}/dockerSecurityOptions`,
    `${first}/dnsServers`,
  ),
  refuses(
    'T21',
    'swap, capabilities and a GPU',
    onFargate(
      {},
      {
        linuxParameters: { maxSwap: 1, capabilities: { add: ['NET_ADMIN'] } },
        resourceRequirements: [{ type: 'GPU', value: '1' }],
      },
    ),
    `${first}/linuxParameters/maxSwap`,
    `${first}/linuxParameters/capabilities/add`,
    `${first}/resourceRequirements/0`,
  ),
  takes('T21', 'privileged on EC2', onEc2({ ipcMode: 'host' }, { privileged: true })),
  takes(
    'T21',
    'privileged: false, SYS_PTRACE, pidMode task',
    onFargate(
      { pidMode: 'task' },
      { privileged: false, linuxParameters: { capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] } } },
    ),
  ),
  refuses(
    'T22',
    'distinctInstance',
    onEc2({ placementConstraints: [{ type: 'distinctInstance' }] }),
    '/placementConstraints/0/type',
  ),
  refuses('T22', 'a strategy', onEc2({ placementConstraints: [{ type: 'spread' }] }), '/placementConstraints/0/type'),
  refuses(
    'T22',
    'memberOf without expression',
    onEc2({ placementConstraints: [{ type: 'memberOf' }] }),
    '/placementConstraints/0',
  ),
  refuses(
    'T22',
    '2001 characters',
    onEc2({ placementConstraints: [{ type: 'memberOf', expression: 'x'.repeat(2001) }] }),
    '/placementConstraints/0/expression',
  ),
  refuses(
    'T22',
    'eleven constraints',
    onEc2({ placementConstraints: Array.from({ length: 11 }, () => ({ type: 'memberOf', expression: 'a == b' })) }),
    '/placementConstraints',
  ),
  takes(
    'T22',
    'ten times memberOf',
    onEc2({ placementConstraints: Array.from({ length: 10 }, () => ({ type: 'memberOf', expression: 'a == b' })) }),
  ),
  ...['fluentd', 'gelf', 'json-file', 'journald', 'syslog'].flatMap((driver) => [
    refuses('T23', `${driver} on Fargate`, onFargate({}, logs(driver)), `${first}/logConfiguration/logDriver`),
    takes('T23', `${driver} on EC2`, onEc2({}, logs(driver))),
  ]),
  ...['awslogs', 'splunk', 'awsfirelens'].map((driver) =>
    takes('T23', `${driver} on Fargate`, onFargate({}, logs(driver))),
  ),
  refuses('T23', 'no driver cloudwatch', onEc2({}, logs('cloudwatch')), `${first}/logConfiguration/logDriver`),
  refuses('T23', 'a driver is required', onEc2({}, { logConfiguration: {} }), `${first}/logConfiguration`),
];

const logging: readonly RuleRow[] = [
  refuses(
    'T24',
    'no group',
    onEc2({}, logs('awslogs', { 'awslogs-region': 'eu-west-1' })),
    `${first}/logConfiguration/options`,
  ),
  refuses(
    'T24',
    'no Region',
    onEc2({}, logs('awslogs', { 'awslogs-group': 'g' })),
    `${first}/logConfiguration/options`,
  ),
  refuses(
    'T24',
    'no options',
    onEc2({}, { logConfiguration: { logDriver: 'awslogs' } }),
    `${first}/logConfiguration`,
    `${first}/logConfiguration`,
  ),
  refuses('T24', 'no prefix on Fargate', onFargate({}, logs('awslogs', group)), `${first}/logConfiguration/options`),
  takes('T24', 'no prefix on EC2', onEc2({}, logs('awslogs', group))),
  takes('T24', 'all three on Fargate', onFargate({}, logs('awslogs', { ...group, 'awslogs-stream-prefix': 'web' }))),
  takes('T24', 'another driver', onEc2({}, logs('splunk'))),
  refuses(
    'T25',
    'both beginnings',
    onEc2({}, logs('awslogs', { ...group, 'awslogs-datetime-format': '%Y', 'awslogs-multiline-pattern': '^\\d' })),
    `${first}/logConfiguration/options/awslogs-multiline-pattern`,
  ),
  takes('T25', 'one beginning', onEc2({}, logs('awslogs', { ...group, 'awslogs-multiline-pattern': '^\\d' }))),
];

const secret = { name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/db' };
const withRole = { executionRoleArn: executionRole };

const secrets: readonly RuleRow[] = [
  refuses(
    'T26',
    'a secret has a name and a source',
    onEc2(withRole, { secrets: [{}] }),
    `${first}/secrets/0`,
    `${first}/secrets/0`,
  ),
  refuses(
    'T26',
    'a name in environment too',
    onEc2(withRole, { secrets: [secret], environment: [{ name: 'DB_PASSWORD', value: '' }] }),
    `${first}/secrets/0/name`,
  ),
  refuses('T26', 'a name twice', onEc2(withRole, { secrets: [secret, secret] }), `${first}/secrets/1/name`),
  refuses(
    'T26',
    'an ARN of S3',
    onEc2(withRole, { secrets: [{ name: 'A', valueFrom: 'arn:aws:s3:::bucket/a' }] }),
    `${first}/secrets/0/valueFrom`,
  ),
  refuses(
    'T26',
    'an empty source',
    onEc2(withRole, { secrets: [{ name: 'A', valueFrom: ' ' }] }),
    `${first}/secrets/0/valueFrom`,
  ),
  doubts(
    'T26',
    'the secret itself',
    onEc2(withRole, { secrets: [{ name: 'A', valueFrom: 'pa$$ word!' }] }),
    `${first}/secrets/0/valueFrom`,
  ),
  doubts(
    'T26',
    'a variable twice',
    onEc2(
      {},
      {
        environment: [
          { name: 'A', value: '1' },
          { name: 'A', value: '2' },
        ],
      },
    ),
    `${first}/environment/1`,
  ),
  takes(
    'T26',
    'a secret, a parameter by ARN and one by name',
    onEc2(withRole, {
      secrets: [
        secret,
        { name: 'B', valueFrom: '/prod/b' },
        { name: 'C', valueFrom: 'arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:c:key::' },
      ],
    }),
  ),
  refuses('T27', 'secrets without the role', onEc2({}, { secrets: [secret] }), `${first}/secrets`),
  refuses(
    'T27',
    'secrets of a log driver without the role',
    onEc2(
      {},
      { logConfiguration: { logDriver: 'splunk', secretOptions: [{ name: 'splunk-token', valueFrom: 'token' }] } },
    ),
    `${first}/logConfiguration/secretOptions`,
  ),
  refuses(
    'T27',
    'a private registry without the role',
    onEc2(
      {},
      { repositoryCredentials: { credentialsParameter: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:hub' } },
    ),
    `${first}/repositoryCredentials`,
  ),
  refuses(
    'T27',
    'ECR on Fargate without the role',
    onFargate({ executionRoleArn: '' }, { image: `${ecr}:1` }),
    `${first}/image`,
  ),
  refuses(
    'T27',
    'awslogs on Fargate without the role',
    { ...onFargate({}, logs('awslogs', group)), executionRoleArn: undefined },
    `${first}/logConfiguration`,
  ),
  takes(
    'T27',
    'ECR and awslogs on EC2: the instance role serves',
    onEc2({}, { image: `${ecr}:1`, ...logs('awslogs', group) }),
  ),
  takes('T27', 'ECR Public and Docker Hub need none', {
    ...onFargate({}, { image: 'public.ecr.aws/nginx/nginx:1' }),
    executionRoleArn: undefined,
  }),
  takes('T27', 'the role is there', onFargate({}, { image: `${ecr}:1`, secrets: [secret] })),
  ...[
    ['DB_PASSWORD', 'hunter2'],
    ['api-key', 'abc'],
    ['AWS_SECRET_ACCESS_KEY', 'abc'],
    ['SETTING', 'AKIAABCDEFGHIJKLMNOP'],
    ['DATABASE_URL', 'postgres://app:hunter2@db:5432/shop'],
    ['CERTIFICATE', '-----BEGIN RSA PRIVATE KEY-----'],
  ].map(([name, value]) =>
    doubts('T28', `${name} in environment`, onEc2({}, { environment: [{ name, value }] }), `${first}/environment/0`),
  ),
  ...[
    ['DB_PASSWORD_FILE', '/run/password'],
    ['TOKEN_TTL', '3600'],
    ['SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a'],
    ['DB_PASSWORD', ''],
    ['DATABASE_URL', 'postgres://db:5432/shop'],
  ].map(([name, value]) =>
    takes('T28', `${name}=${value} is no credential`, onEc2({}, { environment: [{ name, value }] })),
  ),
];

const waiting: readonly RuleRow[] = [
  refuses('T29', 'nobody to wait for', onEc2({}, waits('db')), `${first}/dependsOn/0/containerName`),
  refuses('T29', 'a container waits for itself', onEc2({}, waits('web')), `${first}/dependsOn/0`),
  refuses('T29', 'two wait for each other', onEc2(withSides(waits('side1'), waits('web'))), `${first}/dependsOn/0`),
  refuses(
    'T29',
    'a circle of three behind a tail',
    onEc2(withSides(waits('side1'), waits('side2'), waits('side3'), waits('side1'))),
    `${second}/dependsOn/0`,
  ),
  refuses(
    'T29',
    'COMPLETE on an essential one',
    onEc2(withSides(waits('side1', 'COMPLETE'), {})),
    `${first}/dependsOn/0/condition`,
  ),
  refuses(
    'T29',
    'SUCCESS on an essential one',
    onEc2(withSides(waits('side1', 'SUCCESS'), { essential: true })),
    `${first}/dependsOn/0/condition`,
  ),
  refuses(
    'T29',
    'HEALTHY without a health check',
    onEc2(withSides(waits('side1', 'HEALTHY'), {})),
    `${first}/dependsOn/0/condition`,
  ),
  refuses('T29', 'no condition READY', onEc2(withSides(waits('side1', 'READY'), {})), `${first}/dependsOn/0/condition`),
  refuses(
    'T29',
    'a name and a condition are required',
    onEc2({}, { dependsOn: [{}] }),
    `${first}/dependsOn/0`,
    `${first}/dependsOn/0`,
  ),
  takes('T29', 'COMPLETE on one that may end', onEc2(withSides(waits('side1', 'COMPLETE'), { essential: false }))),
  takes('T29', 'HEALTHY with a health check', onEc2(withSides(waits('side1', 'HEALTHY'), { healthCheck }))),
  takes(
    'T29',
    'a diamond is no circle',
    onEc2(
      withSides(
        { dependsOn: [...waits('side1').dependsOn, ...waits('side2').dependsOn] },
        waits('side3'),
        waits('side3'),
        {},
      ),
    ),
  ),
  refuses(
    'T30',
    'a bare command',
    onEc2({}, { healthCheck: { command: ['curl', 'localhost'] } }),
    `${first}/healthCheck/command`,
  ),
  refuses('T30', 'nothing to run', onEc2({}, { healthCheck: { command: ['CMD'] } }), `${first}/healthCheck/command`),
  refuses('T30', 'no command', onEc2({}, { healthCheck: { interval: 30 } }), `${first}/healthCheck`),
  ...(
    [
      ['interval', 5, 300],
      ['timeout', 2, 60],
      ['retries', 1, 10],
      ['startPeriod', 0, 300],
    ] as const
  ).flatMap(([field, least, most]) => [
    refuses(
      'T30',
      `${field} ${least - 1}`,
      onEc2({}, { healthCheck: { ...healthCheck, [field]: least - 1 } }),
      `${first}/healthCheck/${field}`,
    ),
    refuses(
      'T30',
      `${field} ${most + 1}`,
      onEc2({}, { healthCheck: { ...healthCheck, [field]: most + 1 } }),
      `${first}/healthCheck/${field}`,
    ),
    takes('T30', `${field} ${least}`, onEc2({}, { healthCheck: { ...healthCheck, [field]: least } })),
    takes('T30', `${field} ${most}`, onEc2({}, { healthCheck: { ...healthCheck, [field]: most } })),
  ]),
  takes('T30', 'CMD-SHELL', onEc2({}, { healthCheck: { command: ['CMD-SHELL', 'exit 0'] } })),
];

const storage: readonly RuleRow[] = [
  refuses(
    'T31',
    'a volume that is not there',
    onEc2({}, { mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }] }),
    `${first}/mountPoints/0/sourceVolume`,
  ),
  refuses('T31', 'no volume named', onEc2({}, { mountPoints: [{ containerPath: '/d' }] }), `${first}/mountPoints/0`),
  refuses('T31', 'a volume without a name', onEc2({ volumes: [{}] }), '/volumes/0'),
  refuses('T31', 'two volumes of one name', onEc2({ volumes: [{ name: 'a' }, { name: 'a' }] }), '/volumes/1/name'),
  refuses(
    'T31',
    'a volume of two kinds',
    onEc2({ volumes: [{ name: 'a', host: {}, efsVolumeConfiguration: { fileSystemId: 'fs-1' } }] }),
    '/volumes/0',
  ),
  refuses(
    'T31',
    'volumes from nobody',
    onEc2({}, { volumesFrom: [{ sourceContainer: 'db' }] }),
    `${first}/volumesFrom/0`,
  ),
  takes(
    'T31',
    'a volume that is there',
    onEc2({ volumes: [{ name: 'data' }] }, { mountPoints: [{ sourceVolume: 'data', containerPath: '/d' }] }),
  ),
  refuses('T32', '20 GiB', onFargate({ ephemeralStorage: { sizeInGiB: 20 } }), '/ephemeralStorage/sizeInGiB'),
  refuses('T32', '201 GiB', onFargate({ ephemeralStorage: { sizeInGiB: 201 } }), '/ephemeralStorage/sizeInGiB'),
  refuses('T32', 'on EC2', onEc2({ ephemeralStorage: { sizeInGiB: 50 } }), '/ephemeralStorage'),
  takes('T32', '21 GiB', onFargate({ ephemeralStorage: { sizeInGiB: 21 } })),
  takes('T32', '200 GiB', onFargate({ ephemeralStorage: { sizeInGiB: 200 } })),
  ...['startTimeout', 'stopTimeout'].flatMap((field) => [
    refuses('T33', `${field} 1`, onFargate({}, { [field]: 1 }), `${first}/${field}`),
    refuses('T33', `${field} 121`, onFargate({}, { [field]: 121 }), `${first}/${field}`),
    takes('T33', `${field} 2`, onFargate({}, { [field]: 2 })),
    takes('T33', `${field} 120`, onFargate({}, { [field]: 120 })),
    takes('T33', `${field} 600 on EC2`, onEc2({}, { [field]: 600 })),
  ]),
];

const windowsOnFargate = (cpu: string, memory: string) =>
  onFargate({ cpu, memory, runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } });

const platforms: readonly RuleRow[] = [
  refuses(
    'T34',
    'no system WINDOWS',
    onEc2({ runtimePlatform: { operatingSystemFamily: 'WINDOWS' } }),
    '/runtimePlatform/operatingSystemFamily',
  ),
  refuses(
    'T34',
    'no processor AMD64',
    onEc2({ runtimePlatform: { cpuArchitecture: 'AMD64' } }),
    '/runtimePlatform/cpuArchitecture',
  ),
  refuses(
    'T34',
    'Windows on ARM',
    onEc2({ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_CORE', cpuArchitecture: 'ARM64' } }),
    '/runtimePlatform/cpuArchitecture',
  ),
  refuses('T34', 'Windows on Fargate with half a vCPU', windowsOnFargate('512', '1024'), '/cpu'),
  refuses('T34', 'Windows on Fargate with 8 vCPU', windowsOnFargate('8192', '16384'), '/cpu'),
  takes('T34', 'Windows on Fargate with 1 vCPU', windowsOnFargate('1024', '2048')),
  takes(
    'T34',
    'Linux on ARM',
    onFargate({ runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' } }),
  ),
  refuses(
    'T35',
    'eleven files',
    onEc2({}, { environmentFiles: Array.from({ length: 11 }, () => ({ type: 's3', value: 'arn:aws:s3:::b/a.env' })) }),
    `${first}/environmentFiles`,
  ),
  refuses(
    'T35',
    'a .txt file',
    onEc2({}, { environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/a.txt' }] }),
    `${first}/environmentFiles/0/value`,
  ),
  refuses(
    'T35',
    'no ARN',
    onEc2({}, { environmentFiles: [{ type: 's3', value: 's3://b/a.env' }] }),
    `${first}/environmentFiles/0/value`,
  ),
  refuses(
    'T35',
    'no type and no value',
    onEc2({}, { environmentFiles: [{}] }),
    `${first}/environmentFiles/0`,
    `${first}/environmentFiles/0`,
  ),
  takes(
    'T35',
    'ten files',
    onEc2({}, { environmentFiles: Array.from({ length: 10 }, () => ({ type: 's3', value: 'arn:aws:s3:::b/a.env' })) }),
  ),
  refuses(
    'T36',
    'an account of 11 digits',
    onEc2({}, { image: '12345678901.dkr.ecr.eu-west-1.amazonaws.com/shop:1' }),
    `${first}/image`,
  ),
  refuses('T36', 'no Region', onEc2({}, { image: '123456789012.dkr.ecr.amazonaws.com/shop:1' }), `${first}/image`),
  refuses('T36', 'capitals in a repository of ECR', onEc2({}, { image: `${ecr}/Web:1` }), `${first}/image`),
  refuses('T36', 'a scheme', onEc2({}, { image: `https://${ecr}:1` }), `${first}/image`),
  refuses('T36', 'a space', onEc2({}, { image: 'nginx 1.27' }), `${first}/image`),
  doubts('T36', 'no tag', onEc2({}, { image: 'registry.example.com:5000/web' }), `${first}/image`),
  doubts('T36', 'latest', onEc2({}, { image: `${ecr}:latest` }), `${first}/image`),
  ...[
    `${ecr}/team/web:1.0`,
    `${ecr}@sha256:${'0'.repeat(64)}`,
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/shop:1',
    '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/shop:1',
    '123456789012.dkr-ecr.us-east-1.on.aws/shop:1',
    'public.ecr.aws/nginx/nginx:1.27',
    'Library/nginx:1',
  ].map((image) => takes('T36', image, onEc2({}, { image }))),
  doubts('T37', 'the execution role as task role', onEc2({ taskRoleArn: executionRole }), '/taskRoleArn'),
  takes(
    'T37',
    'the execution role in its place',
    onEc2({ executionRoleArn: executionRole, taskRoleArn: 'arn:aws:iam::123456789012:role/shop' }),
  ),
  ...['subnets', 'securityGroups', 'assignPublicIp', 'desiredCount', 'launchType'].map((field) =>
    refuses('T38', `${field} belongs to the launch`, onEc2({ [field]: 1 }), `/${field}`),
  ),
  refuses('T38', 'a slip in a name', onEc2({}, { portMapping: [] }), `${first}/portMapping`),
  refuses(
    'T38',
    'a field in the wrong place',
    onEc2({ image: 'a' }, { networkMode: 'host' }),
    `${first}/networkMode`,
    '/image',
  ),
  refuses('T38', 'what ECS adds', onEc2({ revision: 1, status: 'ACTIVE' }), '/revision', '/status'),
  refuses(
    'T38',
    'a name that every object inherits',
    onEc2({ constructor: 1, toString: 2 }),
    '/constructor',
    '/toString',
  ),
  refuses('T38', 'a name with a slash and a tilde', onEc2({ 'a/b~c': 1 }), '/a~1b~0c'),
  takes(
    'T38',
    'free names of labels and options',
    onEc2({}, { dockerLabels: { subnets: 'a' }, ...logs('splunk', { any: 'thing' }) }),
  ),
  ...[
    ['tmpfs', [{ containerPath: '/t', size: 1 }]],
    ['devices', [{ hostPath: '/dev/x' }]],
    ['sharedMemorySize', 64],
  ].flatMap(([field, value]) => [
    refuses(
      'T39',
      `${field} on Fargate`,
      onFargate({}, { linuxParameters: { [field as string]: value } }),
      `${first}/linuxParameters/${field}`,
    ),
    takes('T39', `${field} on EC2`, onEc2({}, { linuxParameters: { [field as string]: value } })),
  ]),
  doubts('T40', 'the size of a Windows task on EC2', onWindows({ cpu: '1024', memory: '2048' }), '/cpu', '/memory'),
  takes('T40', 'the size of a Windows task on Fargate', windowsOnFargate('1024', '2048')),
  takes('T40', 'the size of its containers', onWindows({}, { cpu: 1024 })),
];

const shapes: readonly RuleRow[] = [
  refuses('T00', 'a list is no task definition', [], ''),
  refuses('T00', 'null is no task definition', null, ''),
  refuses('T00', 'a text is no task definition', 'family: shop', ''),
  refuses(
    'T00',
    'a port in quotes',
    onEc2({}, ports({ containerPort: '80' })),
    `${first}/portMappings/0/containerPort`,
  ),
  refuses('T00', 'a truth in quotes', onEc2({}, { essential: 'true' }), `${first}/essential`),
  refuses('T00', 'half a MiB', onEc2({}, { memory: 0.5 }), `${first}/memory`),
  refuses(
    'T00',
    'one container without its list',
    onEc2({ containerDefinitions: container() }),
    '/containerDefinitions',
  ),
  refuses('T00', 'a command in one piece', onEc2({}, { command: 'run it' }), `${first}/command`),
  refuses('T00', 'an option that is a number', onEc2({}, { dockerLabels: { a: 1 } }), `${first}/dockerLabels/a`),
  refuses('T00', 'null for a field', onEc2({ volumes: null }), '/volumes'),
  refuses(
    'T00',
    'a limit without its numbers',
    onEc2({}, { ulimits: [{ name: 'nofile' }] }),
    `${first}/ulimits/0`,
    `${first}/ulimits/0`,
  ),
  takes('T00', 'cpu of the task as number or text', onFargate({ cpu: 256, memory: '512' })),
];

/** Refusals and acceptances of every rule. */
export const ruleRows: readonly RuleRow[] = [
  ...shapes,
  ...names,
  ...modes,
  ...sizes,
  ...portRows,
  ...networks,
  ...fargate,
  ...logging,
  ...secrets,
  ...waiting,
  ...storage,
  ...platforms,
];
