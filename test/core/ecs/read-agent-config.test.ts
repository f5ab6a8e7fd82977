import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDuration, trimSpace } from '../../../src/core/ecs/agent-config/agent-value.ts';
import { effectiveAgentConfig, readAgentConfig } from '../../../src/core/ecs/agent-config/check-agent-config.ts';

describe('readAgentConfig', () => {
  const read = (text: string) => [...readAgentConfig(text)].map(([key, { value, line }]) => [key, value, line]);

  test.each([
    ['splits at the first =', 'A=b=c', [['A', 'b=c', 1]]],
    ['keeps quotes and inner spaces', 'A = "b"', [['A ', ' "b"', 1]]],
    ['makes export part of the key', 'export A=b', [['export A', 'b', 1]]],
    ['trims the line', ' \tA=b \r\n', [['A', 'b', 1]]],
    [
      'lets the last line hold',
      'A=1\nB=2\nA=3',
      [
        ['A', '3', 3],
        ['B', '2', 2],
      ],
    ],
    ['passes over comments, blank lines and lines without =', '# A=1\n\nB\nC=', [['C', '', 4]]],
    ['keeps a BOM in the key', '\uFEFFA=b', [['\uFEFFA', 'b', 1]]],
  ])('[R1] %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('[R1] agrees with a naive split on any text', () => {
    const naive = (text: string) => {
      const map: Record<string, string> = Object.create(null);
      for (const raw of text.split('\n')) {
        const line = raw.replace(/^[\s\u0085]+|[\s\u0085]+$/g, (space) => space.replace(/[^\uFEFF]/g, ''));
        if (line.includes('=') && !line.startsWith('#'))
          map[line.split('=')[0] ?? ''] = line.split('=').slice(1).join('=');
      }
      return map;
    };
    const piece = fc.constantFrom(
      'A',
      'ECS_CLUSTER',
      '=',
      '==',
      ' ',
      '\t',
      '"',
      '#',
      '\n',
      '\r\n',
      'export ',
      '__proto__',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const read = Object.create(null) as Record<string, string>;
        for (const [key, { value }] of readAgentConfig(text)) read[key] = value;
        expect(read).toEqual(naive(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('[R1] trims what Go trims and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const go = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
        const trimmed = trimSpace(`\u3000\t${text}\u0085 `);
        expect(go.test(trimmed[0] ?? 'x') || go.test(trimmed.at(-1) ?? 'x')).toBe(false);
        expect(text.includes(trimmed)).toBe(true);
      }),
    );
    expect(trimSpace('\uFEFF a')).toBe('\uFEFF a');
  });
});

