import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runVitest } from './run-vitest.ts';

/**
 * `npm run soak -- --kills 400`: the tests that kill browsers and let tabs write at once, at a size for which `npm test`
 * has no time, with a fresh seed (or `SVESKA_SEED`). Ends with every figure that they told.
 */
const { values } = parseArgs({ options: { kills: { type: 'string', default: '40' } } });
const seed = process.env.SVESKA_SEED ?? String(randomInt(2 ** 31));
const figures = join(tmpdir(), `sveska-figures-${process.pid}.txt`);
const began = performance.now();

console.log(`Seed ${seed}, ${values.kills} kills`);
const { passed, failed } = await runVitest(
  ['e2e'],
  ['survives', 'heals', 'tabs', 'snapshots'].map((name) => `test/e2e/record-${name}.e2e.ts`),
  {
    SVESKA_SEED: seed,
    SVESKA_KILLS: values.kills,
    SVESKA_TAB_ANSWERS: '2000',
    SVESKA_FIGURES: figures,
  },
);
for (const { file, test, reason } of failed) console.log(`\n${file}: ${test}\n${reason}\n`);
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(`\nFigures of ${minutes} minutes, seed ${seed}:`);
if (existsSync(figures)) console.log(readFileSync(figures, 'utf8').trimEnd());
rmSync(figures, { force: true });
process.exitCode = failed.length === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed.length} failed`);
