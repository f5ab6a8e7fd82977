import type { CardState } from '../../model/card-state.ts';

const leechLapses = 6;

/** Whether a card was forgotten so often that the learner should be offered another way to it. */
export function isLeech(state: CardState): boolean {
  return state.lapses >= leechLapses;
}
