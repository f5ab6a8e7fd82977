import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, medianOf, ratioRow } from '../bench.ts';
import { benchCache, bundleEntry } from '../bundle-entry.ts';
import { generatePack } from '../generate-pack.ts';

const count = 10_000;

/**
 * Compiling a pack again after one edit, as `check --watch` and the development server do, beside reading and hashing
 * its files: what even a tool has to do that only wants to know which file changed.
 */
export const recompileBench: Bench = {
  name: 'recompile',
  async run(turns) {
    const script = await bundleEntry('recompile/recompile-ours');
    const folder = join(benchCache, `pack-edited-${count}`);
    rmSync(folder, { recursive: true, force: true });
    generatePack(folder, count);
    const { both } = await turns.take({
      both: () => JSON.parse(execFileSync(process.execPath, [script, folder], { encoding: 'utf8' })) as Medians,
    });
    const ours = medianOf(both.map((run) => run.ours));
    const floor = medianOf(both.map((run) => run.floor));
    return [ratioRow('compile again after one edit, 10,000 questions', { unit: 'ms', ours, floor }, 2)];
  },
};

/** Milliseconds. */
interface Medians {
  readonly ours: number;
  readonly floor: number;
}
