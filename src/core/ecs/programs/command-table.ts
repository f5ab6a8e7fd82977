import { numberProblem } from './aws-values.ts';
import { getLoginOptions, loginOptions } from './login-options.ts';
import type { OptionSpec, ResourceKind, ValueForm } from './option-spec.ts';
import { listOf, membersOf, type Shape, setOf } from './structure-shape.ts';

const value = (name: string, more: Partial<OptionSpec> = {}): OptionSpec => ({ name, takes: 'value', ...more });
const flag = (name: string, more: Partial<OptionSpec> = {}): OptionSpec => ({ name, takes: 'nothing', ...more });
const number = (name: string, more: Partial<OptionSpec> = {}) =>
  value(name, { form: 'number', check: numberProblem(name), ...more });
const resource = (name: string, kind: ResourceKind, more: Partial<OptionSpec> = {}) =>
  value(name, { form: 'resource', kind, ...more });
const resources = (name: string, kind: ResourceKind): OptionSpec => ({
  name,
  takes: 'list',
  required: true,
  form: 'resource',
  kind,
});
const structure = (name: string, shape?: Shape, more: Partial<OptionSpec> = {}) =>
  value(name, { form: 'structure', ...(shape !== undefined && { shape }), ...more });
const structures = (name: string, shape?: Shape, more: Partial<OptionSpec> = {}): OptionSpec => ({
  name,
  takes: 'list',
  form: 'structure',
  ...(shape !== undefined && { shape }),
  ...more,
});
const cluster = resource('cluster', 'cluster', { default: 'default' });

const vpc = membersOf({
  awsvpcConfiguration: membersOf({ subnets: setOf('text'), securityGroups: setOf('text'), assignPublicIp: 'text' }),
});
const strategy = membersOf({ capacityProvider: 'text', weight: 'number', base: 'number' }, { weight: '0', base: '0' });
const constraint = membersOf({ type: 'text', expression: 'text' });
const placement = membersOf({ type: 'text', field: 'text' });
const tag = membersOf({ key: 'text', value: 'text' });
const containerOverride = membersOf({
  name: 'text',
  command: listOf('text'),
  environment: setOf(membersOf({ name: 'text', value: 'text' })),
  environmentFiles: listOf(membersOf({ value: 'text', type: 'text' })),
  cpu: 'number',
  memory: 'number',
  memoryReservation: 'number',
  resourceRequirements: listOf(membersOf({ value: 'text', type: 'text' })),
});
const overrides = membersOf({
  containerOverrides: listOf(containerOverride),
  cpu: 'text',
  memory: 'text',
  executionRoleArn: 'text',
  taskRoleArn: 'text',
  ephemeralStorage: membersOf({ sizeInGiB: 'number' }),
});

const inputs = [
  value('cli-input-json'),
  value('cli-input-yaml'),
  { name: 'generate-cli-skeleton', takes: 'loose' } as const,
];

const networking = [
  structure('network-configuration', vpc),
  structures('capacity-provider-strategy', strategy),
  structures('placement-constraints', constraint),
  structures('placement-strategy', placement, { ordered: true }),
  value('platform-version', { default: 'LATEST' }),
  flag('enable-ecs-managed-tags'),
  flag('no-enable-ecs-managed-tags'),
  flag('enable-execute-command'),
  flag('disable-execute-command'),
  value('propagate-tags'),
  structures('volume-configurations'),
];

