import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, type BenchRow, growthRow, medianOf, ratioRow } from '../bench.ts';
import { bundleEntry, benchCache as cache } from '../bundle-entry.ts';
import { generatePack } from '../generate-pack.ts';
import type { Turns } from '../take-turns.ts';

const sizes = [1_000, 10_000, 100_000] as const;

/**
 * Compiling generated packs beside a process that only renders the same files with commonmark.js. Each run is a
 * cold Node process that reads from disk; ours also checks everything and writes the deck as JSON.
 *
 * The Markdown parser was picked by this measure (microseconds for a question of 355 bytes, 20,000 questions, cold):
 * commonmark.js 22, without tables and footnotes; markdown-it 43; micromark 668. The compiler reads most fragments
 * without any of them and gives the rest to markdown-it.
 */
export const compileBench: Bench = {
  name: 'compile',
  async run(turns) {
    await bundleEntry('compile/compile-ours');
    await bundleEntry('compile/compile-floor');
    const measured: Measured[] = [];
    for (const count of sizes) measured.push(await measure(turns, count));
    const [, middle, largest] = measured;
    return [...measured.flatMap(rowsOf), ...(middle && largest ? [growthOf(middle, largest)] : [])];
  },
};

interface Run {
  readonly wallMs: number;
  readonly workMs: number;
  readonly peakKb: number;
}

interface Measured {
  readonly count: number;
  readonly ours: Run;
  readonly floor: Run;
}

async function measure(turns: Turns, count: number): Promise<Measured> {
  const folder = join(cache, `pack-${count}`);
  const out = join(cache, `deck-${count}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  generatePack(folder, count);
  const { ours, floor } = await turns.take({
    floor: () => runChild('compile/compile-floor', folder, out),
    ours: () => runChild('compile/compile-ours', folder, out),
  });
  return { count, ours: middleOf(ours), floor: middleOf(floor) };
}

function runChild(entry: string, folder: string, out: string): Run {
  const started = performance.now();
  const printed = execFileSync(process.execPath, [join(cache, `${entry}.mjs`), folder, out], { encoding: 'utf8' });
  const wallMs = performance.now() - started;
  return { ...(JSON.parse(printed) as Omit<Run, 'wallMs'>), wallMs };
}

function middleOf(runs: readonly Run[]): Run {
  return {
    wallMs: medianOf(runs.map(({ wallMs }) => wallMs)),
    workMs: medianOf(runs.map(({ workMs }) => workMs)),
    peakKb: medianOf(runs.map(({ peakKb }) => peakKb)),
  };
}

/** The goals are those of the largest; the smaller ones show where they come from. */
function rowsOf({ count, ours, floor }: Measured): readonly BenchRow[] {
  const name = `compile ${count.toLocaleString('en')} questions`;
  const [mostTime, mostMemory] = count === sizes.at(-1) ? [2, 3] : [];
  return [
    ratioRow(name, { unit: 'ms', ours: ours.wallMs, floor: floor.wallMs }, mostTime),
    ratioRow(`${name}: memory`, { unit: 'MB', ours: ours.peakKb / 1024, floor: floor.peakKb / 1024 }, mostMemory),
  ];
}

/** The start of Node is left out, for it would hide growth. */
function growthOf(middle: Measured, largest: Measured): BenchRow {
  const sized = ({ count, ours, floor }: Measured) => ({ size: count, ours: ours.workMs, floor: floor.workMs });
  return growthRow('compile', sized(middle), sized(largest), 1.05);
}
