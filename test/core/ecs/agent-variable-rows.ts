/** A row of the table of variables as it is printed, with values that the agent reads and values that it does not. */
export interface VariableRow {
  readonly row: number;
  readonly name: string;
  readonly agent: string | null;
  readonly init: string | null;
  readonly windows: string | null;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const truths = ['true', 'false', '1', '0', 'TRUE', 'f'];
const untruths = ['yes', 'on', 'enabled', 'tRUE', '2'];
const times = ['30s', '3m', '1h30m', '500ms'];
const untimes = ['30', '3 m', 'soon', '-1s', '0s'];
const hashes = ['{}', '{"stack":"prod"}', '{ "a": "1", "b": "" }'];
const unhashes = ['stack=prod', '["stack"]', "{'stack':'prod'}", '{"count":1}', '{"stack":"prod"'];
const portLists = ['[]', '[22]', '[22,80,65535]'];
const unportLists = ['22', '22,80', '["22"]', '[65536]', '[-1]', '[22.5]', '[22,]'];

/** The table of variables written out by hand. */
export const variableRows: readonly VariableRow[] = [
  row(
    1,
    'ECS_CLUSTER',
    'default',
    'default',
    'default',
    ['prod', 'My_cluster-1', 'arn:aws:ecs:eu-west-1:123456789012:cluster/prod'],
    ['my cluster', 'prod;', 'a'.repeat(256), 'arn:aws:ecs:eu-west-1:1:cluster/a'],
  ),
  row(2, 'ECS_ENABLE_TASK_IAM_ROLE', 'false', 'true', 'false', truths, untruths),
  row(3, 'ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST', 'false', 'true', 'false', truths, untruths),
  row(4, 'ECS_ENGINE_AUTH_TYPE', null, null, null, ['docker', 'dockercfg'], ['ecr', 'Docker']),
  row(
    5,
    'ECS_ENGINE_AUTH_DATA',
    null,
    null,
    null,
    ['{"https://index.docker.io/v1/":{"username":"u"}}', '{}'],
    ['u:p', '[]', '{"a"}'],
  ),
  row(
    6,
    'ECS_AVAILABLE_LOGGING_DRIVERS',
    '["json-file","none"]',
    '["json-file","syslog","awslogs","fluentd","none"]',
    '["json-file","none"]',
    ['["awslogs"]', '["json-file", "awslogs", "splunk"]'],
    ['awslogs', '["cloudwatch"]', "['awslogs']", '["awslogs",]'],
  ),
  row(
    7,
    'ECS_RESERVED_PORTS',
    '[22,2375,2376,51678,51679]',
    '[22,2375,2376,51678,51679]',
    '[53,135,139,445,2375,2376,3389,5985,5986,51678,51679]',
    portLists,
    unportLists,
  ),
  row(8, 'ECS_RESERVED_PORTS_UDP', '[]', '[]', '[]', portLists, unportLists),
  row(9, 'ECS_RESERVED_MEMORY', '0', '0', '0', ['0', '256', '65535'], ['256MiB', '-1', '65536', '1.5']),
  row(10, 'ECS_INSTANCE_ATTRIBUTES', '{}', '{}', '{}', hashes, unhashes),
  row(11, 'ECS_ENABLE_SPOT_INSTANCE_DRAINING', 'false', 'false', 'false', truths, untruths),
  row(12, 'ECS_CONTAINER_STOP_TIMEOUT', '30s', '30s', '30s', ['30s', '3m', '1h30m', '1s'], untimes.slice(0, 3)),
  row(13, 'ECS_CONTAINER_START_TIMEOUT', '3m', '3m', '8m', ['45s', '3m', '1h30m'], untimes.slice(0, 3)),
  row(
    14,
    'ECS_IMAGE_PULL_BEHAVIOR',
    'default',
    'default',
    'default',
    ['default', 'always', 'once', 'prefer-cached'],
    ['never', 'Always', 'cached'],
  ),
  row(15, 'ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION', '3h', '3h', '3h', ['1m', '3m', '1h30m'], [...untimes, '500ms']),
  row(16, 'ECS_DISABLE_IMAGE_CLEANUP', 'false', 'false', 'false', truths, untruths),
  row(17, 'ECS_IMAGE_CLEANUP_INTERVAL', '30m', '30m', '30m', ['10m', '30m', '2h'], ['9m59s', '30', '5m']),
  row(18, 'ECS_IMAGE_MINIMUM_CLEANUP_AGE', '1h', '1h', '1h', times, untimes),
  row(19, 'ECS_NUM_IMAGES_DELETE_PER_CYCLE', '5', '5', '5', ['1', '10'], ['0', 'five', '-1']),
  row(20, 'ECS_ENABLE_TASK_ENI', 'false', 'true', null, truths, untruths),
  row(21, 'ECS_AWSVPC_BLOCK_IMDS', 'false', 'false', null, truths, untruths),
  row(22, 'ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE', 'false', 'true', 'false', truths, untruths),
  row(23, 'ECS_ENABLE_CONTAINER_METADATA', 'false', 'false', 'false', truths, untruths),
  row(
    24,
    'ECS_DYNAMIC_HOST_PORT_RANGE',
    null,
    null,
    '49152-65535',
    ['32768-60999', '100-200'],
    ['60999-32768', '100', '1-65536', '100:200', '100 - 200'],
  ),
  row(25, 'ECS_DISABLE_PRIVILEGED', 'false', 'false', 'false', truths, untruths),
  row(
    26,
    'ECS_CONTAINER_INSTANCE_PROPAGATE_TAGS_FROM',
    'none',
    'none',
    'none',
    ['ec2_instance', 'none'],
    ['ec2', 'EC2_INSTANCE'],
  ),
  row(27, 'ECS_CONTAINER_INSTANCE_TAGS', '{}', '{}', '{}', hashes, unhashes),
  row(28, 'ECS_ENABLE_TASK_CPU_MEM_LIMIT', 'true', 'true', 'false', truths, untruths),
  row(29, 'ECS_DISABLE_METRICS', 'false', 'false', 'false', truths, untruths),
  row(
    30,
    'ECS_LOGLEVEL',
    'info',
    'info',
    'info',
    ['none', 'crit', 'error', 'warn', 'info', 'debug', 'WARN'],
    ['verbose', 'warning'],
  ),
  row(31, 'ECS_DATADIR', '/data/', '/data', 'C:\\ProgramData\\Amazon\\ECS\\data', ['/data/', '/var/lib/ecs'], ['']),
  row(32, 'ECS_UPDATES_ENABLED', 'false', 'true', 'false', truths, untruths),
  row(33, 'ECS_WARM_POOLS_CHECK', 'false', 'false', 'false', truths, untruths),
  row(
    34,
    'AWS_DEFAULT_REGION',
    null,
    null,
    null,
    ['eu-west-1', 'us-gov-east-1', 'ap-southeast-2'],
    ['eu-west-1a', 'Ireland', 'euwest1'],
  ),
  row(35, 'HTTP_PROXY', null, null, null, ['10.0.0.5:3128'], ['']),
  row(35, 'NO_PROXY', null, null, null, ['169.254.169.254,169.254.170.2,/var/run/docker.sock'], ['']),
];

function row(
  number: number,
  name: string,
  agent: string | null,
  init: string | null,
  windows: string | null,
  good: readonly string[],
  bad: readonly string[],
): VariableRow {
  return { row: number, name, agent, init, windows, good, bad };
}
