import type { Bench } from './bench.ts';
import { checkerBench } from './checker-bench.ts';
import { coldStartBench } from './cold-start-bench.ts';
import { commandBench } from './command-bench.ts';
import { compileBench } from './compile-bench.ts';
import { firstLoadBench } from './first-load-bench.ts';
import { foldBench } from './fold-bench.ts';
import { spoiltBench } from './spoilt-bench.ts';

/** Prints ours, the floor, the ratio and the goal of each bench; names on the command line pick some of them. */
const benches: readonly Bench[] = [
  compileBench,
  commandBench,
  checkerBench,
  foldBench,
  coldStartBench,
  firstLoadBench,
  spoiltBench,
];
const wanted = process.argv.slice(2);

for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  console.log(`\n${bench.name}`);
  console.log(line('', 'ours', 'floor', 'ratio', 'goal'));
  for (const { what, ours, floor, ratio, goal } of await bench.run()) {
    console.log(line(what, ours, floor, ratio.toFixed(2), `≤ ${goal}${ratio <= goal ? '' : '  missed'}`));
  }
}

function line(what: string, ours: string, floor: string, ratio: string, goal: string): string {
  return `  ${what.padEnd(34)}${ours.padStart(12)}${floor.padStart(12)}${ratio.padStart(8)}  ${goal}`;
}
