import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Family } from '../learners/family.ts';
import type { Scenario } from './scenario.ts';

/** One learner in one scenario. */
export interface Task {
  readonly scenario: string;
  readonly family: Family;
  readonly seed: number;
}

/** Every scenario with every learner of its families. */
export function tasksOf(scenarios: readonly Scenario[], seeds: readonly number[]): readonly Task[] {
  return scenarios.flatMap(({ name, families }) =>
    families.flatMap((family) => seeds.map((seed) => ({ scenario: name, family, seed }))),
  );
}

/**
 * The outcomes in the order of the tasks, whoever is ready first. As many processes as there are cores: in a thread of
 * Node 20, tsx is not loaded.
 *
 * @param program answers each task that it is sent with its outcomes. @param tell hears how many tasks are done.
 */
export async function runTasks<Found>(
  program: URL,
  tasks: readonly Task[],
  tell: (done: number) => void,
  processes = availableParallelism(),
): Promise<readonly Found[]> {
  const outcomes: (readonly Found[])[] = [];
  let [next, done] = [0, 0];
  const work = async () => {
    const child = fork(fileURLToPath(program));
    while (next < tasks.length) {
      const index = next++;
      outcomes[index] = await answerOf<Found>(child, tasks[index]!);
      tell(++done);
    }
    child.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(processes, tasks.length) }, work));
  return outcomes.flat();
}

function answerOf<Found>(child: ChildProcess, task: Task): Promise<readonly Found[]> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) =>
      reject(new Error(`${task.scenario}, ${task.family} ${task.seed}: exit ${code}`));
    child.once('exit', gone);
    child.once('message', (outcomes: readonly Found[]) => {
      child.off('exit', gone);
      resolve(outcomes);
    });
    child.send({ ...task });
  });
}
