import type { JsonQuestion, JsonRequirement } from '../../../src/core/model/question.ts';
import { json } from '../../../src/core/questions/json/kind.ts';
import { base } from './question-base.ts';

type Json = Readonly<Record<string, unknown>>;

export const role = 'arn:aws:iam::123456789012:role/orders';
export const start: Json = {
  family: 'orders',
  taskRoleArn: role,
  networkMode: 'bridge',
  containerDefinitions: [
    {
      name: 'app',
      image: 'orders:1.8',
      memory: 512,
      command: ['serve', '--fast'],
      environment: [
        { name: 'LEVEL', value: 'info' },
        { name: 'ZONE', value: 'a' },
      ],
      portMappings: [{ containerPort: 3000, hostPort: 80 }],
    },
    { name: 'proxy', image: 'envoy:1', memory: 128, portMappings: [{ containerPort: 9901, hostPort: 0 }] },
  ],
};

/** A copy with the value at a path replaced, or taken out for undefined. */
export function edited(value: unknown, path: string, to: unknown): unknown {
  const [step, ...rest] = path.split('/').filter((name) => name !== '');
  if (step === undefined) return to;
  if (Array.isArray(value)) {
    const items = [...value];
    const item = edited(items[Number(step)], rest.join('/'), to);
    if (item === undefined) items.splice(Number(step), 1);
    else items[Number(step)] = item;
    return items;
  }
  const fields = (value ?? {}) as Json;
  const member = edited(fields[step], rest.join('/'), to);
  const others = Object.entries(fields).filter(([name]) => name !== step);
  return Object.fromEntries(member === undefined ? others : [...others, [step, member]]);
}

export const app = '/containerDefinitions/0';
export const proxy = '/containerDefinitions/1';
export const answer = edited(start, `${app}/portMappings/0/hostPort`, 0);
export const repair = (from: unknown, to: unknown, ...require: readonly JsonRequirement[]): JsonQuestion => ({
  ...base,
  kind: 'json',
  check: 'task-definition',
  start: typeof from === 'string' ? from : JSON.stringify(from, null, 2),
  answer: JSON.stringify(to),
  require,
});
export const port: JsonRequirement = { pointer: `${app}/portMappings/0/hostPort`, test: 'equals', value: '0' };
export const question = repair(start, answer, port);
export const grade = (asked: JsonQuestion, value: unknown) =>
  json.grade(asked, { kind: 'json', text: JSON.stringify(value, null, 2) });
