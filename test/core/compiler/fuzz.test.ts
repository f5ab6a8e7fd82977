import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../../src/core/compiler/compile-pack.ts';
import { runsOf } from '../../seed.ts';
import { spoiltPack } from './spoilt-packs.ts';

const runs = runsOf(2_000, 10_000);

/** How long the slowest of them takes is measured by `npm run bench -- spoilt`. */
describe('spoilt packs', () => {
  it('never make the compiler throw, and what is refused is refused with a place and a remedy', () => {
    let refused = 0;
    fc.assert(
      fc.property(spoiltPack, (files) => {
        const { value, diagnostics } = compilePack(files);
        const hasError = diagnostics.some(({ severity }) => severity === 'error');
        expect(value === null).toBe(hasError);
        if (hasError) refused++;
        for (const { line, column, message, fix } of diagnostics) {
          expect(line >= 1 && column >= 1 && message !== '' && fix !== '').toBe(true);
        }
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(refused).toBeGreaterThan(runs / 10);
  });
});
