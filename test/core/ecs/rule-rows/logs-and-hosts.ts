import { executionRole, onEc2, onFargate, withSides } from '../task-definitions.ts';
import { first, group, logs, type RuleRow, refuses, second, takes } from './row.ts';

const router = { firelensConfiguration: { type: 'fluentbit' } };
const firelens: readonly RuleRow[] = [
  refuses(
    'T41',
    'awsfirelens without a router',
    onFargate({}, logs('awsfirelens')),
    `${first}/logConfiguration/logDriver`,
  ),
  refuses(
    'T41',
    'two containers without a router',
    onEc2(withSides(logs('awsfirelens'), logs('awsfirelens', { Name: 'es' }))),
    `${first}/logConfiguration/logDriver`,
    `${second}/logConfiguration/logDriver`,
  ),
  refuses('T41', 'a router that nobody writes to', onEc2({}, router), `${first}/firelensConfiguration`),
  refuses(
    'T41',
    'a router beside another driver',
    onEc2(withSides(logs('awslogs', group), router)),
    `${second}/firelensConfiguration`,
  ),
  refuses(
    'T41',
    'two routers',
    onEc2(withSides(logs('awsfirelens'), router, router)),
    '/containerDefinitions/2/firelensConfiguration',
  ),
  takes('T41', 'a router and who writes to it', onEc2(withSides(logs('awsfirelens', { Name: 'firehose' }), router))),
  takes('T41', 'no FireLens at all', onEc2({}, logs('awslogs', group))),
];

const option = (name: string, value: string) => onEc2({}, logs('awslogs', { ...group, [name]: value }));
const options: readonly RuleRow[] = [
  ...['awslogs-stream', 'awslogs-prefix', 'awslogs-grop', 'log_key', 'tag', 'awslogs-endpoint', 'Mode'].map((name) =>
    refuses('T42', `no option ${name}`, option(name, 'x'), `${first}/logConfiguration/options/${name}`),
  ),
  ...['false', 'TRUE', 'yes', ''].map((value) =>
    refuses(
      'T42',
      `a group is created with true, not ${value}`,
      option('awslogs-create-group', value),
      `${first}/logConfiguration/options/awslogs-create-group`,
    ),
  ),
  refuses('T42', 'no mode async', option('mode', 'async'), `${first}/logConfiguration/options/mode`),
  ...[
    ['awslogs-create-group', 'true'],
    ['awslogs-stream-prefix', 'web'],
    ['awslogs-datetime-format', '%Y-%m-%d'],
    ['awslogs-multiline-pattern', '^INFO'],
    ['mode', 'non-blocking'],
    ['mode', 'blocking'],
    ['max-buffer-size', '25m'],
  ].map(([name = '', value = '']) => takes('T42', `${name} ${value}`, option(name, value))),
  takes('T42', 'other drivers have other options', onEc2({}, logs('splunk', { 'splunk-token': 'x' }))),
];

const roles: readonly RuleRow[] = [
  ...[
    'arn:aws:iam::12345678901:role/web',
    'arn:aws:iam::1234567890123:role/web',
    'arn:aws:iam:123456789012:role/web',
    'arn:aws:iam:eu-west-1:123456789012:role/web',
    'arn:aws:iam::123456789012:user/web',
    'arn:aws:iam::123456789012:instance-profile/web',
    'arn:aws:iam::123456789012:policy/web',
    'arn:aws:iam::123456789012:role',
    'arn:aws:iam::123456789012:role/',
    'arn:aws:iam::123456789012:role/my web',
    'arn:aws:iam::aws:role/web',
    'arn:aws:sts::123456789012:assumed-role/web/x',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db',
    'aws:iam::123456789012:role/web',
    'role/web',
    'my role',
  ].flatMap((role) => [
    refuses('T43', `no task role ${role}`, onEc2({ taskRoleArn: role }), '/taskRoleArn'),
    refuses('T43', `no execution role ${role}`, onEc2({ executionRoleArn: role }), '/executionRoleArn'),
  ]),
  ...[
    executionRole,
    'arn:aws:iam::123456789012:role/service-role/web',
    'arn:aws:iam::123456789012:role/a/b/web_1+=,.@-x',
    'arn:aws-cn:iam::123456789012:role/web',
    'arn:aws-us-gov:iam::123456789012:role/web',
    'ecsTaskExecutionRole',
  ].flatMap((role) => [
    takes('T43', `the task role ${role}`, onEc2({ taskRoleArn: role })),
    takes('T43', `the execution role ${role}`, onEc2({ executionRoleArn: role })),
  ]),
  takes('T43', 'no role', onEc2()),
];

