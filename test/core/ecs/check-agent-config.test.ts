import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAgentValue } from '../../../src/core/ecs/agent-config/agent-value.ts';
import { agentVariables } from '../../../src/core/ecs/agent-config/agent-variables.ts';
import { checkAgentConfig, effectiveAgentConfig } from '../../../src/core/ecs/agent-config/check-agent-config.ts';
import { mostFindings } from '../../../src/core/ecs/verdicts/finding.ts';
import { variableRows } from './agent-variable-rows.ts';

/** What is found in a file that names its cluster in line 1, as `code severity line`. */
function found(...lines: readonly string[]): readonly string[] {
  return foundIn(['ECS_CLUSTER=prod', ...lines].join('\n'));
}

function foundIn(text: string): readonly string[] {
  return checkAgentConfig(text).map((finding) => `${finding.code} ${finding.severity} ${finding.pointer.slice(1)}`);
}

function fixes(text: string): readonly string[] {
  return checkAgentConfig(text).map((finding) => finding.fix);
}

describe('the 35 variables', () => {
  test('stand in the order of the table of variables, HTTP_PROXY and NO_PROXY in one row', () => {
    expect(agentVariables.map((variable) => [variable.row, variable.name])).toEqual(
      variableRows.map((row) => [row.row, row.name]),
    );
    expect(new Set(agentVariables.map((variable) => variable.row)).size).toBe(35);
  });

  describe.each(variableRows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    test('has the defaults of the table', () => {
      const variable = agentVariables.find((candidate) => candidate.name === row.name);
      expect(variable?.defaults).toEqual({ agent: row.agent, 'ecs-init': row.init, windows: row.windows });
    });

    test.each(row.good.map((value) => [value]))('takes %j', (value) => {
      expect(foundIn(`ECS_CLUSTER=prod\n${row.name}=${value}`).filter((line) => /^C0[28]/.test(line))).toEqual([]);
    });

    test.each(row.bad.map((value) => [value]))('complains of %j', (value) => {
      const line = row.name === 'ECS_CLUSTER' ? 1 : 2;
      const text = line === 1 ? `ECS_CLUSTER=${value}` : `ECS_CLUSTER=prod\n${row.name}=${value}`;
      expect(foundIn(text).filter((finding) => finding.startsWith('C08'))).toEqual([
        expect.stringMatching(new RegExp(`^C08 (error|warning) ${line}$`)),
      ]);
    });
  });
});

