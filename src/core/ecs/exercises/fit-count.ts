import { clusterOf, requestOfScenario } from '../labs/placement/placement-scenario.ts';
import { placeTasks } from '../placement/place-tasks.ts';
import { drawScenario, instancesOf } from './draw-cluster.ts';
import { type Draw, type Exercise, exerciseWith, pick, type Reasoned } from './exercise.ts';

/** (b) How many tasks a cluster holds. */
export function fitCount(draw: Draw, isPortFixed: boolean): Exercise | null {
  const scenario = drawScenario(draw, 'binpack memory', 2 + draw(4), { count: 20 });
  const fixed = {
    ...scenario,
    task: { ...scenario.task, hostPort: isPortFixed ? pick(draw, [80, 443, 3000, 8080, 9000]) : 0 },
  };
  const { value: request } = requestOfScenario(fixed);
  if (request === null) return null;
  const cluster = clusterOf(fixed);
  const { counts, placed } = placeTasks(cluster, request, 200, 1);
  const free = cluster.instances.map(({ remaining }) => remaining);
  const by = (amount: (each: (typeof free)[number]) => number) => free.reduce((sum, each) => sum + amount(each), 0);
  const { cpu, memory } = request;
  const both = (each: (typeof free)[number]) => Math.min(each.cpu / cpu, each.memory / memory);
  const slips: readonly Reasoned[] = [
    ...(isPortFixed
      ? [
          {
            text: String(by((each) => Math.floor(both(each)))),
            why: 'CPU and memory would hold so many, but a fixed host port lets one copy onto each instance.',
          },
        ]
      : []),
    {
      text: String(by((each) => Math.floor(each.cpu / cpu))),
      why: 'So many fit by CPU alone, without a look at the memory.',
    },
    {
      text: String(by((each) => Math.floor(each.memory / memory))),
      why: 'So many fit by memory alone, without a look at the CPU.',
    },
    {
      text: String(Math.floor(Math.min(by((each) => each.cpu) / cpu, by((each) => each.memory) / memory))),
      why: 'What is free on different instances cannot be added up: a task runs on one of them.',
    },
    {
      text: String(Math.max(...counts)),
      why: 'That is the instance with the most room alone; the others hold tasks, too.',
    },
    {
      text: String(Math.min(...counts) * free.length),
      why: 'Instances differ: each holds as many as it has room for, not as many as the fullest.',
    },
    {
      text: String(by((each) => Math.ceil(both(each)))),
      why: 'A task that fits in part does not fit: round down on each instance.',
    },
  ];
  if (placed.length === 0) return null;
  const each = cluster.instances.map(({ id }, at) => `${id} holds ${counts[at] ?? 0}`);
  return exerciseWith(draw, { text: String(placed.length), why: `${each.join(', ')}.` }, slips, {
    says: [
      `A task takes ${cpu} CPU units and ${memory} MiB${isPortFixed ? `, with the fixed host port ${fixed.task.hostPort} in bridge mode` : ', with a dynamic host port'}.`,
    ],
    given: [instancesOf(fixed)],
    asks: 'How many more of these tasks can the cluster run?',
    worked: [
      'Look at one instance after another; on each both CPU and memory must be there.',
      ...cluster.instances.map(
        ({ id, remaining }) =>
          `${id}: ${remaining.cpu} / ${cpu} and ${remaining.memory} / ${memory}, rounded down, the less of the two${isPortFixed ? ', and one at most for the port' : ''}.`,
      ),
      `${placed.length} in all.`,
    ],
    lab: { name: 'placement', scenario: fixed },
  });
}
