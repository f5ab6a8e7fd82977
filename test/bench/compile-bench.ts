import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Bench, BenchRow } from './bench.ts';
import { generatePack } from './generate-pack.ts';

const cache = join(import.meta.dirname, '../../.cache/bench');
const sizes = [1_000, 10_000, 100_000] as const;
const rounds = 5;

/**
 * Compiling generated packs beside a process that only renders the same files with commonmark.js. Each run is a
 * cold Node process that reads from disk; ours also checks everything and writes the deck as JSON. The least of
 * several rounds counts, for a neighbour can only make a run slower.
 *
 * The Markdown parser was picked by this measure (microseconds for a question of 355 bytes, 20,000 questions, cold):
 * commonmark.js 22, without tables and footnotes; markdown-it 43; micromark 668. The compiler reads most fragments
 * without any of them and gives the rest to markdown-it.
 */
export const compileBench: Bench = {
  name: 'compile',
  async run() {
    await bundle('compile-ours');
    await bundle('compile-floor');
    const measured = sizes.map(measure);
    return [...measured.flatMap(rowsOf), exponentRow(measured)];
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

async function bundle(entry: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `${entry}.ts`),
      outDir: cache,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${entry}.mjs` } },
    },
  });
}

function measure(count: number): Measured {
  const folder = join(cache, `pack-${count}`);
  const out = join(cache, `deck-${count}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  generatePack(folder, count);
  // Taking turns lets both meet the same disk cache and the same neighbours.
  const pairs = Array.from({ length: rounds }, () => ({
    floor: runChild('compile-floor', folder, out),
    ours: runChild('compile-ours', folder, out),
  }));
  return { count, ours: least(pairs.map(({ ours }) => ours)), floor: least(pairs.map(({ floor }) => floor)) };
}

function runChild(entry: string, folder: string, out: string): Run {
  const started = performance.now();
  const printed = execFileSync(process.execPath, [join(cache, `${entry}.mjs`), folder, out], { encoding: 'utf8' });
  const wallMs = performance.now() - started;
  return { ...(JSON.parse(printed) as Omit<Run, 'wallMs'>), wallMs };
}

function least(runs: readonly Run[]): Run {
  return {
    wallMs: Math.min(...runs.map(({ wallMs }) => wallMs)),
    workMs: Math.min(...runs.map(({ workMs }) => workMs)),
    peakKb: Math.min(...runs.map(({ peakKb }) => peakKb)),
  };
}

function rowsOf({ count, ours, floor }: Measured): readonly BenchRow[] {
  const name = `${count.toLocaleString('en')} questions`;
  return [
    { what: `${name}, time`, ours: ms(ours), floor: ms(floor), ratio: ours.wallMs / floor.wallMs, goal: 1.5 },
    { what: `${name}, memory`, ours: mb(ours), floor: mb(floor), ratio: ours.peakKb / floor.peakKb, goal: 3 },
  ];
}

/** How time grows with size: 1 is linear. The start of Node is left out, for it would hide growth. */
function exponentRow(measured: readonly Measured[]): BenchRow {
  const exponentOf = (side: 'ours' | 'floor') => {
    const [, middle, largest] = measured.map((entry) => entry[side].workMs);
    return Math.log10((largest ?? 0) / (middle ?? 1));
  };
  const ours = exponentOf('ours');
  return {
    what: 'exponent, 10,000 to 100,000',
    ours: ours.toFixed(3),
    floor: exponentOf('floor').toFixed(3),
    ratio: ours,
    goal: 1.05,
  };
}

function ms({ wallMs }: Run): string {
  return `${wallMs.toFixed(0)} ms`;
}

function mb({ peakKb }: Run): string {
  return `${(peakKb / 1024).toFixed(0)} MB`;
}
