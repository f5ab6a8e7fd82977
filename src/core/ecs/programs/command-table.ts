import { loginOptions } from '../logins/judge-docker-login.ts';
import { getLoginOptions } from '../logins/judge-password-call.ts';
import type { OptionSpec, ValueForm } from './option-spec.ts';

const value = (name: string, more: Partial<OptionSpec> = {}): OptionSpec => ({ name, takes: 'value', ...more });
const flag = (name: string, more: Partial<OptionSpec> = {}): OptionSpec => ({ name, takes: 'nothing', ...more });
const resource = (name: string, more: Partial<OptionSpec> = {}) => value(name, { form: 'resource', ...more });
const structure = (name: string, more: Partial<OptionSpec> = {}) => value(name, { form: 'structure', ...more });
const structures = (name: string, more: Partial<OptionSpec> = {}): OptionSpec => ({
  name,
  takes: 'list',
  form: 'structure',
  ...more,
});
const cluster = resource('cluster', { default: 'default' });
const inputs = [
  value('cli-input-json'),
  value('cli-input-yaml'),
  { name: 'generate-cli-skeleton', takes: 'loose' } as const,
];

const networking = [
  structure('network-configuration'),
  structures('capacity-provider-strategy'),
  structures('placement-constraints'),
  structures('placement-strategy', { ordered: true }),
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
      structure('image-scanning-configuration', { default: 'scanOnPush=false' }),
      structure('encryption-configuration', { default: 'encryptionType=AES256' }),
    ],
  ],
  [
    'ecs run-task',
    [
      cluster,
      resource('task-definition', { required: true }),
      value('count', { default: '1' }),
      value('launch-type'),
      value('group'),
      structure('overrides'),
      value('reference-id'),
      value('started-by'),
      value('client-token'),
      structures('tags'),
      ...networking,
    ],
  ],
  [
    'ecs execute-command',
    [
      cluster,
      resource('task', { required: true }),
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
      resource('service', { required: true }),
      resource('task-definition'),
      value('desired-count'),
      flag('force-new-deployment'),
      flag('no-force-new-deployment'),
      structure('deployment-configuration'),
      structure('deployment-controller'),
      structure('service-connect-configuration'),
      value('availability-zone-rebalancing'),
      value('health-check-grace-period-seconds'),
      structures('load-balancers'),
      structures('service-registries'),
      ...networking,
    ],
  ],
  [
    'ecs describe-tasks',
    [cluster, { name: 'tasks', takes: 'list', required: true, form: 'resource' }, { name: 'include', takes: 'list' }],
  ],
]);

const quiet = flag('quiet', { short: 'q', harmless: true });
const trust = value('disable-content-trust', { harmless: true });

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
