import { countWords } from '../../text/count-words.ts';
import { wordsOfPart } from '../labs/lab.ts';
import { placementLab } from '../labs/placement/placement-lab.ts';
import {
  clusterOf,
  type PlacementScenario,
  requestOfScenario,
  type ScenarioInstance,
} from '../labs/placement/placement-scenario.ts';
import { countsBy, outcomesOf } from '../placement/outcomes-of.ts';
import { strategyWords } from '../placement/words.ts';
import { drawScenario, instancesOf, nameOf, type PlacementRule, zone } from './draw-cluster.ts';
import { type Draw, type Exercise, exerciseWith, type Reasoned } from './exercise.ts';

function taskWords({ task, placementStrategy, group }: PlacementScenario): string {
  const port = task.hostPort === 0 ? '' : ` and the fixed host port ${task.hostPort}`;
  return `A task of the service ${nameOf(group)} takes ${task.cpu} CPU units, ${task.memory} MiB${port}. The placement strategy is ${placementStrategy.map(strategyWords).join(', then ')}.`;
}

/** (a) Which instance takes the next task. */
export function nextInstance(draw: Draw, rule: PlacementRule): Exercise | null {
  const scenario = drawScenario(draw, rule, 4);
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

/** (c) How many new tasks each zone gets. */
export function zoneCounts(draw: Draw): Exercise | null {
  const drawn = drawScenario(draw, 'spread zones', 5, {
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
  const scenario = drawScenario(draw, rule, 5, { action: 'scale in' });
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
