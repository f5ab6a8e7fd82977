import { countWords } from '../../../text/count-words.ts';
import type { TaskTrace } from '../../placement/explain-placement.ts';
import type { FleetInstance } from '../../placement/fleet.ts';
import type { StepVerdict, StrategyStep } from '../../placement/placement-step.ts';
import type { TaskRequest } from '../../placement/task-request.ts';
import { constraintWords, reasonWords, strategyWords } from '../../placement/words.ts';
import type { LabPart, LabStep } from '../lab.ts';
import { type Bins, binsOf } from './bins.ts';
import type { PlacementScenario } from './placement-scenario.ts';

export const placeStages = ['Resources', 'Constraints', 'Strategies', 'Select'];

/** How an instance stands, before the figures of the table. */
type Stand = Pick<LabPart, 'standing' | 'lead' | 'words'>;

/** What the steps of one task are told from: the instances as they were before it. */
export interface TaskPlace {
  readonly scenario: PlacementScenario;
  readonly request: TaskRequest;
  readonly fleet: readonly FleetInstance[];
  readonly trace: TaskTrace;
}

/** The four steps of one task, fewer where no instance is left. */
export function stepsOfTask(place: TaskPlace): readonly LabStep<Bins>[] {
  const { trace } = place;
  const afterFit = standsAfterFit(trace);
  const steps = [stepOf(place, 0, fitWords(trace), afterFit)];
  if (!trace.fit.some(isKept)) return steps;
  const afterConstraints = new Map([...afterFit, ...standsAfterConstraints(trace)]);
  steps.push(stepOf(place, 1, constraintsWords(place), afterConstraints));
  if (trace.select.ties.length === 0) return steps;
  const afterStrategies = new Map([...afterConstraints, ...standsAfterStrategies(place)]);
  steps.push(stepOf(place, 2, strategiesWords(place), afterStrategies));
  const chosen: Stand = { standing: 'chosen', lead: 'Chosen', words: `Task ${trace.task} starts here.` };
  steps.push(stepOf(place, 3, selectWords(trace), new Map([...afterStrategies, [trace.chosen ?? '', chosen]])));
  return steps;
}

/** The instances before anything is looked at. */
export function beforeAll(place: Omit<TaskPlace, 'trace'>): LabStep<Bins> {
  return stepOf(place, -1, 'Nothing has been looked at yet.', new Map());
}

const waiting: Stand = { standing: 'waiting', lead: 'Not looked at', words: '' };

function stepOf(
  { scenario, request, fleet }: Omit<TaskPlace, 'trace'>,
  stage: number,
  says: string,
  stands: ReadonlyMap<string, Stand>,
): LabStep<Bins> {
  const parts = fleet.map(({ id, remaining, tasks, attributes }): LabPart => {
    const cells = [
      attributes['ecs.availability-zone'] ?? '',
      String(tasks.length),
      String(remaining.cpu),
      String(remaining.memory),
    ];
    return { name: id, ...(stands.get(id) ?? waiting), cells };
  });
  const into = parts.filter(({ standing }) => standing === 'best' || standing === 'chosen').map(({ name }) => name);
  return {
    stage,
    says,
    heads: ['Zone', 'Tasks', 'CPU units free', 'MiB free'],
    parts,
    picture: binsOf(scenario, fleet, request, new Set(into)),
  };
}

function isKept({ verdict }: StepVerdict): boolean {
  return verdict === 'kept';
}

function standsAfterFit({ fit }: TaskTrace): ReadonlyMap<string, Stand> {
  return new Map(fit.map((each) => [each.instance, standOf(each, 1, 'The task fits.')]));
}

function standsAfterConstraints({ constraints }: TaskTrace): ReadonlyMap<string, Stand> {
  return new Map(constraints.map((each) => [each.instance, standOf(each, 2, 'It meets every constraint.')]));
}

function standOf({ verdict, reasons }: StepVerdict, step: number, kept: string): Stand {
  if (verdict === 'kept') return { standing: 'kept', lead: 'Kept', words: kept };
  return { standing: 'out', lead: `Out at step ${step}`, words: reasons.map(reasonWords).join(' ') };
}

/** Where an instance was left behind, and by what number; the others are best. */
function standsAfterStrategies({ trace }: TaskPlace): ReadonlyMap<string, Stand> {
  const stands = new Map<string, Stand>();
  const best = new Set(trace.select.ties);
  for (const step of trace.strategies) {
    const least = Math.min(...step.scores.map(({ score }) => score));
    for (const { instance, score } of step.scores) {
      const words = scoreWords(step, score);
      if (best.has(instance)) {
        const before = stands.get(instance);
        stands.set(instance, { standing: 'best', lead: 'Best', words: before ? `${before.words} ${words}` : words });
      } else if (!step.kept.includes(instance)) {
        stands.set(instance, { standing: 'behind', lead: 'Behind', words: `${words} The least is ${least}.` });
      }
    }
  }
  if (trace.strategies.length > 0) return stands;
  return new Map(
    trace.select.ties.map((id) => [id, { standing: 'best', lead: 'Equal', words: 'No strategy narrows.' }]),
  );
}

function scoreWords({ strategy }: StrategyStep, score: number): string {
  if (strategy.type === 'binpack') {
    return strategy.field === 'cpu' ? `${countWords(score, 'CPU unit')} free.` : `${score} MiB free.`;
  }
  const what = countWords(score, 'task');
  if (strategy.type === 'random') return '';
  if (strategy.field === 'attribute:ecs.availability-zone') return `Its zone runs ${what} of the group.`;
  if (strategy.field === 'instanceId' || strategy.field === 'host') return `It runs ${what} of the group.`;
  return `Instances with its ${strategy.field.slice('attribute:'.length)} run ${what} of the group.`;
}

function fitWords({ task, fit }: TaskTrace): string {
  const kept = fit.filter(isKept).length;
  const told = `Task ${task}, step 1: it fits ${kept} of ${countWords(fit.length, 'instance')}.`;
  return kept === 0 ? `${told} So it is not placed.` : told;
}

function constraintsWords({ request, trace }: TaskPlace): string {
  const kept = trace.constraints.filter(isKept).length;
  const names = request.constraints.map(constraintWords).join(' and ') || 'there is none';
  const told = `Task ${trace.task}, step 2, constraints (${names}): ${countWords(kept, 'instance')} left.`;
  return kept === 0 ? `${told} A constraint binds, so the task is not placed.` : told;
}

function strategiesWords({ scenario, trace }: TaskPlace): string {
  const names = trace.strategies.map(({ strategy }) => strategyWords(strategy));
  const isDefault = scenario.placementStrategy.length === 0;
  const told =
    names.length === 0
      ? 'nothing to narrow by'
      : `${names.join(', then ')}${isDefault ? ' (the default of services)' : ''}`;
  return `Task ${trace.task}, step 3, strategies (${told}): ${countWords(trace.select.ties.length, 'instance')} left. Strategies only rank, so they never leave a task without a place.`;
}

function selectWords({ task, chosen, select }: TaskTrace): string {
  if (select.isUnique) return `Task ${task}, step 4: ${chosen} is the only one left, so it is chosen.`;
  return `Task ${task}, step 4: ${select.ties.join(', ')} are equal. AWS does not document which is taken; here a draw takes ${chosen}.`;
}
