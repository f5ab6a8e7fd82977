import { policies } from '../policies/registry.ts';
import type { Task } from './run-tasks.ts';
import { scenariosOf } from './scenarios.ts';
import { simulate } from './simulate.ts';

const scenarios = new Map(scenariosOf().map((scenario) => [scenario.name, scenario]));

/** A process of `runTasks`: answers each task that it is sent with its outcomes, one after another. */
process.on('message', ({ scenario, family, seed }: Task) => {
  const known = scenarios.get(scenario);
  if (known === undefined) throw new Error(`Inconsistent: no scenario ${scenario}`);
  process.send?.(simulate(known, family, seed, policies));
});
