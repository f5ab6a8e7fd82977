import { type CalibrationPosterior, calibrated, logit, sigmoid } from '../scheduler/exam-plan/recalibrate.ts';
import type { ExamProspect } from '../scheduler/plan/for-exam/exam-prospect.ts';
import type { ForecastCard } from './forecast/card-pool.ts';

/**
 * The cards as they will be known by those who keep to the plan. The plan says what all cards come to, not each of them:
 * what it adds is spread evenly over what each lacks, cards never seen among them. Null while that is not known.
 */
export function recallIfKept<Card extends ForecastCard>(
  cards: readonly Card[],
  { ifStopped, ifKept }: Pick<ExamProspect, 'ifStopped' | 'ifKept'>,
  calibration: CalibrationPosterior,
): readonly Card[] | null {
  if (ifKept === null) return null;
  const part = ifStopped >= 1 ? 0 : Math.max(0, (ifKept - ifStopped) / (1 - ifStopped));
  if (part === 0) return cards;
  return cards.map((card) => {
    const known = card.recall === null ? 0 : calibrated(card.recall, calibration);
    return { ...card, recall: believedFor(known + (1 - known) * part, calibration) };
  });
}

/** What the memory model says where the learner's recall is this: the inverse of `calibrated`. */
function believedFor(recall: number, { shift, slope }: CalibrationPosterior): number {
  return sigmoid((logit(recall) - shift) / Math.max(leastSlope, slope));
}

/** A model that says nothing of the learner cannot be read backwards. */
const leastSlope = 0.1;
