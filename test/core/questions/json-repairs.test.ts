import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonRequirement } from '../../../src/core/model/question.ts';
import { json } from '../../../src/core/questions/json/kind.ts';
import { answer, app, edited, grade, port, proxy, question, repair, role, start } from './repair-builders.ts';

describe('a repair that leaves the rest alone', () => {
  const same: readonly (readonly [string, unknown])[] = [
    ['the answer', answer],
    [
      'containers in the other order',
      edited(
        answer,
        '/containerDefinitions',
        [...(answer as { readonly containerDefinitions: readonly unknown[] }).containerDefinitions].reverse(),
      ),
    ],
    [
      'variables in the other order',
      edited(answer, `${app}/environment`, [
        { name: 'ZONE', value: 'a' },
        { name: 'LEVEL', value: 'info' },
      ]),
    ],
    ['a default written out', edited(answer, `${app}/essential`, true)],
    ['another default written out', edited(answer, `${app}/portMappings/0/protocol`, 'tcp')],
    ['a default left out', edited(answer, '/networkMode', undefined)],
    ['a default host port left out', edited(answer, `${proxy}/portMappings/0/hostPort`, undefined)],
    ['empty lists', edited(edited(answer, `${app}/mountPoints`, []), '/volumes', [])],
    ['a privilege that is denied', edited(answer, `${app}/privileged`, false)],
  ];
  it.each(same)('[K3] is right with %s', (_, value) => expect(grade(question, value)).toMatchObject({ score: 1 }));

  const changed: readonly (readonly [string, unknown, string])[] = [
    ['another memory', edited(answer, `${app}/memory`, 256), 'memory was `512`, and nothing asks for a change of it.'],
    [
      'a reservation',
      edited(answer, `${app}/memoryReservation`, 128),
      'memoryReservation was added, and nothing asks for it.',
    ],
    ['a privilege', edited(answer, `${app}/privileged`, true), 'privileged was added, and nothing asks for it.'],
    [
      'another image',
      edited(answer, `${app}/image`, 'orders:2'),
      'image was `"orders:1.8"`, and nothing asks for a change of it.',
    ],
    [
      'another family',
      edited(answer, '/family', 'orders2'),
      'family was `"orders"`, and nothing asks for a change of it.',
    ],
    ['another name', edited(answer, `${app}/name`, 'web'), 'name was `"app"`, and nothing asks for a change of it.'],
    ['no task role', edited(answer, '/taskRoleArn', undefined), 'taskRoleArn is gone, and nothing asks for that.'],
    [
      'an execution role',
      edited(answer, '/executionRoleArn', role),
      'executionRoleArn was added, and nothing asks for it.',
    ],
    [
      'another mode',
      edited(answer, '/networkMode', 'none'),
      'networkMode was `"bridge"`, and nothing asks for a change of it.',
    ],
    [
      'a second fixed port',
      edited(answer, `${app}/portMappings/1`, { containerPort: 3001, hostPort: 81 }),
      'An entry of portMappings was added, and nothing asks for it.',
    ],
    [
      'a port of another container',
      edited(answer, `${proxy}/portMappings/0/hostPort`, 8080),
      'hostPort was `0`, and nothing asks for a change of it.',
    ],
    [
      'a label',
      edited(answer, `${app}/dockerLabels`, { password: 'tulip' }),
      'dockerLabels was added, and nothing asks for it.',
    ],
    [
      'one variable less',
      edited(answer, `${app}/environment/1`, undefined),
      'An entry of environment is gone, and nothing asks for that.',
    ],
    [
      'one variable more',
      edited(answer, `${app}/environment/2`, { name: 'KEY', value: 'x' }),
      'An entry of environment was added, and nothing asks for it.',
    ],
    [
      'arguments in another order',
      edited(answer, `${app}/command`, ['--fast', 'serve']),
      'An entry of command was `"serve"`, and nothing asks for a change of it.',
    ],
    [
      'no second container',
      edited(answer, proxy, undefined),
      'An entry of containerDefinitions is gone, and nothing asks for that.',
    ],
    [
      'a third container',
      edited(answer, '/containerDefinitions/2', { name: 'x', image: 'x:1', memory: 8 }),
      'An entry of containerDefinitions was added, and nothing asks for it.',
    ],
    [
      'a host to run on',
      edited(answer, '/requiresCompatibilities', ['EC2']),
      'requiresCompatibilities was added, and nothing asks for it.',
    ],
  ];
  it.each(changed)('is wrong with %s, and says so', (_, value, message) => {
    const verdict = grade(question, value);
    expect(verdict.score).toBe(0);
    expect(verdict.findings.map((finding) => finding.message)).toContain(message);
  });

  it('says it at the line where it stands, whatever the order', () => {
    const swapped = `{
  "family": "orders",
  "taskRoleArn": "${role}",
  "containerDefinitions": [
    { "name": "proxy", "image": "envoy:1",
      "memory": 256,
      "portMappings": [{ "containerPort": 9901 }] },
    ${JSON.stringify(edited((answer as { readonly containerDefinitions: readonly unknown[] }).containerDefinitions[0], '/none', undefined))}
  ]
}`;
    const { score, findings } = json.grade(question, { kind: 'json', text: swapped });
    expect([score, findings.filter(({ severity }) => severity === 'error')]).toMatchObject([
      0,
      [{ line: 6, fix: 'Put it back as it was.' }],
    ]);
  });
});