const restart = (policy: object) => onEc2({}, { restartPolicy: { enabled: true, ...policy } });
const period = `${first}/restartPolicy/restartAttemptPeriod`;
const restarts: readonly RuleRow[] = [
  ...[0, 1, 59, 1801, 3600, -60].map((seconds) =>
    refuses('T44', `no attempt after ${seconds} seconds`, restart({ restartAttemptPeriod: seconds }), period),
  ),
  ...[60, 300, 1800].map((seconds) =>
    takes('T44', `an attempt after ${seconds} seconds`, restart({ restartAttemptPeriod: seconds })),
  ),
  takes('T44', 'no period', restart({})),
  refuses(
    'T44',
    '51 exit codes',
    restart({ ignoredExitCodes: Array.from({ length: 51 }, (_, code) => code) }),
    `${first}/restartPolicy/ignoredExitCodes`,
  ),
  takes('T44', '50 exit codes', restart({ ignoredExitCodes: Array.from({ length: 50 }, (_, code) => code) })),
];

const efs = (fields: object) =>
  onEc2({ volumes: [{ name: 'a', efsVolumeConfiguration: { fileSystemId: 'fs-12345678', ...fields } }] });
const inEfs = '/volumes/0/efsVolumeConfiguration';
const iam = { authorizationConfig: { iam: 'ENABLED' } };
const point = { authorizationConfig: { accessPointId: 'fsap-1' } };
const transit = { transitEncryption: 'ENABLED' };
const files: readonly RuleRow[] = [
  refuses('T45', 'IAM without encryption', efs(iam), inEfs),
  refuses('T45', 'IAM with encryption off', efs({ ...iam, transitEncryption: 'DISABLED' }), inEfs),
  refuses('T45', 'an access point without encryption', efs(point), inEfs),
  refuses(
    'T45',
    'an access point and a folder',
    efs({ ...point, ...transit, rootDirectory: '/web' }),
    `${inEfs}/rootDirectory`,
  ),
  takes('T45', 'IAM with encryption', efs({ ...iam, ...transit })),
  takes('T45', 'an access point with encryption', efs({ ...point, ...transit })),
  takes('T45', 'an access point and the root', efs({ ...point, ...transit, rootDirectory: '/' })),
  takes('T45', 'neither', efs({ rootDirectory: '/web' })),
  takes('T45', 'IAM off', efs({ authorizationConfig: { iam: 'DISABLED' } })),
];

const on = (hosts: readonly string[], networkMode?: string) =>
  onEc2({ requiresCompatibilities: hosts, ...(networkMode !== undefined && { networkMode }) });
const hosts: readonly RuleRow[] = [
  refuses('T46', 'Managed Instances with bridge', on(['MANAGED_INSTANCES'], 'bridge'), '/networkMode'),
  refuses(
    'T46',
    'Managed Instances beside EC2 with bridge',
    on(['EC2', 'MANAGED_INSTANCES'], 'bridge'),
    '/networkMode',
  ),
  refuses('T46', 'Managed Instances without a mode', on(['MANAGED_INSTANCES']), ''),
  refuses('T46', 'external instances with awsvpc', on(['EXTERNAL'], 'awsvpc'), '/networkMode'),
  refuses('T46', 'external instances beside EC2 with awsvpc', on(['EC2', 'EXTERNAL'], 'awsvpc'), '/networkMode'),
  ...['awsvpc', 'host'].map((mode) => takes('T46', `Managed Instances with ${mode}`, on(['MANAGED_INSTANCES'], mode))),
  ...['bridge', 'host', 'none'].map((mode) => takes('T46', `external instances with ${mode}`, on(['EXTERNAL'], mode))),
  takes('T46', 'external instances without a mode', on(['EXTERNAL'])),
  takes('T46', 'EC2 without a mode', on(['EC2'])),
];

/** Rows of T41 to T46. */
export const logsAndHosts: readonly RuleRow[] = [...firelens, ...options, ...roles, ...restarts, ...files, ...hosts];