describe('effectiveAgentConfig', () => {
  test.each([
    ['agent', 'false'],
    ['ecs-init', 'true'],
    ['windows', 'false'],
  ] as const)('[R2] an empty file leaves task roles on %s as %s', (host, value) => {
    expect(effectiveAgentConfig('', host).get('ECS_ENABLE_TASK_IAM_ROLE')).toBe(value);
  });

  test.each([
    ['true', 'true'],
    ['1', 'true'],
    ['T', 'true'],
    [' true', 'true'],
    ['false', 'false'],
    ['0', 'false'],
    ['"true"', 'false'],
    ['yes', 'false'],
    ['', 'false'],
  ])('[R2] under ecs-init the line ECS_ENABLE_TASK_IAM_ROLE=%s holds as %s', (value, effective) => {
    expect(effectiveAgentConfig(`ECS_ENABLE_TASK_IAM_ROLE=${value}`, 'ecs-init').get('ECS_ENABLE_TASK_IAM_ROLE')).toBe(
      effective,
    );
  });

  test.each([
    ['ECS_CLUSTER=prod', 'prod'],
    ['ECS_CLUSTER=', 'default'],
    ['ECS_CLUSTER =prod', 'default'],
    ['export ECS_CLUSTER=prod', 'default'],
    ['ECS_CLUSTER_NAME=prod', 'default'],
    ['ECS_CLUSTER="prod"', '"prod"'],
    ['ECS_CLUSTER=a\nECS_CLUSTER=b', 'b'],
    ['# ECS_CLUSTER=prod', 'default'],
  ])('[R1] %j joins the cluster %s', (text, cluster) => {
    expect(effectiveAgentConfig(text, 'ecs-init').get('ECS_CLUSTER')).toBe(cluster);
  });

  test.each([
    ['ECS_CONTAINER_STOP_TIMEOUT=2m', 'ECS_CONTAINER_STOP_TIMEOUT=120s'],
    ['ECS_CONTAINER_STOP_TIMEOUT=1.5m', 'ECS_CONTAINER_STOP_TIMEOUT=1m30s'],
    ['ECS_RESERVED_PORTS=[22,80]', 'ECS_RESERVED_PORTS=[ 80, 22 ]'],
    ['ECS_INSTANCE_ATTRIBUTES={"a":"1","b":"2"}', 'ECS_INSTANCE_ATTRIBUTES={ "b": "2", "a": "1" }'],
    ['ECS_AVAILABLE_LOGGING_DRIVERS=["json-file","none"]', ''],
    ['ECS_LOGLEVEL=WARN', 'ECS_LOGLEVEL=warn'],
  ])('[R4] %j means the same to the agent as %j', (a, b) => {
    expect(effectiveAgentConfig(a, 'agent')).toEqual(effectiveAgentConfig(b, 'agent'));
  });

  test.each([
    ['ECS_CONTAINER_STOP_TIMEOUT=500ms', 'ECS_CONTAINER_STOP_TIMEOUT=1s'],
    ['ECS_CONTAINER_STOP_TIMEOUT=-5s', 'ECS_CONTAINER_STOP_TIMEOUT=1s'],
    ['ECS_CONTAINER_START_TIMEOUT=10s', 'ECS_CONTAINER_START_TIMEOUT=45s'],
    ['ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION=500ms', 'ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION=3h'],
  ])('[R5] %j is too short, and means the same as %j', (a, b) => {
    expect(effectiveAgentConfig(a, 'agent')).toEqual(effectiveAgentConfig(b, 'agent'));
  });

  test('what is unset or does not apply is absent', () => {
    const windows = effectiveAgentConfig('', 'windows');
    expect(['ECS_ENABLE_TASK_ENI', 'AWS_DEFAULT_REGION', 'HTTP_PROXY'].map((name) => windows.has(name))).toEqual([
      false,
      false,
      false,
    ]);
  });

  test.each([
    ['ECS_CLUSTER= prod', 'ECS_CLUSTER', 'prod'],
    ['AWS_DEFAULT_REGION= eu-west-1', 'AWS_DEFAULT_REGION', 'eu-west-1'],
    ['ECS_ENABLE_TASK_IAM_ROLE= true', 'ECS_ENABLE_TASK_IAM_ROLE', 'true'],
    ['ECS_CONTAINER_STOP_TIMEOUT=0s', 'ECS_CONTAINER_STOP_TIMEOUT', '30s'],
  ])('[R3] %j is trimmed, or not set: %s is %s', (text, name, value) => {
    expect(effectiveAgentConfig(text, 'agent').get(name)).toBe(value);
  });

  test('[R2] an unreadable interval leaves the default', () => {
    expect(effectiveAgentConfig('ECS_IMAGE_CLEANUP_INTERVAL=5m', 'ecs-init').get('ECS_IMAGE_CLEANUP_INTERVAL')).toBe(
      '1800s',
    );
  });
});

describe('durations', () => {
  test.each([
    ['30s', 30],
    ['3m', 180],
    ['1h30m', 5400],
    ['1.5h', 5400],
    ['100ms', 0.1],
    ['0', 0],
    ['+2s', 2],
  ])('%s is %d seconds', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });

  test.each(['', '30', '30 s', 's', '-5s', '3 minutes', '1d', '1h 30m', '.s', '1e3s'])('%j is none', (text) => {
    expect(readDuration(text)).toBeNull();
  });
});
