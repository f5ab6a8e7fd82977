import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calibration, calibrated } from '../../../src/core/scheduler/exam-plan/recalibrate.ts';
import type { ForecastCard } from '../../../src/core/stats/forecast/card-pool.ts';
import { recallIfKept } from '../../../src/core/stats/recall-if-kept.ts';
import { anyCalibration, anyCard, part } from './forecast/forecast-cases.ts';

const anyKnown = fc.record({ calibration: anyCalibration, prior: part() });
const anyCards = fc.array(anyCard, { minLength: 1, maxLength: 20 });

function knownOf({ recall, elapsedDays }: ForecastCard, calibration: Calibration, prior: number): number {
  return recall === null ? prior : calibrated(recall, elapsedDays, calibration);
}

/** Nearer to never and always than so chances are not told apart. */
function isInside(chance: number | null): boolean {
  return chance !== null && chance > 0.000_1 && chance < 0.999_9;
}

describe('recall by those who keep to a plan', () => {
  it('lacks the same part less of each card, by the learner’s own recall, of those never seen as well', () => {
    fc.assert(
      fc.property(anyCards, anyKnown, part(0, 0.9), part(0.01, 0.9), (cards, known, ifStopped, added) => {
        const { calibration, prior } = known;
        const ifKept = ifStopped + added * (1 - ifStopped);
        const kept = recallIfKept(cards, { ifStopped, ifKept }, known) ?? [];
        expect(kept).toHaveLength(cards.length);
        for (const [n, card] of cards.entries()) {
          const [before, after] = [knownOf(card, calibration, prior), knownOf(kept[n]!, calibration, prior)];
          const wanted = 1 - (1 - added) * (1 - before);
          if (isInside(wanted) && isInside(kept[n]!.recall)) expect(after).toBeCloseTo(wanted, 9);
          expect(kept[n]).toMatchObject({ weight: card.weight, guess: card.guess });
        }
      }),
    );
  });

  it('is that of those who stop where the plan adds nothing, and unknown while the plan is', () => {
    fc.assert(
      fc.property(anyCards, anyKnown, part(), (cards, known, ifStopped) => {
        expect(recallIfKept(cards, { ifStopped, ifKept: ifStopped }, known)).toEqual(cards);
        expect(recallIfKept(cards, { ifStopped, ifKept: null }, known)).toBeNull();
      }),
    );
  });
});
