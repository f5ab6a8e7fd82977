import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDeviations, readMeasured, writeMeasured } from '../../../src/core/model/measured-memory.ts';
import { anyDeviations } from '../scheduler/any-deviations.ts';

describe('a measured memory', () => {
  it('[S98] is read as it was written', () => {
    fc.assert(
      fc.property(anyDeviations, fc.integer({ min: 0, max: 9_999_999 }), (deviations, answers) => {
        const memory = { deviations, answers, date: '2026-12-03' };
        expect(readMeasured(writeMeasured(memory))).toEqual(memory);
      }),
    );
  });

  it.each([
    'fsrs-6 0.1 0 0 0 812 2026-12-03',
    'fsrs-6 0.1 0 0 0 0 0 812 2026-12-03',
    'fsrs-6 3.001 0 0 0 0 812 2026-12-03',
    'fsrs-6 -4 0 0 0 0 812 2026-12-03',
    'fsrs-6 NaN 0 0 0 0 812 2026-12-03',
    'fsrs-6 1e9 0 0 0 0 812 2026-12-03',
    'fsrs-6 0.1 0 0 0 0 -1 2026-12-03',
    'fsrs-6 0.1 0 0 0 0 812 yesterday',
    'fsrs-7 0.1 0 0 0 0 812 2026-12-03',
    ' fsrs-6 0.1 0 0 0 0 812 2026-12-03',
    '',
    null,
    21,
  ])('[S98] is not what is meant by %s', (text) => {
    expect(readMeasured(text)).toBeNull();
  });

  it('[S98] keeps thousandths, and nothing beyond 3', () => {
    expect(asDeviations([0.12345, -0.0001, -5, 99, 1])).toEqual([0.123, 0, -3, 3, 1]);
    expect(() => asDeviations([0, 0])).toThrow('Inconsistent');
  });
});