describe('the classic mistakes', () => {
  type Row = readonly [code: string, says: string, text: string, found: readonly string[]];
  const rows: readonly Row[] = [
    ['C01', 'a space before =', 'ECS_CLUSTER =prod', ['C01 error 1']],
    ['C01', 'a tab before =', 'ECS_CLUSTER\t=prod', ['C01 error 1']],
    ['C02', 'a space after =', 'ECS_CLUSTER= prod', ['C02 error 1']],
    ['C02', 'spaces on both sides', 'ECS_CLUSTER = prod', ['C01 error 1', 'C02 error 1']],
    ['C02', 'spaces round the line do no harm', '  ECS_CLUSTER=prod  ', []],
    ['C03', 'double quotes', 'ECS_CLUSTER="prod"', ['C03 error 1']],
    ['C03', 'single quotes', "ECS_CLUSTER='prod'", ['C03 error 1']],
    ['C03', 'curly quotes', 'ECS_CLUSTER=“prod”', ['C03 error 1']],
    ['C03', 'quotes round a JSON list', `ECS_CLUSTER=prod\nECS_RESERVED_PORTS='[22]'`, ['C03 error 2']],
    ['C03', 'quotes inside a JSON list', 'ECS_CLUSTER=prod\nECS_AVAILABLE_LOGGING_DRIVERS=["awslogs"]', []],
    ['C04', 'export', 'export ECS_CLUSTER=prod', ['C04 error 1']],
    ['C04', 'export and a tab', 'export\tECS_CLUSTER=prod', ['C04 error 1']],
    ['C04', 'set on Windows', 'set ECS_CLUSTER=prod', ['C04 error 1']],
    [
      'C05',
      'the command of the user data',
      'echo ECS_CLUSTER=prod >> /etc/ecs/ecs.config',
      ['C05 error 1', 'C09 warning 1'],
    ],
    ['C05', 'sudo', 'ECS_CLUSTER=prod\nsudo systemctl restart ecs', ['C05 error 2']],
    [
      'C05',
      'a here-document',
      "cat <<'EOF' >> /etc/ecs/ecs.config\nECS_CLUSTER=prod\nEOF",
      ['C05 error 1', 'C05 error 3'],
    ],
    ['C05', 'the first line of a script', '#!/bin/bash\nECS_CLUSTER=prod', ['C05 warning 1']],
    ['C06', 'small letters', 'ecs_cluster=prod', ['C06 error 1']],
    [
      'C06',
      'small letters in a name that is not taught',
      'ECS_CLUSTER=prod\necs_enable_gpu_support=true',
      ['C06 error 2'],
    ],
    ['C07', 'ECS_CLUSTER_NAME', 'ECS_CLUSTER_NAME=prod', ['C07 error 1']],
    ['C07', 'a slip', 'ECS_CLUSTER=prod\nECS_ENABLE_TASK_IAM_ROL=true', ['C07 error 2']],
    ['C07', 'a Cyrillic letter', 'ECS_СLUSTER=prod', ['C07 error 1']],
    ['C07', 'a name that nobody knows', 'ECS_CLUSTER=prod\nFAVOURITE_COLOUR=blue', ['C07 warning 2']],
    ['C07', 'no name', 'ECS_CLUSTER=prod\n=blue', ['C07 warning 2']],
    ['C07', 'a variable of the agent that is not taught', 'ECS_CLUSTER=prod\nECS_ENABLE_GPU_SUPPORT=true', []],
    ['C08', 'a value that cannot be read', 'ECS_CLUSTER=prod\nECS_ENABLE_TASK_IAM_ROLE=yes', ['C08 error 2']],
    [
      'C08',
      'an interval under ten minutes is ignored',
      'ECS_CLUSTER=prod\nECS_IMAGE_CLEANUP_INTERVAL=9m',
      ['C08 error 2'],
    ],
    ['C08', 'no value', 'ECS_CLUSTER=prod\nECS_LOGLEVEL=', ['C08 warning 2']],
    ['C09', 'an empty file', '', ['C09 warning 1']],
    ['C09', 'no cluster', 'ECS_LOGLEVEL=debug', ['C09 warning 1']],
    ['C09', 'a cluster in a comment', '# ECS_CLUSTER=prod', ['C09 warning 1']],
    ['C09', 'an empty cluster', 'ECS_CLUSTER=', ['C09 warning 1']],
    ['C10', 'a key twice', 'ECS_CLUSTER=a\nECS_LOGLEVEL=info\nECS_CLUSTER=b', ['C10 warning 1']],
    ['C11', 'no =', 'ECS_CLUSTER=prod\nECS_LOGLEVEL', ['C11 error 2']],
    ['C11', 'a colon', 'ECS_CLUSTER: prod', ['C09 warning 1', 'C11 error 1']],
    ['C12', 'a BOM', '\uFEFFECS_CLUSTER=prod', ['C12 error 1']],
    ['C12', 'a BOM before a comment', '\uFEFF# a\nECS_CLUSTER=prod', ['C12 error 1', 'C11 error 1']],
    ['C12', 'a NUL', 'ECS_CLUSTER=pr\u0000od', ['C12 error 1', 'C08 error 1']],
    ['C12', 'an RTL override', 'ECS_CLUSTER=\u202Eprod', ['C12 error 1', 'C08 error 1']],
    ['C12', 'a zero-width space in the key', 'ECS_\u200BCLUSTER=prod', ['C12 error 1']],
    ['C12', 'an RTL override in a comment', '# \u202Eabc\nECS_CLUSTER=prod', ['C12 warning 1']],
    ['C13', 'CRLF', '# mine\r\nECS_CLUSTER=prod\r\n', ['C13 warning 1']],
    ['C14', 'a comment behind a value', 'ECS_CLUSTER=prod # mine', ['C14 error 1']],
    ['C14', 'a comment on its own line', '# mine\n\nECS_CLUSTER=prod\n', []],
    ['C15', 'a megabyte', 'a\n'.repeat(500_000), ['C15 error 1']],
    ['C16', 'a proxy without exceptions', 'ECS_CLUSTER=prod\nHTTP_PROXY=proxy:3128', ['C16 warning 2']],
    [
      'C16',
      'a proxy with too few exceptions',
      'ECS_CLUSTER=prod\nHTTP_PROXY=proxy:3128\nNO_PROXY=169.254.169.254',
      ['C16 warning 3'],
    ],
    [
      'C16',
      'a proxy with its exceptions',
      'ECS_CLUSTER=prod\nHTTP_PROXY=proxy:3128\nNO_PROXY=169.254.169.254,169.254.170.2,/var/run/docker.sock',
      [],
    ],
    ['C16', 'half of the registry credentials', 'ECS_CLUSTER=prod\nECS_ENGINE_AUTH_TYPE=docker', ['C16 warning 2']],
    ['C16', 'both halves', 'ECS_CLUSTER=prod\nECS_ENGINE_AUTH_TYPE=docker\nECS_ENGINE_AUTH_DATA={"a":{}}', []],
  ];

  test.each(rows)('[%s] %s', (_, __, text, expected) => {
    expect([...foundIn(text)].sort()).toEqual([...expected].sort());
  });

  test('[C05] a wrong path is named', () => {
    const [finding] = checkAgentConfig('echo "ECS_CLUSTER=prod" >> /etc/ecs.config');
    expect(finding?.message).toContain('it writes `/etc/ecs.config`: the agent reads `/etc/ecs/ecs.config`');
  });

  test.each([
    ['ECS_CLUSTER_NAME=a', 'Write `ECS_CLUSTER`.'],
    ['ecs-cluster=a', 'Write `ECS_CLUSTER`.'],
    ['ECS_CLUSTR=a', 'Write `ECS_CLUSTER`.'],
    ['ECS_CLUSTER=a\nECS_ENABLE_TASK_IAM_ROLE_NETWORK=true', 'Write `ECS_ENABLE_TASK_IAM_ROLE_NETWORK_HOST`.'],
    ['ECS_CLUSTER=a\nECS_ENABLE_SPOT_DRAINING=true', 'Write `ECS_ENABLE_SPOT_INSTANCE_DRAINING`.'],
    ['ECS_CLUSTER=a\nECS_LOG_LEVEL=info', 'Write `ECS_LOGLEVEL`.'],
  ])('[C07] the remedy for %j is the nearest key', (text, fix) => {
    expect(fixes(text)).toEqual([fix]);
  });

  test('[C03] the message shows what the agent reads', () => {
    const [finding] = checkAgentConfig('ECS_CLUSTER="prod"');
    expect(finding?.message).toBe('The quotes become part of the value: the agent reads `"prod"`, not `prod`.');
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'ECS_CLUSTER',
    '=',
    ' ',
    '"',
    '\n',
    '\r\n',
    '\uFEFF',
    '\u0000',
    '\u202E',
    'export ',
    '#',
    '>>',
    '{',
    '[1',
    'true',
    '🦊',
    '\uD800',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );

  test('[K1] never throws, points at a line, judges alike twice', () => {
    fc.assert(
      fc.property(text, (any) => {
        const findings = checkAgentConfig(any);
        const lines = any.split('\n').length;
        for (const { pointer } of findings) expect(Number(pointer.slice(1))).toBeLessThanOrEqual(lines);
        expect(checkAgentConfig(any)).toEqual(findings);
        for (const host of ['agent', 'ecs-init', 'windows'] as const)
          expect(effectiveAgentConfig(any, host).get('ECS_CLUSTER')).toBeTruthy();
      }),
      { numRuns: 2000 },
    );
  });

  test('[R4] a canonical value is its own canonical value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...agentVariables),
        fc.oneof(fc.string(), fc.json(), fc.constantFrom('true', '90m', '5-9')),
        ({ kind }, value) => {
          const canonical = canonicalAgentValue(kind, value);
          if (canonical !== null) expect(canonicalAgentValue(kind, canonical)).toBe(canonical);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('[K2] a file full of faults yields a page of findings, not a flood', () => {
    expect(checkAgentConfig('oops\n'.repeat(10_000))).toHaveLength(mostFindings);
  });

  test('a cluster named behind a page of faults is still seen', () => {
    const codes = checkAgentConfig(`${'oops=1\n'.repeat(500)}ECS_CLUSTER=prod`).map((finding) => finding.code);
    expect(codes).not.toContain('C09');
  });

  test('one fault a line, each at its line', () => {
    expect(found('ECS_LOGLEVEL =info', '', 'ECS_DATADIR= /x', 'ECS_LOGLEVLE=info')).toEqual([
      'C01 error 2',
      'C02 error 4',
      'C07 error 5',
    ]);
  });
});
