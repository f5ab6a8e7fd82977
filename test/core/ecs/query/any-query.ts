import fc from 'fast-check';
import type { ContainerInstance } from '../../../../src/core/ecs/placement/container-instance.ts';
import type { Comparison, Operator, Query, Subject } from '../../../../src/core/ecs/query/query.ts';
import { instance, running } from './query-fleet.ts';

const types = ['t3.small', 't3.large', 'm5.large', 'm5.xlarge', 'g4dn.xlarge'];
const stacks = ['prod', 'dev', 'test', 'prod-eu'];
const groups = ['service:web', 'service:api', 'family:batch'];
const versions = ['1.9.0', '1.14.4', '1.14.5', '1.89.3', '1.105.1'];
const times = ['2018-02-12T23:59:59Z', '2018-02-13', '2018-02-13T00:00:01', '2024-06-01T10:00:00+02:00', '2026-03-03'];
const ids = ['i-aaaa1111', 'i-bbbb2222', 'i-abab1212'];

/** Patterns that mean the same to every reader of regular expressions, quoted where they must be. */
const patterns = [
  't3.*',
  'm5[.]x?large',
  '(t3|m5)[.](small|large)',
  '.*large',
  '[a-m].*',
  '\\w\\d\\..+',
  'p?r?o?d?.*',
  '(p|d|t)+.*',
  'i-(a|b)+[0-9]{4}',
  'i-[ab]{4}\\d{2,4}',
  '[^t].*',
  'prod(-eu)?',
  '(?:te)?st',
  'm5\\.(x|xx)??large',
  '^t3.*$',
  'true|false',
];
const stringOperators = ['==', '!=', 'in', 'not_in', '=~', '!~'] as const;
const orderOperators = ['==', '!=', '>', '>=', '<', '<='] as const;

function some(values: readonly string[], operators: readonly Operator[], subject: Subject): fc.Arbitrary<Comparison> {
  return fc.constantFrom(...operators).chain((operator) => {
    const one = fc.constantFrom(...(operator === '=~' || operator === '!~' ? patterns : values));
    const most = operator === 'in' || operator === 'not_in' ? 3 : 1;
    const none = operator === 'exists' || operator === 'not_exists';
    const chosen = none ? fc.constant([]) : fc.array(one, { minLength: 1, maxLength: most });
    return chosen.map((chosenValues) => ({ kind: 'comparison' as const, subject, operator, values: chosenValues }));
  });
}

const attributeOperators: readonly Operator[] = [...stringOperators, 'exists', 'not_exists'];
const comparison: fc.Arbitrary<Query> = fc.oneof(
  some(types, attributeOperators, 'attribute:ecs.instance-type'),
  some(stacks, attributeOperators, 'attribute:stack'),
  some(['true'], attributeOperators, 'attribute:gpu'),
  some(ids, stringOperators, 'ec2InstanceId'),
  some(['true', 'false'], stringOperators, 'agentConnected'),
  some(versions, orderOperators, 'agentVersion'),
  some(times, orderOperators, 'registeredAt'),
  some(['0', '1', '2', '3'], orderOperators, 'runningTasksCount'),
  some(groups, ['=='], 'task:group'),
);

/** Any query that can be read, three groups deep. */
export const anyQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 3 },
    comparison,
    tie('query').map((part) => ({ kind: 'not' as const, part })),
    fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]) => ({ kind, parts })),
  ),
})).query;

/** An instance of the same world, so that comparisons hold about as often as not. */
export const anyInstance: fc.Arbitrary<ContainerInstance> = fc
  .record({
    id: fc.constantFrom(...ids),
    agentConnected: fc.boolean(),
    agentVersion: fc.constantFrom(...versions),
    registeredAt: fc.constantFrom(...times),
    type: fc.option(fc.constantFrom(...types), { nil: undefined }),
    stack: fc.option(fc.constantFrom(...stacks), { nil: undefined }),
    gpu: fc.option(fc.constant('true'), { nil: undefined }),
    tasks: fc.array(fc.constantFrom(...groups), { maxLength: 3 }),
  })
  .map(({ type, stack, gpu, tasks, id, ...fields }) => {
    const given = Object.entries({ 'ecs.instance-type': type, stack, gpu });
    const attributes = Object.fromEntries(given.filter((pair): pair is [string, string] => pair[1] !== undefined));
    return instance(id, { ...fields, attributes, tasks: running(...tasks) });
  });
