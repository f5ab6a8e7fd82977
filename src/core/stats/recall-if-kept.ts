import {
  type CalibrationPosterior,
  calibrated,
  logDays,
  logit,
  middleDays,
  sigmoid,
} from '../scheduler/exam-plan/recalibrate.ts';
import type { ExamProspect } from '../scheduler/plan/for-exam/exam-prospect.ts';
import type { ForecastCard } from './forecast/card-pool.ts';

/**
 * The cards as they will be known by those who keep to the plan. The plan says what all cards come to, not each of them:
 * what it adds is spread evenly over what each lacks, cards never seen among them. When each is asked last it does not say
 * either: days are those of `cards`, and of a card never seen the middle ones, of which a learner's fade makes nothing. Null
 * while the plan is not known.
 */
export function recallIfKept<Card extends ForecastCard>(
  cards: readonly Card[],
  { ifStopped, ifKept }: Pick<ExamProspect, 'ifStopped' | 'ifKept'>,
  { calibration, prior }: { readonly calibration: CalibrationPosterior; readonly prior: number },
): readonly Card[] | null {
  if (ifKept === null) return null;
  const part = ifStopped >= 1 ? 0 : Math.max(0, (ifKept - ifStopped) / (1 - ifStopped));
  if (part === 0) return cards;
  return cards.map((card) => {
    const elapsedDays = card.recall === null ? middleDays : card.elapsedDays;
    const known = card.recall === null ? prior : calibrated(card.recall, elapsedDays, calibration);
    return { ...card, elapsedDays, recall: believedFor(known + (1 - known) * part, elapsedDays, calibration) };
  });
}

/** What the memory model says where the learner's recall is this: the inverse of `calibrated`. */
function believedFor(recall: number, elapsedDays: number, { shift, slope, fade }: CalibrationPosterior): number {
  return sigmoid((logit(recall) - shift - fade * logDays(elapsedDays)) / Math.max(leastSlope, slope));
}

/** A model that says nothing of the learner cannot be read backwards. */
const leastSlope = 0.1;
