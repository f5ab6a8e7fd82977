import type { Deviations } from '../../model/measured-memory.ts';
import { type Parameters, takeParameters } from './parameters.ts';

/** The 21 parameters of FSRS-6 for a memory that differs from what is usual by so much (scheduling §7). */
export function ownParameters([first, w8, decay, w4, w11]: Deviations): Parameters {
  const own = [...takeParameters()];
  const times = (place: number, logarithm: number) => {
    own[place] = (own[place] ?? 0) * Math.exp(logarithm);
  };
  const plus = (place: number, more: number) => {
    own[place] = (own[place] ?? 0) + more;
  };
  for (const place of [0, 1, 2, 3]) times(place, first);
  plus(8, w8);
  times(20, decay);
  plus(4, w4);
  times(11, w11);
  return takeParameters(own);
}