describe('what a repair may change', () => {
  it('is what the answer changes, in any way that the check allows', () => {
    const awsvpc = edited(edited(start, '/networkMode', 'awsvpc'), `${proxy}/portMappings`, undefined);
    const wanted = edited(awsvpc, `${app}/portMappings/0/hostPort`, undefined);
    const asked = repair(awsvpc, wanted, { pointer: '/networkMode', test: 'equals', value: 'awsvpc' });
    expect(grade(asked, edited(awsvpc, `${app}/portMappings/0/hostPort`, 3000)).score).toBe(1);
    expect(grade(asked, edited(awsvpc, `${app}/portMappings/0/hostPort`, 81)).score).toBe(0);
    expect(grade(asked, edited(wanted, `${app}/portMappings/0/containerPort`, 3001)).score).toBe(0);
  });
  it('is what a requirement judges, but not what must only be there', () => {
    const range: JsonRequirement = { pointer: `${app}/memory`, test: 'number', least: 256, most: 1024 };
    const there: JsonRequirement = { pointer: `${app}/image`, test: 'present' };
    const asked = repair(start, answer, port, range, there);
    expect(grade(asked, edited(answer, `${app}/memory`, 1024)).score).toBe(1);
    expect(grade(asked, edited(answer, `${app}/memory`, 2048)).score).toBe(0);
    expect(grade(asked, edited(answer, `${app}/image`, 'orders:2')).score).toBe(0);
  });
  it('is what the answer adds, and nothing beside it', () => {
    const secret = { name: 'KEY', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/key' };
    const withRole = edited(answer, '/executionRoleArn', role);
    const wanted = edited(withRole, `${app}/secrets`, [secret]);
    const asked = repair(withRole, wanted, { pointer: `${app}/secrets/0/name`, test: 'equals', value: 'KEY' });
    expect(grade(asked, wanted).score).toBe(1);
    expect(grade(asked, edited(wanted, `${app}/secrets/1`, { ...secret, name: 'TWO' })).score).toBe(0);
    expect(grade(asked, edited(wanted, `${app}/dockerLabels`, { key: 'x' })).score).toBe(0);
  });

  it.each([
    ['start', (deep: string) => ({ ...question, start: deep })],
    ['answer', (deep: string) => ({ ...question, answer: deep })],
  ])('is judged where the %s is deeper than the reader goes', (_, withDeep) => {
    const asked = withDeep(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`);
    expect(() => grade(asked, answer)).not.toThrow();
  });

  it('is nothing but the answer where the start is no JSON', () => {
    const asked = repair('{ "family": "orders", }', answer, port);
    expect(grade(asked, answer).score).toBe(1);
    expect(grade(asked, edited(answer, `${app}/memory`, 256)).score).toBe(0);
  });
});

describe('any edit of the answer', () => {
  const shuffled = (value: unknown, seed: number): unknown => {
    if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, member]) => [name, shuffled(member, seed)] as const);
    return Object.fromEntries(seed % 2 === 0 ? entries : entries.reverse());
  };
  it('in the order of its fields alone is right', () => {
    fc.assert(fc.property(fc.nat(), (seed) => grade(question, shuffled(answer, seed)).score === 1));
  });
  it('of a single place is wrong, or only writes out a default', () => {
    const places = fc.constantFrom(
      '/family',
      '/taskRoleArn',
      `${app}/memory`,
      `${app}/image`,
      `${proxy}/memory`,
      `${app}/environment/0/value`,
      `${app}/command/0`,
      `${app}/user`,
      `${app}/workingDirectory`,
    );
    const words = fc.oneof(
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom('x', 'orders-2', 'y:1'),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(places, words, (place, word) => {
        const value = edited(answer, place, word);
        fc.pre(JSON.stringify(value) !== JSON.stringify(answer) && word !== undefined);
        expect(grade(question, value).score).toBe(0);
      }),
    );
  });
});
