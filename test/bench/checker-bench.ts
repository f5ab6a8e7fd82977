import { checkAgentConfig } from '../../src/core/ecs/agent-config/check-agent-config.ts';
import { checkTaskDefinition } from '../../src/core/ecs/task-definitions/check-task-definition.ts';
import { type Bench, type BenchRow, boundRow, medianOf } from './bench.ts';
import { type HostileAnswer, hostileAnswers } from './support/hostile-answers.ts';

const goalMs = 5;
/** A megabyte is no answer, but may be pasted: the page should not stop for it. */
const goalForMegabyteMs = 50;
const megabyte = 1_048_576;
const size = 10_240;

function definition(fields: object, containers: readonly object[] = []): object {
  const task = {
    family: 'shop',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
  };
  return { ...task, containerDefinitions: containers, ...fields };
}

function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Each about as long as `size`. */
const definitions: readonly (readonly [what: string, json: unknown])[] = [
  [
    '60 faulty containers',
    definition(
      {},
      times(60, (at) => ({ name: `c${at}`, image: 'x y', links: ['a'], cpu: '5', portMapping: [], secrets: [{}] })),
    ),
  ],
  ['430 unknown fields', definition(Object.fromEntries(times(430, (at) => [`containerDefinitionz${at}`, 1])))],
  [
    '300 port mappings',
    definition({}, [
      { name: 'a', image: 'a:1', portMappings: times(300, (at) => ({ containerPort: at, hostPort: at + 1 })) },
    ]),
  ],
  [
    'a circle of 110 containers',
    definition(
      {},
      times(110, (at) => ({
        name: `c${at}`,
        image: 'a:1',
        dependsOn: [{ containerName: `c${(at + 1) % 110}`, condition: 'START' }],
      })),
    ),
  ],
];

/** Each about as long as a megabyte when written out. */
const hugeDefinitions: readonly (readonly [what: string, json: unknown])[] = [
  [
    '20,000 containers',
    definition(
      {},
      times(20_000, (at) => ({ name: `c${at}`, image: 'a:1', memory: 8 })),
    ),
  ],
  [
    '40,000 ports',
    definition({}, [{ name: 'a', image: 'a:1', portMappings: times(40_000, (at) => ({ containerPort: at })) }]),
  ],
  [
    '40,000 ranges of ports',
    definition({}, [
      { name: 'a', image: 'a:1', portMappings: times(40_000, (at) => ({ containerPortRange: `${at}-${at + 5}` })) },
    ]),
  ],
  [
    '30,000 secrets',
    definition({}, [{ name: 'a', image: 'a:1', secrets: times(30_000, (at) => ({ name: `V${at}`, valueFrom: 'y' })) }]),
  ],
  ['500 expressions', definition({ placementConstraints: times(500, () => expression('!('.repeat(1000))) })],
  ['an expression of a megabyte', definition({ placementConstraints: [expression(' '.repeat(megabyte))] })],
  ['an image of a megabyte', definition({}, [{ name: 'a', image: 'a-'.repeat(megabyte / 2) }])],
  ['a role of a megabyte', definition({ taskRoleArn: `arn:aws:iam::123456789012:role/${'a/'.repeat(megabyte / 2)}` })],
];

function expression(text: string): object {
  return { type: 'memberOf', expression: text };
}

const files: readonly (readonly [what: string, text: string])[] = [
  [
    'a long right file',
    'ECS_CLUSTER=prod\nECS_RESERVED_PORTS=[22,80]\nECS_CONTAINER_STOP_TIMEOUT=2m\n'.repeat(size / 70),
  ],
  ['340 wrong keys', times(340, (at) => `ECS_ENABLE_TASK_IAM_ROOL${at}=true`).join('\n')],
  ['3,400 short lines', 'a=\n'.repeat(size / 3)],
  ['a pasted megabyte', 'aws ecs run-task\n'.repeat(61_681)],
  ['10 kB of space in a key', `A${' '.repeat(size)}=b`],
];

/** The checkers and graders on long and on bad input, beside the 5 ms that a learner does not notice. */
export const checkerBench: Bench = {
  name: 'checkers',
  run: async () => [
    ...definitions.map(([what, json]) => rowOf(what, () => checkTaskDefinition(json))),
    ...hugeDefinitions.map(([what, json]) => rowOf(what, () => checkTaskDefinition(json), goalForMegabyteMs)),
    ...files.map(([what, text]) => rowOf(what, () => checkAgentConfig(text))),
    // As much as a typed answer may hold, ten kilobytes, what JSON may hold, and a megabyte.
    ...[1000, size, 65_000].map((length) =>
      worstOf(hostileAnswers(length), length <= size ? goalMs : goalForMegabyteMs),
    ),
    worstOf(hostileAnswers(megabyte), goalForMegabyteMs),
  ],
};

/** The answer that takes longest of those of one length. */
function worstOf(answers: readonly HostileAnswer[], goal: number): BenchRow {
  const timed = answers.map(({ what, length, grade }) => ({
    what: `${length} characters: ${what}`,
    ms: medianMs(grade),
  }));
  const worst = timed.reduce((most, next) => (next.ms > most.ms ? next : most));
  return boundRow(`grade ${worst.what}`, 'ms', worst.ms, goal);
}

function rowOf(what: string, work: () => unknown, goal = goalMs): BenchRow {
  return boundRow(`check ${what}`, 'ms', medianMs(work), goal);
}

function medianMs(work: () => unknown): number {
  return medianOf(
    times(21, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}
