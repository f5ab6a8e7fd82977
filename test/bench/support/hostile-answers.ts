import type {
  AcceptedAnswer,
  ConfigQuestion,
  JsonQuestion,
  QuestionBase,
  TypedQuestion,
} from '../../../src/core/model/question.ts';
import { config } from '../../../src/core/questions/config/kind.ts';
import { json } from '../../../src/core/questions/json/kind.ts';
import { typed } from '../../../src/core/questions/typed/kind.ts';
import { questionId } from '../../core/ids.ts';

/** An answer that somebody may paste, and the grader that reads it. */
export interface HostileAnswer {
  readonly what: string;
  readonly length: number;
  readonly grade: () => unknown;
}

const base: QuestionBase = {
  id: questionId('bench/one'),
  title: '',
  rev: '',
  prompt: [],
  takeAway: [],
  note: null,
  domain: null,
  tags: [],
  sources: [],
  status: 'scored',
  difficulty: 2,
  was: [],
  case: null,
};
const text = (answer: string): AcceptedAnswer => ({ form: 'text', text: answer, allowsSlip: true });
const typedQuestion: TypedQuestion = {
  ...base,
  kind: 'typed',
  accepted: [...Array.from({ length: 20 }, (_, at) => text(`{"name${at}": "value"}`)), text('public.ecr.aws')],
  wrong: ['aws', 'root'],
};
const file = 'ECS_CLUSTER=prod\nECS_RESERVED_MEMORY=256';
const configQuestion: ConfigQuestion = {
  ...base,
  kind: 'config',
  check: 'ecs-config',
  start: 'ECS_CLUSTER=prod',
  answer: file,
};
const definition = (containers: readonly object[]) =>
  JSON.stringify({ family: 'shop', containerDefinitions: containers });
const one = { name: 'a', image: 'a:1', memory: 128, portMappings: [{ containerPort: 80, hostPort: 0 }] };
const jsonQuestion: JsonQuestion = {
  ...base,
  kind: 'json',
  check: 'task-definition',
  start: definition([{ ...one, memory: 64 }]),
  answer: definition([one]),
  require: [{ pointer: '/containerDefinitions/0/memory', test: 'equals', value: '128' }],
};

const typedUnits = ['a\u0315\u0300', '\ufdfa', '[', '"a":', '`', '1,', ' ', 'one '];
const configUnits = [
  'ECS_RESERVED_PORTS=[22,80]\n',
  'ECS_ENABLE_TASK_IAM_ROOL=true\n',
  'a=\n',
  'ECS_CLUSTER = x\n',
  '=',
  ' ',
];
const jsonTexts = (length: number): readonly (readonly [string, string])[] => {
  const containers = (make: (at: number) => object) => {
    const each = JSON.stringify(make(0)).length + 5;
    return definition(Array.from({ length: Math.floor(length / each) }, (_, at) => make(at)));
  };
  return [
    ['containers', containers((at) => ({ ...one, name: `c${at}` }))],
    ['one name for all', containers(() => one)],
    ['fields that nobody knows', containers((at) => ({ [`memroy${at}`]: 1 }))],
    [
      'variables',
      definition([
        { ...one, environment: Array.from({ length: length / 30 }, (_, at) => ({ name: `V${at}`, value: 'x' })) },
      ]),
    ],
    [
      'ports',
      definition([{ ...one, portMappings: Array.from({ length: length / 25 }, (_, at) => ({ containerPort: at })) }]),
    ],
    ['numbers', `[${'1,'.repeat(length / 2)}1]`],
    ['brackets', '['.repeat(length)],
    ['open texts', '{"a":"'.repeat(length / 6)],
    ['space', `${' '.repeat(length)}{}`],
    [
      'an expression',
      JSON.stringify({ placementConstraints: [{ type: 'memberOf', expression: '!('.repeat(length / 2) }] }),
    ],
    ['an image', JSON.stringify({ containerDefinitions: [{ image: 'a-'.repeat(length / 2) }] })],
    ['a role', JSON.stringify({ taskRoleArn: `arn:aws:iam::123456789012:role/${'a/'.repeat(length / 2)}` })],
  ];
};

/** Answers of about this length in characters for each grader of typed values and files. */
export function hostileAnswers(length: number): readonly HostileAnswer[] {
  const of = (unit: string) => unit.repeat(Math.ceil(length / unit.length));
  return [
    ...typedUnits.map((unit) => {
      const given = of(unit);
      return {
        what: `typed ${JSON.stringify(unit)}`,
        length,
        grade: () => typed.grade(typedQuestion, { kind: 'typed', text: given }),
      };
    }),
    ...configUnits.map((unit) => {
      const given = of(unit);
      return {
        what: `config ${JSON.stringify(unit.trim())}`,
        length,
        grade: () => config.grade(configQuestion, { kind: 'config', text: given }),
      };
    }),
    ...jsonTexts(length).map(([what, given]) => {
      return { what: `json ${what}`, length, grade: () => json.grade(jsonQuestion, { kind: 'json', text: given }) };
    }),
  ];
}
