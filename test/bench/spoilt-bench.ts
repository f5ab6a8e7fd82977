import fc from 'fast-check';
import { compilePack } from '../../src/core/compiler/compile-pack.ts';
import { spoiltPack } from '../core/compiler/spoilt-packs.ts';
import { seed } from '../seed.ts';
import { type Bench, boundRow } from './bench.ts';

const packs = 3_000;
const goalMs = 1_000;

/** The slowest of many spoilt packs, beside what an author waits for without a thought. */
export const spoiltBench: Bench = {
  name: 'spoilt',
  run: async () => {
    let slowest = 0;
    for (const files of fc.sample(spoiltPack, { seed, numRuns: packs })) {
      const started = performance.now();
      compilePack(files);
      slowest = Math.max(slowest, performance.now() - started);
    }
    return [boundRow(`the slowest of ${packs.toLocaleString('en')} spoilt packs`, 'ms', slowest, goalMs)];
  },
};
