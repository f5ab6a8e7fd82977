import { countWords } from '../../text/count-words.ts';
import { type LabTable, wordsOfPart } from '../labs/lab.ts';
import { placementLab } from '../labs/placement/placement-lab.ts';
import {
  clusterOf,
  type PlacementScenario,
  requestOfScenario,
  type ScenarioInstance,
} from '../labs/placement/placement-scenario.ts';
import { countsBy, outcomesOf } from '../placement/outcomes-of.ts';
import { placeTasks } from '../placement/place-tasks.ts';
import { strategyWords } from '../placement/words.ts';
import { type Draw, type Exercise, exerciseWith, pick, pickService, type Reasoned } from './exercise.ts';

const zone = 'attribute:ecs.availability-zone';

export type PlacementRule = 'binpack memory' | 'binpack cpu' | 'spread zones' | 'spread zones, then binpack memory';

const strategiesOf: Readonly<Record<PlacementRule, PlacementScenario['placementStrategy']>> = {
  'binpack memory': [{ type: 'binpack', field: 'memory' }],
  'binpack cpu': [{ type: 'binpack', field: 'cpu' }],
  'spread zones': [{ type: 'spread', field: zone }],
  'spread zones, then binpack memory': [
    { type: 'spread', field: zone },
    { type: 'binpack', field: 'memory' },
  ],
};

