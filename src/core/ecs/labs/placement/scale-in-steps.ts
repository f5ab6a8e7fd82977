import { countWords } from '../../../text/count-words.ts';
import { seededRandom } from '../../../text/seeded-random.ts';
import { createFleet, type FleetInstance } from '../../placement/fleet.ts';
import { type ScaleIn, scaleIn } from '../../placement/scale-in.ts';
import type { TaskRequest } from '../../placement/task-request.ts';
import { strategyWords } from '../../placement/words.ts';
import type { LabPart, LabStep } from '../lab.ts';
import { type Bins, binsOf } from './bins.ts';
import { clusterOf, type PlacementScenario } from './placement-scenario.ts';

export const scaleInStages = ['Candidates', 'Strategies', 'Stop'];

/** One task that stopped: the instances before it, what the engine said, and from which instance it went. */
interface StopOf {
  readonly fleet: readonly FleetInstance[];
  readonly found: ScaleIn;
  readonly from: string | null;
}

/** The tasks of the group that stop, one after another; the last one may have found none. */
export function stopsOf(scenario: PlacementScenario): readonly StopOf[] {
  const draw = seededRandom(scenario.seed);
  const stops: StopOf[] = [];
  let fleet: readonly FleetInstance[] = createFleet(clusterOf(scenario));
  for (let n = 0; n < scenario.count; n += 1) {
    const found = scaleIn({ instances: fleet }, scenario.placementStrategy, scenario.group);
    const stopped = found.ties[draw(Math.max(1, found.ties.length))];
    stops.push({ fleet, found, from: stopped?.instance ?? null });
    if (stopped === undefined) break;
    fleet = without(fleet, stopped.instance, stopped.task);
  }
  return stops;
}

/** The fleet without one task, whose resources are free again. */
export function without(fleet: readonly FleetInstance[], id: string, task: number): readonly FleetInstance[] {
  return createFleet({
    instances: fleet.map((instance) => {
      const gone = instance.tasks[task];
      if (instance.id !== id || gone === undefined) return instance;
      const { cpu, memory } = instance.remaining;
      return {
        ...instance,
        tasks: instance.tasks.toSpliced(task, 1),
        remaining: { ...instance.remaining, cpu: cpu + gone.cpu, memory: memory + gone.memory },
      };
    }),
  });
}

/** The three steps by which one task is found. */
export function stepsOfStop(
  scenario: PlacementScenario,
  request: TaskRequest,
  stop: StopOf,
  n: number,
): readonly LabStep<Bins>[] {
  const { fleet, found, from } = stop;
  const runs = fleet.filter(({ tasks }) => tasks.some(({ group }) => group === scenario.group));
  const step = (stage: number, says: string, stands: (id: string) => Stand): LabStep<Bins> => ({
    stage,
    says,
    heads: ['Zone', 'Tasks of the group', 'CPU units free', 'MiB free'],
    parts: fleet.map(
      (instance): LabPart => ({ name: instance.id, ...stands(instance.id), cells: cellsOf(instance, scenario) }),
    ),
    picture: binsOf(scenario, fleet, request, new Set()),
  });
  const ofGroup = countWords(runs.length, 'instance');
  const first = step(0, `Stop ${n}, step 1: ${ofGroup} run tasks of ${scenario.group}.`, (id) =>
    runs.some((each) => each.id === id)
      ? { standing: 'kept', lead: 'Kept', words: 'A task of the group runs here.' }
      : idle,
  );
  if (from === null) return [first];
  const ties = new Set(found.ties.map(({ instance }) => instance));
  const ranked = step(1, rankedWords(scenario, found, n), (id) => rankOf(found, ties, id));
  const stopped = step(2, stoppedWords([...ties], from, n), (id) =>
    id === from
      ? { standing: 'chosen', lead: 'One stops', words: 'A task of the group stops here.' }
      : rankOf(found, ties, id),
  );
  return [first, ranked, stopped];
}

type Stand = Pick<LabPart, 'standing' | 'lead' | 'words'>;

const idle: Stand = { standing: 'out', lead: 'Out at step 1', words: 'No task of the group runs here.' };

function cellsOf({ attributes, tasks, remaining }: FleetInstance, { group }: PlacementScenario): readonly string[] {
  const own = tasks.filter((task) => task.group === group).length;
  return [attributes['ecs.availability-zone'] ?? '', String(own), String(remaining.cpu), String(remaining.memory)];
}

/** Where an instance's task stands behind, and by what number. */
function rankOf({ steps }: ScaleIn, ties: ReadonlySet<string>, id: string): Stand {
  if (ties.has(id)) {
    const numbers = steps.flatMap(({ strategy, scores }) => {
      const own = scores.find(({ instance }) => instance === id);
      return own === undefined || strategy.type === 'random' ? [] : [scoreWords(strategy.type, own.score)];
    });
    return { standing: 'best', lead: 'First to stop', words: numbers.join(' ') };
  }
  const dropped = steps.findLast(({ scores }) => scores.some(({ instance }) => instance === id));
  if (dropped === undefined) return idle;
  const most = Math.max(...dropped.scores.map(({ score }) => score));
  const own = Math.max(...dropped.scores.filter(({ instance }) => instance === id).map(({ score }) => score));
  const words = `${scoreWords(dropped.strategy.type, own)} The most is ${most}.`;
  return { standing: 'behind', lead: 'Stays', words };
}

function scoreWords(type: 'spread' | 'binpack' | 'random', score: number): string {
  return type === 'binpack'
    ? `It would have ${score} free.`
    : `${countWords(score, 'task')} of the group share its place.`;
}

function rankedWords({ placementStrategy }: PlacementScenario, { steps, findings }: ScaleIn, n: number): string {
  const names = steps.map(({ strategy }) => strategyWords(strategy)).join(', then ');
  const isDefault = placementStrategy.length === 0 ? ' (the default of services)' : '';
  const unsure =
    findings.length > 0
      ? ' No document says which task stops under these strategies; here the most of each is taken.'
      : '';
  return `Stop ${n}, step 2, strategies (${names}${isDefault}): the fullest place gives a task back first.${unsure}`;
}

function stoppedWords(ties: readonly string[], from: string, n: number): string {
  if (ties.length === 1) return `Stop ${n}, step 3: a task on ${from} stops.`;
  return `Stop ${n}, step 3: ${ties.join(', ')} are equal. AWS does not document which is taken; here a draw takes ${from}.`;
}
