import type { Outcome } from '../../../model/diagnostic.ts';
import { countWords } from '../../../text/count-words.ts';
import { explainPlacement } from '../../placement/explain-placement.ts';
import { createFleet, type FleetInstance } from '../../placement/fleet.ts';
import { type Placement, placeTasks } from '../../placement/place-tasks.ts';
import type { TaskRequest } from '../../placement/task-request.ts';
import { unplacedWords } from '../../placement/words.ts';
import type { EngineFinding } from '../../verdicts/engine-finding.ts';
import type { Lab, LabRun, LabTable } from '../lab.ts';
import { type Bins, binsOf, fleetsAlong } from './bins.ts';
import { comparePlacements } from './compare-placements.ts';
import { drawPlacement } from './draw-placement.ts';
import { measuresOf } from './measure-fleet.ts';
import { beforeAll, placeStages, stepsOfTask } from './place-steps.ts';
import { remediesOf } from './placement-remedies.ts';
import { clusterOf, type PlacementScenario, readPlacementScenario, requestOfScenario } from './placement-scenario.ts';
import { scaleInStages, stepsOfStop, stopsOf, without } from './scale-in-steps.ts';

const zone = 'attribute:ecs.availability-zone';

/** Where tasks come to stand on a cluster, and which of them stop first. */
export const placementLab: Lab<PlacementScenario, Bins> = {
  name: 'placement',
  start: {
    action: 'place',
    launchType: 'EC2',
    group: 'service:web',
    task: { cpu: 512, memory: 1024, hostPort: 0 },
    count: 3,
    placementStrategy: [
      { type: 'spread', field: zone },
      { type: 'binpack', field: 'memory' },
    ],
    placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.instance-type == c5.large' }],
    instances: [
      instance('i-01', 'a', 'c5.large', [1024, 2048], [768, 512]),
      instance('i-02', 'a', 'c5.large', [512, 1024]),
      instance('i-03', 'b', 'c5.large', [512, 1024]),
      instance('i-04', 'b', 'c5.large'),
      instance('i-05', 'c', 'c5.large', [512, 1024], [512, 512]),
      instance('i-06', 'c', 't3.medium'),
    ],
    seed: 1,
  },
  read: readPlacementScenario,
  draw: drawPlacement,
  given,
  compare: (scenario) =>
    scenario.action === 'place' && scenario.launchType === 'EC2' ? comparePlacements(scenario) : null,
  run,
};

function instance(
  id: string,
  letter: string,
  type: string,
  ...tasks: readonly (readonly [cpu: number, memory: number])[]
) {
  const running = tasks.map(([cpu, memory]) => ({ group: 'service:web', cpu, memory, hostPort: 0 }));
  return {
    id,
    zone: `us-east-1${letter}`,
    type,
    cpu: 2048,
    memory: type === 'c5.large' ? 3712 : 3840,
    tasks: running,
    status: 'ACTIVE' as const,
  };
}

function given(scenario: PlacementScenario): readonly LabTable[] {
  return [
    {
      caption: 'Instances before the first step',
      heads: ['Instance', 'Zone', 'Type', 'Tasks', 'CPU units free', 'MiB free'],
      rows: clusterOf(scenario).instances.map(({ id, remaining, tasks }, at) => [
        id,
        scenario.instances[at]?.zone ?? '',
        scenario.instances[at]?.type ?? '',
        String(tasks.length),
        String(remaining.cpu),
        String(remaining.memory),
      ]),
    },
  ];
}

function run(scenario: PlacementScenario): Outcome<LabRun<PlacementScenario, Bins>, EngineFinding> {
  const { value: request, diagnostics } = requestOfScenario(scenario);
  if (request === null) return { value: null, diagnostics };
  if (scenario.launchType === 'FARGATE') return { value: onFargate(scenario, request), diagnostics: [] };
  return {
    value: scenario.action === 'place' ? placing(scenario, request) : scalingIn(scenario, request),
    diagnostics: [],
  };
}

