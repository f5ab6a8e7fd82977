import { planned } from '../policies/planned.ts';
import type { Task } from '../protocol/run-tasks.ts';
import { examScenarios } from './exam-scenarios.ts';
import { forecastExams } from './forecast-exams.ts';

const scenarios = new Map(examScenarios.map((scenario) => [scenario.name, scenario]));

/** A process of `runTasks`: answers each task that it is sent with what was forecast of the learner, who keeps to the plan. */
process.on('message', ({ scenario, family, seed }: Task) => {
  const known = scenarios.get(scenario);
  if (known === undefined) throw new Error(`Inconsistent: no scenario ${scenario}`);
  process.send?.(forecastExams(known, family, seed, planned));
});
