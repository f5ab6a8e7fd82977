import type { Rating } from '../../../src/core/model/verdict.ts';

/** What Anki's SM-2 keeps of a card. */
export interface Sm2State {
  /** Whole days from the last answer to when it is due. */
  readonly interval: number;
  /** Factor of a Good: 1.3 to 5.5. */
  readonly ease: number;
}

const firstEase = 2.5;
const [leastEase, mostEase] = [1.3, 5.5];
const graduating = 1;
const easyGraduating = 4;
const hardFactor = 1.2;
const easyBonus = 1.3;
const easeSteps = [-0.2, -0.15, 0, 0.15];

/**
 * Anki's SM-2 after an answer `elapsed` days after the last one; `state` is null for a new card. With Anki's defaults, as
 * SSP-MMC-FSRS ports it (src/ssp_mmc_fsrs/policies.py): a lapse comes back after a day, late cards get a bonus, early
 * ones grow by the days that passed.
 */
export function sm2After(state: Sm2State | null, elapsed: number, rating: Rating): Sm2State {
  if (state === null) return { interval: rating === 4 ? easyGraduating : graduating, ease: firstEase };
  const ease = Math.min(mostEase, Math.max(leastEase, state.ease + easeSteps[rating - 1]!));
  if (rating === 1) return { interval: 1, ease };
  return { interval: elapsed < state.interval ? early(state, elapsed, rating) : onTime(state, elapsed, rating), ease };
}

/** Each rating brings the card back later than the one below it. */
function onTime({ interval, ease }: Sm2State, elapsed: number, rating: Rating): number {
  const late = elapsed - interval;
  const hard = Math.max(interval + 1, round(interval * hardFactor));
  if (rating === 2) return hard;
  const good = Math.max(hard + 1, round((interval + late / 2) * ease));
  return rating === 3 ? good : Math.max(good + 1, round((interval + late) * ease * easyBonus));
}

function early({ interval, ease }: Sm2State, elapsed: number, rating: Rating): number {
  if (rating === 2) return Math.max(1, round(Math.max(elapsed * hardFactor, (interval * hardFactor) / 2)));
  const good = Math.max(elapsed * ease, interval);
  return Math.max(1, round(rating === 3 ? good : good * (easyBonus - (easyBonus - 1) / 2)));
}

function round(days: number): number {
  return Math.floor(days + 0.5);
}