function placing(scenario: PlacementScenario, request: TaskRequest): LabRun<PlacementScenario, Bins> {
  const cluster = clusterOf(scenario);
  const placement = placeTasks(cluster, request, scenario.count, scenario.seed);
  const traces = explainPlacement(cluster, request, placement);
  const fleets = fleetsAlong(
    cluster,
    request,
    placement.placed.map(({ instance: id }) => id),
  );
  const steps = traces.flatMap((trace, at) => stepsOfTask({ scenario, request, fleet: fleets[at] ?? [], trace }));
  const end = fleets.at(-1) ?? [];
  const ties = traces[0]?.select.ties ?? [];
  return {
    prediction: {
      asks: 'Where does the first task go?',
      options: [...scenario.instances.map(({ id }) => id), 'nowhere'],
      right: ties.length === 0 ? ['nowhere'] : ties,
    },
    stages: placeStages,
    before: beforeAll({ scenario, request, fleet: fleets[0] ?? [] }),
    steps,
    outcome: placedWords(scenario, placement, request),
    measures: measuresOf(end, scenario.group, placement.unplaced),
    remedies: placement.unplaced === 0 ? [] : remediesOf(scenario, placement),
    findings: placement.findings,
  };
}

function placedWords({ count }: PlacementScenario, placement: Placement, request: TaskRequest): string {
  const where = [...new Set(placement.placed.map(({ instance: id }) => id))].map((id) => {
    return `${placement.placed.filter(({ instance: other }) => other === id).length} on ${id}`;
  });
  const unplaced = unplacedWords(placement, request);
  const placed = `${placement.placed.length} of ${countWords(count, 'task')} placed${where.length === 0 ? '' : `: ${where.join(', ')}`}.`;
  return unplaced === null ? placed : `${placed} ${unplaced}`;
}

function scalingIn(scenario: PlacementScenario, request: TaskRequest): LabRun<PlacementScenario, Bins> {
  const stops = stopsOf(scenario);
  const first = stops[0]?.found.ties.map(({ instance: id }) => id) ?? [];
  const gone = stops.flatMap(({ from }) => from ?? []);
  const unstopped = scenario.count - gone.length;
  return {
    prediction: {
      asks: 'On which instance does the first task stop?',
      options: [...scenario.instances.map(({ id }) => id), 'nowhere'],
      right: first.length === 0 ? ['nowhere'] : [...new Set(first)],
    },
    stages: scaleInStages,
    before: beforeAll({ scenario, request, fleet: stops[0]?.fleet ?? [] }),
    steps: stops.flatMap((stop, at) => stepsOfStop(scenario, request, stop, at + 1)),
    outcome: `${countWords(gone.length, 'task')} stopped${gone.length === 0 ? '' : `: on ${gone.join(', ')}`}.${unstopped > 0 ? ` ${scenario.group} has no more.` : ''}`,
    measures: measuresOf(endOf(scenario, stops), scenario.group, 0),
    remedies: [],
    findings: stops[0]?.found.findings ?? [],
  };
}

function endOf(scenario: PlacementScenario, stops: ReturnType<typeof stopsOf>): readonly FleetInstance[] {
  const last = stops.at(-1);
  const stopped = last?.found.ties.find(({ instance: id }) => id === last.from);
  if (last === undefined) return createFleet(clusterOf(scenario));
  return stopped === undefined ? last.fleet : without(last.fleet, stopped.instance, stopped.task);
}

/** On Fargate there are no instances to choose from. */
function onFargate(scenario: PlacementScenario, request: TaskRequest): LabRun<PlacementScenario, Bins> {
  const fleet = createFleet(clusterOf(scenario));
  const says =
    'On Fargate there are no container instances of yours, so strategies and constraints do not apply. Tasks spread over the Availability Zones of the subnets that the service names.';
  const words = 'Fargate does not use it.';
  return {
    prediction: {
      asks: 'Where does the first task go?',
      options: [...scenario.instances.map(({ id }) => id), 'nowhere'],
      right: ['nowhere'],
    },
    stages: ['Fargate'],
    before: beforeAll({ scenario, request, fleet }),
    steps: [
      {
        stage: 0,
        says,
        heads: ['Zone'],
        parts: scenario.instances.map(({ id, zone: of }) => ({
          name: id,
          standing: 'out',
          lead: 'Not used',
          words,
          cells: [of],
        })),
        picture: binsOf(scenario, fleet, request, new Set()),
      },
    ],
    outcome: `${countWords(scenario.count, 'task')} run on Fargate, none of them on these instances.`,
    measures: measuresOf(fleet, scenario.group, 0),
    remedies: [],
    findings: [],
  };
}
