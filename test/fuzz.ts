import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runVitest } from './run-vitest.ts';

/**
 * `npm run fuzz -- --minutes 60`: all properties of `npm test` with a fresh seed, round after round, until the time is
 * up. A failure is printed with the line that repeats it, and the rounds go on.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes is "${values.minutes}", which is no number above 0`);

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((name) => join('test', name))
  .filter((path) => /(?<!\.browser)\.test\.tsx?$/.test(path) && readFileSync(path, 'utf8').includes('fc.assert('));
const began = performance.now();
const minutesGone = () => (performance.now() - began) / 60_000;
let [rounds, passed, failed] = [0, 0, 0];

console.log(`${files.length} files of properties, for ${minutes} minutes`);
while (minutesGone() < minutes) {
  const seed = randomInt(2 ** 31);
  const run = await runVitest(['core', 'unit'], files, { SVESKA_FUZZ: '1', SVESKA_SEED: String(seed) });
  rounds += 1;
  passed += run.passed;
  failed += run.failed.length;
  console.log(`Round ${rounds}, seed ${seed}: ${run.passed} passed, ${run.failed.length} failed`);
  for (const { file, test, reason } of run.failed) {
    console.log(`\n${file}: ${test}\n${reason}\n`);
    console.log(`Repeat it with: SVESKA_FUZZ=1 SVESKA_SEED=${seed} npx vitest run ${file}\n`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${rounds} rounds in ${minutesGone().toFixed(1)} minutes: ${passed} passed, ${failed} failed`);
