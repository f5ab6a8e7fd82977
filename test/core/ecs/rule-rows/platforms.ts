import { executionRole, onEc2, onFargate, onWindows } from '../task-definitions.ts';
import { doubts, ecr, first, logs, type RuleRow, refuses, takes } from './row.ts';

const windowsOnFargate = (cpu: string, memory: string) =>
  onFargate({ cpu, memory, runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } });

export const platforms: readonly RuleRow[] = [
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
  refuses('T36', 'two tags in ECR', onEc2({}, { image: `${ecr}:1:2` }), `${first}/image`),
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