/** Options by `service operation`. Source: AWS CLI 2.9 to 2.27, `aws ecr|ecs OPERATION help`. */
const awsOperations: ReadonlyMap<string, readonly OptionSpec[]> = new Map([
  ['ecr get-login-password', []],
  ['ecr-public get-login-password', []],
  ['ecr get-login', getLoginOptions],
  [
    'ecr create-repository',
    [
      value('repository-name', { required: true }),
      value('registry-id'),
      structures('tags'),
      value('image-tag-mutability', { default: 'MUTABLE' }),
      structures('image-tag-mutability-exclusion-filters'),
      structure('image-scanning-configuration', membersOf({ scanOnPush: 'flag' }, { scanOnPush: 'false' }), {
        default: 'scanOnPush=false',
      }),
      structure('encryption-configuration', membersOf({ encryptionType: 'text', kmsKey: 'text' }), {
        default: 'encryptionType=AES256',
      }),
    ],
  ],
  [
    'ecs run-task',
    [
      cluster,
      resource('task-definition', 'task-definition', { required: true }),
      number('count', { default: '1' }),
      value('launch-type'),
      value('group'),
      structure('overrides', overrides),
      value('reference-id'),
      value('started-by'),
      value('client-token'),
      structures('tags', tag),
      ...networking,
    ],
  ],
  [
    'ecs execute-command',
    [
      cluster,
      resource('task', 'task', { required: true }),
      value('container'),
      value('command', { required: true }),
      flag('interactive', { required: true }),
      flag('non-interactive'),
    ],
  ],
  [
    'ecs update-service',
    [
      cluster,
      resource('service', 'service', { required: true }),
      resource('task-definition', 'task-definition'),
      number('desired-count'),
      flag('force-new-deployment'),
      flag('no-force-new-deployment'),
      structure('deployment-configuration'),
      structure('deployment-controller'),
      structure('service-connect-configuration'),
      value('availability-zone-rebalancing'),
      number('health-check-grace-period-seconds'),
      structures('load-balancers'),
      structures('service-registries'),
      ...networking,
    ],
  ],
  ['ecs describe-tasks', [cluster, resources('tasks', 'task'), { name: 'include', takes: 'list' }]],
  [
    'ecs list-tasks',
    [
      cluster,
      resource('container-instance', 'container-instance'),
      value('family'),
      value('started-by'),
      resource('service-name', 'service'),
      value('desired-status', { default: 'RUNNING' }),
      value('launch-type'),
      number('page-size', { harmless: true }),
      number('max-items'),
      number('max-results'),
      value('starting-token'),
      value('next-token'),
    ],
  ],
]);

const quiet = flag('quiet', { short: 'q', harmless: true });
const trust = flag('disable-content-trust', { harmless: true });

export interface DockerVerb {
  readonly options: readonly OptionSpec[];
  /** What each word after the options is. */
  readonly operands: readonly { readonly name: string; readonly form: ValueForm }[];
}

/** Source: docker 28.2.2, `docker VERB --help`. */
const dockerVerbs: ReadonlyMap<string, DockerVerb> = new Map<string, DockerVerb>([
  ['login', { options: loginOptions, operands: [{ name: 'server', form: 'path' }] }],
  [
    'build',
    {
      options: [
        { name: 'tag', short: 't', takes: 'repeat', form: 'image' },
        value('file', { short: 'f', form: 'path', default: 'Dockerfile' }),
        { name: 'build-arg', takes: 'repeat' },
        { name: 'label', takes: 'repeat' },
        { name: 'secret', takes: 'repeat' },
        { name: 'ssh', takes: 'repeat' },
        { name: 'cache-from', takes: 'repeat', harmless: true },
        { name: 'cache-to', takes: 'repeat', harmless: true },
        { name: 'add-host', takes: 'repeat' },
        { name: 'output', short: 'o', takes: 'repeat' },
        value('platform'),
        value('target'),
        value('network'),
        value('progress', { harmless: true }),
        flag('no-cache', { harmless: true }),
        flag('pull', { harmless: true }),
        flag('rm', { harmless: true }),
        flag('force-rm', { harmless: true }),
        flag('load', { harmless: true }),
        flag('push'),
        trust,
        quiet,
      ],
      operands: [{ name: 'build context', form: 'path' }],
    },
  ],
  [
    'tag',
    {
      options: [],
      operands: [
        { name: 'source', form: 'image' },
        { name: 'target', form: 'image' },
      ],
    },
  ],
  [
    'push',
    {
      options: [flag('all-tags', { short: 'a' }), value('platform'), quiet, trust],
      operands: [{ name: 'image', form: 'image' }],
    },
  ],
  [
    'pull',
    {
      options: [flag('all-tags', { short: 'a' }), value('platform'), quiet, trust],
      operands: [{ name: 'image', form: 'image' }],
    },
  ],
]);

/** Options of an operation besides the global ones; null for operations that no question of ours needs read closely. */
export function awsOperationOptions(service: string, operation: string): readonly OptionSpec[] | null {
  const options = awsOperations.get(`${service} ${operation}`);
  return options === undefined ? null : [...options, ...inputs];
}

/** Options and operands of a docker verb; null when the table has none. */
export function dockerVerb(verb: string): DockerVerb | null {
  return dockerVerbs.get(verb) ?? null;
}
