import { executionRole, onEc2, onFargate } from '../task-definitions.ts';
import { doubts, ecr, first, group, logs, type RuleRow, refuses, takes } from './row.ts';

const secret = { name: 'DB_PASSWORD', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/db' };
const withRole = { executionRoleArn: executionRole };

export const secrets: readonly RuleRow[] = [
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
