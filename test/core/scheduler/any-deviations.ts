import fc from 'fast-check';
import { asDeviations, type Deviations } from '../../../src/core/model/measured-memory.ts';

/** Memories as unlike the usual one as a register may hold. */
export const anyDeviations: fc.Arbitrary<Deviations> = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 })
  .map(asDeviations);