/** Instances of one type in two or three zones, with tasks of the service and of others. */
function drawInstances(draw: Draw, count: number, group: string): readonly ScenarioInstance[] {
  const region = pick(draw, ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-2', 'sa-east-1']);
  return Array.from({ length: count }, (_, at) => {
    const tasks = Array.from({ length: draw(4) }, () => ({
      group: draw(3) > 0 ? group : 'family:batch',
      cpu: 128 * (1 + draw(4)),
      memory: 256 * (1 + draw(4)),
      hostPort: 0,
    }));
    return {
      id: `i-${at + 1}`,
      zone: `${region}${'abc'.charAt(draw(3))}`,
      type: 'm5.large',
      cpu: 2048,
      memory: 4096,
      tasks,
      status: 'ACTIVE' as const,
    };
  });
}

function scenarioOf(
  draw: Draw,
  rule: PlacementRule,
  instances: number,
  more: Partial<PlacementScenario> = {},
): PlacementScenario {
  const group = `service:${pickService(draw)}`;
  return {
    action: 'place',
    launchType: 'EC2',
    group,
    task: { cpu: 128 * (1 + draw(6)), memory: 256 * (1 + draw(6)), hostPort: 0 },
    count: 1,
    placementStrategy: strategiesOf[rule],
    placementConstraints: [],
    instances: drawInstances(draw, instances, group),
    seed: draw(1_000_000),
    ...more,
  };
}

function nameOf(group: string): string {
  return group.slice('service:'.length);
}

function taskWords({ task, placementStrategy, group }: PlacementScenario): string {
  const port = task.hostPort === 0 ? '' : ` and the fixed host port ${task.hostPort}`;
  return `A task of the service ${nameOf(group)} takes ${task.cpu} CPU units, ${task.memory} MiB${port}. The placement strategy is ${placementStrategy.map(strategyWords).join(', then ')}.`;
}

/** What there is to choose from; of tasks those of the service, for they are what strategies count. */
function instancesOf(scenario: PlacementScenario): LabTable {
  const rows = clusterOf(scenario).instances.map(({ id, remaining, tasks }, at) => {
    const own = tasks.filter(({ group }) => group === scenario.group).length;
    return [id, scenario.instances[at]?.zone ?? '', String(own), String(remaining.cpu), String(remaining.memory)];
  });
  const heads = ['Instance', 'Zone', `Tasks of ${nameOf(scenario.group)}`, 'CPU units free', 'MiB free'];
  return { caption: 'Container instances', heads, rows };
}

/** (a) Which instance takes the next task. */
export function nextInstance(draw: Draw, rule: PlacementRule): Exercise | null {
  const scenario = scenarioOf(draw, rule, 4);
  const { value: request } = requestOfScenario(scenario);
  const { value: run } = placementLab.run(scenario);
  const [fit, , ranked] = run?.steps ?? [];
  if (request === null || run === null || ranked?.stage !== 2 || fit === undefined) return null;
  if (!outcomesOf(clusterOf(scenario), request, 1).isNextUnique || run.findings.length > 0) return null;
  const reasoned = ranked.parts.map((part): Reasoned => ({ text: part.name, why: wordsOfPart(part) }));
  const right = reasoned.find((_, at) => ranked.parts[at]?.standing === 'best');
  // With one candidate there is nothing to rank.
  if (right === undefined || fit.parts.filter(({ standing }) => standing === 'kept').length < 3) return null;
  return exerciseWith(
    draw,
    right,
    reasoned.filter((each) => each !== right),
    {
      says: [taskWords(scenario)],
      given: [instancesOf(scenario)],
      asks: 'On which instance does ECS place the next task?',
      worked: run.steps.map(({ says }) => says),
      lab: { name: 'placement', scenario },
    },
  );
}

/** (b) How many tasks a cluster holds. */
export function fitCount(draw: Draw, isPortFixed: boolean): Exercise | null {
  const scenario = scenarioOf(draw, 'binpack memory', 2 + draw(4), { count: 20 });
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

/** (c) How many new tasks each zone gets. */
export function zoneCounts(draw: Draw): Exercise | null {
  const drawn = scenarioOf(draw, 'spread zones', 5, {
    count: 3 + draw(7),
    task: { cpu: 128, memory: 128, hostPort: 0 },
  });
  const scenario = { ...drawn, instances: drawn.instances.map(withSmallTasks) };
  const { value: request } = requestOfScenario(scenario);
  if (request === null) return null;
  const cluster = clusterOf(scenario);
  const { finals, isComplete } = outcomesOf(cluster, request, scenario.count);
  const ends = finals.map((counts) => textOfCounts(countsBy(cluster, counts, zone)));
  const [text] = ends;
  const zones = [...new Set(scenario.instances.map((each) => each.zone))].toSorted();
  if (text === undefined || !isComplete || new Set(ends).size > 1 || zones.length < 3) return null;
  const before = zones.map((name) => tasksIn(scenario, name));
  const even = zones.map(
    (_, at) => Math.floor(scenario.count / zones.length) + (at < scenario.count % zones.length ? 1 : 0),
  );
  const emptiest = before.indexOf(Math.min(...before));
  const perInstance = zones.map((name) => scenario.instances.filter((each) => each.zone === name).length);
  const share = perInstance.map((n) => Math.floor((scenario.count * n) / scenario.instances.length));
  const left = scenario.count - share.reduce((a, b) => a + b, 0);
  const slips: readonly Reasoned[] = [
    {
      text: named(zones, even),
      why: 'The new tasks alone would be even so, but ECS counts the tasks that run already.',
    },
    {
      text: named(
        zones,
        zones.map((_, at) => (at === emptiest ? scenario.count : 0)),
      ),
      why: 'The emptiest zone is filled only until another has as few.',
    },
    {
      text: named(
        zones,
        share.map((n, at) => n + (at < left ? 1 : 0)),
      ),
      why: 'A zone gets no more because it has more instances; its tasks are counted.',
    },
    { text: named(zones, even.toReversed()), why: 'ECS counts the tasks that run already.' },
  ];
  const told = zones.map((name, at) => `${name} runs ${before[at] ?? 0}`);
  return exerciseWith(
    draw,
    { text, why: 'Each task goes to the zone with the fewest tasks of the service at that moment.' },
    slips,
    {
      says: [
        `The service ${nameOf(scenario.group)} runs tasks already: ${told.join(', ')}. It starts ${scenario.count} more, spread over Availability Zones, and every instance has room.`,
      ],
      given: [],
      asks: 'How many of the new tasks does each zone get?',
      worked: [
        `Before: ${told.join(', ')}.`,
        'One after another goes to the zone with the fewest.',
        `So the new ones are ${text}.`,
      ],
      lab: { name: 'placement', scenario },
    },
  );
}

/** So small that every instance has room for all that come. */
function withSmallTasks(instance: ScenarioInstance): ScenarioInstance {
  return { ...instance, tasks: instance.tasks.map((task) => ({ ...task, cpu: 128, memory: 128 })) };
}

function tasksIn({ instances, group }: PlacementScenario, name: string): number {
  return instances
    .filter((each) => each.zone === name)
    .reduce((sum, { tasks }) => sum + tasks.filter((task) => task.group === group).length, 0);
}

function textOfCounts(counts: Readonly<Record<string, number>>): string {
  const names = Object.keys(counts).toSorted();
  return named(
    names,
    names.map((name) => counts[name] ?? 0),
  );
}

function named(zones: readonly string[], counts: readonly number[]): string {
  return zones.map((name, at) => `${name.slice(-2)}: ${counts[at] ?? 0}`).join(', ');
}

/** (d) Where the first task stops when the service scales in. */
export function scaleInStop(draw: Draw, rule: 'binpack memory' | 'binpack cpu' | 'spread zones'): Exercise | null {
  const scenario = scenarioOf(draw, rule, 5, { action: 'scale in' });
  const { value: run } = placementLab.run(scenario);
  const ranked = run?.steps[1];
  if (run === null || ranked === undefined || run.findings.length > 0 || run.prediction.right.length !== 1) return null;
  const running = ranked.parts.filter(({ standing }) => standing !== 'out');
  const reasoned = running.map((part): Reasoned => ({ text: part.name, why: wordsOfPart(part) }));
  const right = reasoned.find(({ text }) => run.prediction.right.includes(text));
  if (right === undefined) return null;
  const given = scenario.instances.map(({ id, zone: place, tasks }, at) => {
    const own = tasks.filter(({ group }) => group === scenario.group);
    const { remaining } = clusterOf(scenario).instances[at] ?? { remaining: { cpu: 0, memory: 0 } };
    const sizes = own.map(({ cpu, memory }) => `${cpu} / ${memory}`).join(', ') || 'none';
    return [id, place, sizes, String(remaining.cpu), String(remaining.memory)];
  });
  return exerciseWith(
    draw,
    right,
    reasoned.filter((each) => each !== right),
    {
      says: [
        `The service ${nameOf(scenario.group)} has the strategy ${scenario.placementStrategy.map(strategyWords).join(', then ')} and scales in by ${countWords(1, 'task')}.`,
      ],
      given: [
        {
          caption: 'Instances and tasks',
          heads: ['Instance', 'Zone', `Tasks of ${nameOf(scenario.group)} (CPU / MiB)`, 'CPU units free', 'MiB free'],
          rows: given,
        },
      ],
      asks: 'On which instance does a task stop?',
      worked: run.steps.map(({ says }) => says),
      lab: { name: 'placement', scenario },
    },
  );
}
