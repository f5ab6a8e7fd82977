import { writeFile } from 'node:fs/promises';
import { parts } from './parts.ts';
import { planners } from './policies/registry.ts';
import { runTasks, tasksOf } from './protocol/run-tasks.ts';
import { scenariosOf } from './protocol/scenarios.ts';
import type { Outcome } from './protocol/simulate.ts';
import { readFlags } from './read-flags.ts';
import { resultsPage } from './report/results-page.ts';
import { studyAllShipped } from './shipped/study-all.ts';

/**
 * `npm run sim`: simulated learners study for an exam under every policy. Prints the tables, and a full run keeps them in
 * `RESULTS.md`. `--quick` takes two learners of each family, `--only=established,parameters` some of the scenarios and parts,
 * `--seeds=1-20` the learners that things may be tuned on, `--planner=myopic` another policy for the targets to judge.
 */
const flags = readFlags(process.argv.slice(2), planners.at(-1)?.name ?? '');
const { seeds, groups, planner, isFull } = flags;
const scenarios = scenariosOf(groups);
const tasks = tasksOf(scenarios, seeds);
const program = new URL('./protocol/sim-process.ts', import.meta.url);
const outcomes = await runTasks<Outcome>(program, tasks, (done) => {
  if (done % 50 === 0 || done === tasks.length) process.stderr.write(`\r${done} of ${tasks.length}`);
});
process.stderr.write('\n');

// Some of the scenarios were asked for: then no others.
const shipped = flags.isNarrow ? [] : studyAllShipped(seeds.slice(0, 2));
const sections = await Promise.all(flags.parts.map((part) => parts[part](seeds)));
const page = resultsPage(outcomes, { scenarios, seeds, planner, shipped, sections });
console.log(page);
if (isFull) await writeFile(new URL('./RESULTS.md', import.meta.url), page);
