import { describe, expect, it } from 'vitest';
import type { Reason } from '../../../../src/core/ecs/placement/fleet.ts';
import { placeTasks } from '../../../../src/core/ecs/placement/place-tasks.ts';
import {
  constraintWords,
  failureCode,
  reasonWords,
  strategyWords,
  unplacedWords,
} from '../../../../src/core/ecs/placement/words.ts';
import { parseQuery } from '../../../../src/core/ecs/query/parse-query.ts';
import { packCpu, spreadZones, webTask, zones } from './zones.ts';

const query = parseQuery('attribute:stack equals prod').value!;
const reasons: readonly (readonly [reason: Reason, words: string, code: string | null])[] = [
  [
    { step: 'fit', resource: 'memory', needed: 1024, available: 512 },
    'The task needs 1024 MiB of memory; left: 512.',
    'RESOURCE:MEMORY',
  ],
  [
    { step: 'fit', resource: 'cpu', needed: 256, available: 0 },
    'The task needs 256 CPU units; left: 0.',
    'RESOURCE:CPU',
  ],
  [{ step: 'fit', resource: 'gpus', needed: 1, available: 0 }, 'The task needs 1 GPU; left: 0.', 'RESOURCE:GPU'],
  [
    { step: 'fit', resource: 'networkInterfaces', needed: 1, available: 0 },
    'The task needs 1 network interface; left: 0.',
    'RESOURCE:ENI',
  ],
  [{ step: 'fit', resource: 'port', protocol: 'tcp', port: 80 }, 'Its TCP port 80 is taken.', 'RESOURCE:PORTS'],
  [{ step: 'fit', resource: 'agent' }, 'Its agent is not connected.', 'AGENT'],
  [
    { step: 'fit', resource: 'status', status: 'DRAINING' },
    'It is DRAINING, and only ACTIVE instances get tasks.',
    null,
  ],
  [{ step: 'fit', resource: 'attribute', name: 'gpu' }, 'It lacks the attribute gpu.', null],
  [
    { step: 'constraint', type: 'memberOf', query },
    'It does not match attribute:stack == prod.',
    'MemberOf placement constraint unsatisfied',
  ],
  [
    { step: 'constraint', type: 'distinctInstance', group: 'service:web' },
    'It already runs a task of service:web.',
    null,
  ],
];

describe('the words of placement', () => {
  it.each(reasons)('[P14] %j', (reason, words, code) => {
    expect([reasonWords(reason), failureCode(reason)]).toEqual([words, code]);
  });

  it('[P14] say what a service and what run-task hear', () => {
    const [service, standalone] = ['service:web', 'family:web'].map((group) =>
      webTask({ cpu: 4096 }, { group, strategy: [packCpu] }),
    );
    expect(unplacedWords(placeTasks(zones, service!, 2, 1), service!)).toBe(
      'The service web could not place 2 tasks: no instance meets every requirement. It keeps trying, less often each time.',
    );
    expect(unplacedWords(placeTasks(zones, standalone!, 1, 1), standalone!)).toBe(
      'RunTask answers with failures for 1 task: RESOURCE:CPU.',
    );
    const fitting = webTask();
    expect(unplacedWords(placeTasks(zones, fitting, 1, 1), fitting)).toBeNull();
  });

  it('name strategies and constraints', () => {
    expect([strategyWords(packCpu), strategyWords(spreadZones), strategyWords({ type: 'random' })]).toEqual([
      'binpack on cpu',
      'spread over attribute:ecs.availability-zone',
      'random',
    ]);
    expect([constraintWords({ type: 'memberOf', query }), constraintWords({ type: 'distinctInstance' })]).toEqual([
      'memberOf attribute:stack == prod',
      'distinctInstance',
    ]);
  });
});
