import type { OptionId } from '../../../src/core/model/id.ts';
import type {
  CommandQuestion,
  ConfigQuestion,
  JsonQuestion,
  MatchQuestion,
  OrderQuestion,
  QuestionCase,
  TypedClozeQuestion,
} from '../../../src/core/model/question.ts';
import type { RichText } from '../../../src/core/model/rich-text.ts';
import { questionId } from '../../core/ids.ts';
import { base } from './question-base.ts';

const text = (words: string): RichText => [['p', 0, words]];
const side = (id: string, words: string) => ({ id: id as OptionId, text: text(words) });

/** Its second and third step may swap. */
export const order: OrderQuestion = {
  ...base('placement'),
  kind: 'order',
  prompt: text('In which order does Amazon ECS place a task?'),
  steps: [
    { ...side('resources', 'Keep instances with enough resources'), rank: 1 },
    { ...side('constraints', 'Apply the constraints'), rank: 2 },
    { ...side('attributes', 'Apply the attributes'), rank: 2 },
    { ...side('strategy', 'Apply the strategy'), rank: 3 },
  ],
};

export const match: MatchQuestion = {
  ...base('roles'),
  kind: 'match',
  prompt: text('Which role allows what?'),
  lefts: [side('pull', 'Pull the image from ECR'), side('s3', 'Read a bucket from code')],
  rights: [side('task', 'Task role'), side('execution', 'Execution role'), side('linked', 'Service-linked role')],
  pairs: { pull: 'execution' as OptionId, s3: 'task' as OptionId },
};

export const command: CommandQuestion = {
  ...base('create'),
  kind: 'command',
  prompt: text('Create the repository demo in eu-west-1.'),
  accepted: ['aws ecr create-repository --repository-name demo --region eu-west-1'],
  wrong: [{ command: 'docker create demo', reason: 'docker create makes a container, not a repository.' }],
};

export const config: ConfigQuestion = {
  ...base('join'),
  kind: 'config',
  check: 'ecs-config',
  prompt: text('Let the instance join the cluster prod.'),
  start: '# the agent\nECS_LOGLEVEL=info\nECS_CLUSTER = prod\n',
  answer: '# the agent\nECS_LOGLEVEL=info\nECS_CLUSTER=prod\n',
};

const container = (hostPort: number) => `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "web",
      "image": "nginx",
      "memory": 256,
      "portMappings": [
        { "containerPort": 80, "hostPort": ${hostPort} }
      ]
    }
  ]
}
`;

export const json: JsonQuestion = {
  ...base('dynamic'),
  kind: 'json',
  check: 'task-definition',
  prompt: text('Let a second copy start on the same instance.'),
  start: container(8080),
  answer: container(0),
  require: [{ pointer: '/containerDefinitions/0/portMappings/0/hostPort', test: 'equals', value: '0' }],
};

export const typedCloze: TypedClozeQuestion = {
  ...base('gap'),
  kind: 'typed-cloze',
  cards: 1,
  answers: [[{ form: 'text', text: 'ECS_CLUSTER', allowsSlip: false }]],
  prompt: [['p', 0, 'The instance joins what ', ['cloze', { n: 1, hint: 'a key' }, 'ECS_CLUSTER'], ' names.']],
};

export const shop: QuestionCase = {
  id: questionId('demo/shop'),
  title: 'The shop',
  scenario: text('A shop runs on three instances.'),
};
