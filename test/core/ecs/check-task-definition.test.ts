import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTaskDefinition } from '../../../src/core/ecs/task-definitions/check-task-definition.ts';
import { taskDefinitionRules } from '../../../src/core/ecs/task-definitions/rules/rules.ts';
import { mostFindings } from '../../../src/core/ecs/verdicts/finding.ts';
import { ruleRows } from './rule-rows/all.ts';
import { container, onEc2, onFargate, validDefinitions, withSides } from './task-definitions.ts';

function places(code: string, json: unknown): readonly string[] {
  return checkTaskDefinition(json)
    .filter((finding) => finding.code === code)
    .map((finding) => `${finding.severity} ${finding.pointer}`);
}

describe('checkTaskDefinition', () => {
  test.each(Object.entries(validDefinitions))('finds nothing in %s', (_, definition) => {
    expect(checkTaskDefinition(definition)).toEqual([]);
  });

  test.each(ruleRows.map((row) => [row.code, row.says, row] as const))('[%s] %s', (code, _, row) => {
    expect(places(code, row.json)).toEqual(row.found);
  });

  const codes = ['T00', 'T05', 'T38', ...taskDefinitionRules.map((rule) => rule.code)];

  test.each(codes)('[%s] has a refusal and an acceptance in the table', (code) => {
    const rows = ruleRows.filter((row) => row.code === code);
    expect([rows.some((row) => row.found.length > 0), rows.some((row) => row.found.length === 0)]).toEqual([
      true,
      true,
    ]);
  });

  test('knows the 48 task definition rules', () => {
    const numbered = Array.from({ length: 48 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`);
    expect([...codes].sort()).toEqual(['T00', ...numbered]);
  });
});

describe('the twelve faults to find', () => {
  const faults: readonly (readonly [string, string, unknown])[] = [
    ['(a) Fargate with bridge', 'T06', onFargate({ networkMode: 'bridge' })],
    ['(b) Fargate 512/512', 'T07', onFargate({ cpu: '512', memory: '512' })],
    ['(c) host port 80 with two copies', 'T16', onEc2({}, { portMappings: [{ containerPort: 80, hostPort: 80 }] })],
    ['(d) awsvpc host port 8080', 'T15', onFargate({}, { portMappings: [{ containerPort: 80, hostPort: 8080 }] })],
    ['(e) secrets without execution role', 'T27', onEc2({}, { secrets: [{ name: 'KEY', valueFrom: 'key' }] })],
    ['(f) only container not essential', 'T03', onEc2({}, { essential: false })],
    [
      '(g) COMPLETE on an essential container',
      'T29',
      onEc2(withSides({ dependsOn: [{ containerName: 'side1', condition: 'COMPLETE' }] }, {})),
    ],
    [
      '(h) awslogs without Region',
      'T24',
      onEc2({}, { logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': 'g' } } }),
    ],
    ['(i) memory 256 under reservation 512', 'T09', onEc2({}, { memory: 256, memoryReservation: 512 })],
    ['(j) distinctInstance', 'T22', onEc2({ placementConstraints: [{ type: 'distinctInstance' }] })],
  ];

  test.each(faults)('%s is found by %s and nothing else is', (_, code, json) => {
    expect(checkTaskDefinition(json).map((finding) => finding.code)).toEqual([code]);
  });
});

describe('any JSON', () => {
  const fields = [
    ...Object.keys(validDefinitions['an awsvpc task on Fargate'] ?? {}),
    ...[
      'name',
      'image',
      'portMappings',
      'containerPort',
      'dependsOn',
      'secrets',
      '__proto__',
      'constructor',
      'volumes',
    ],
  ];
  const words = ['awsvpc', 'FARGATE', 'web', '80-90', 'HEALTHY', '123456789012.dkr.ecr.eu-west-1.amazonaws.com/a', ''];
  const { tree } = fc.letrec<{ readonly tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom<unknown>(null, true, false, 0, -1, 80, 1e308, 0.5, ...words),
      fc.string({ unit: 'binary' }),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...fields), fc.string()), tie('tree'), { maxKeys: 6 }),
    ),
  }));

  test('[K1] never throws, and each finding points at a place in it', () => {
    fc.assert(
      fc.property(tree, (json) => {
        for (const finding of checkTaskDefinition(json)) expect(resolves(json, finding.pointer)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('a valid definition with one part replaced is judged the same way twice, and left as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(validDefinitions)), fc.nat(), tree, (valid, at, part) => {
        const broken = replaced(valid, at, part);
        const before = JSON.stringify(broken);
        expect(checkTaskDefinition(broken)).toEqual(checkTaskDefinition(broken));
        expect(JSON.stringify(broken)).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  test('[K2] survives depth, length and size', () => {
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    expect(places('T00', onEc2({ volumes: deep }))).toEqual(['error /volumes/0']);
    const wrong = Array.from({ length: 200_000 }, () => 1);
    const labels = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`l${index}`, 1]));
    expect(checkTaskDefinition({ ...onEc2({}, { dockerLabels: labels }), volumes: wrong })).toHaveLength(mostFindings);
    const many = Array.from({ length: 20_000 }, (_, index) => container({ name: `c${index}`, oops: 1, links: ['x'] }));
    expect(checkTaskDefinition(onEc2({ containerDefinitions: many }))).toHaveLength(mostFindings);
  });

  test('[K2] shows a learner no character that hides or turns text', () => {
    const [finding] = checkTaskDefinition(onEc2({ family: 'a\u202Eb\u0000c' }));
    expect(finding?.message).toBe('`a\\u{202e}b\\u{0}c` cannot be the name of a family.');
  });
});

/** Walks a JSON pointer by its own, simplest reading of RFC 6901. */
function resolves(json: unknown, pointer: string): boolean {
  let value = json;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
    value = (value as Record<string, unknown>)[name];
  }
  return true;
}

/** A copy of a JSON value in which the part that comes `at`-th (counted round) is another. */
function replaced(json: unknown, at: number, part: unknown): unknown {
  let left = at % 40;
  const visit = (value: unknown): unknown => {
    if (left-- === 0) return part;
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, visit(member)]));
  };
  return visit(json);
}
