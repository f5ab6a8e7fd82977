import { answerBench } from './answer-bench.ts';
import type { Bench } from './bench.ts';
import { browseBench } from './browse-bench.ts';
import { builtSiteBench } from './built-site-bench.ts';
import { checkerBench } from './checker-bench.ts';
import { commandBench } from './command-bench.ts';
import { compileBench } from './compile/compile-bench.ts';
import { placementBench } from './ecs/placement-bench.ts';
import { firstLoadBench } from './first-load-bench.ts';
import { foldBench } from './fold/fold-bench.ts';
import { measureBench } from './measure-bench.ts';
import { planBench } from './plan-bench.ts';
import { recompileBench } from './recompile/recompile-bench.ts';
import { searchBench } from './search-bench.ts';
import { secondVisitBench } from './second-visit-bench.ts';
import { spoiltBench } from './spoilt-bench.ts';
import { startBench } from './start-bench.ts';
import { type BenchResult, tableOf } from './table.ts';
import { createTurns } from './take-turns.ts';

/** In the order of the table. */
const benches: readonly Bench[] = [
  firstLoadBench,
  startBench,
  foldBench,
  answerBench,
  compileBench,
  recompileBench,
  secondVisitBench,
  searchBench,
  browseBench,
  planBench,
  measureBench,
  builtSiteBench,
  commandBench,
  checkerBench,
  placementBench,
  spoiltBench,
];

/**
 * `npm run bench`, or `npm run bench -- fold compile` for some of them, `--rounds=1` for a first look. Ends with one
 * table; a bench that fails is a row of it, and the only thing that makes the command fail.
 */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const rounds = Number(/--rounds=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 5);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) throw new Error(`No bench ${unknown.join(', ')}; there are ${benches.map(({ name }) => name)}`);

const results: BenchResult[] = [];
for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.error(`${new Date().toISOString().slice(11, 19)} ${bench.name}`);
  results.push(await resultOf(bench));
}
console.log(`\n${tableOf(results)}`);
process.exitCode = results.some(({ failure }) => failure !== '') ? 1 : 0;

async function resultOf({ name, run }: Bench): Promise<BenchResult> {
  const turns = createTurns(rounds);
  try {
    return { name, rows: await run(turns), failure: '', account: turns.account() };
  } catch (error) {
    console.error(error);
    return { name, rows: [], failure: String(error), account: turns.account() };
  }
}
