import type { ForecastCard } from '../../../../src/core/stats/forecast/card-pool.ts';
import type { ForecastRequest } from '../../../../src/core/stats/forecast/score-forecast.ts';

/** Chance of each number of right answers by scheduling §4, and the part of the questions that is remembered. */
export interface NaiveForecast {
  readonly chances: readonly number[];
  readonly remembered: number;
}

/** Every card in every one of two thousand days, every number of right answers in each, nothing of it made fast. */
export function naiveForecast(request: ForecastRequest): NaiveForecast {
  const { cards, questions } = request;
  const total = cards.reduce((sum, { weight }) => sum + weight, 0);
  const chances = Array.from({ length: questions + 1 }, () => 0);
  let [remembered, ways] = [0, 0];
  for (let luck = -6; luck < 6; luck += 0.006) {
    const way = Math.exp(-(luck ** 2) / 2);
    ways += way;
    const [right, kept] = [0, 1].map((ofMemory) =>
      cards.reduce((sum, card) => sum + (card.weight * chanceOf(card, request, luck, ofMemory === 1)) / total, 0),
    );
    remembered += way * kept!;
    for (let k = 0; k <= questions; k += 1) {
      chances[k]! += way * choose(questions, k) * right! ** k * Math.max(0, 1 - right!) ** (questions - k);
    }
  }
  return { chances: chances.map((chance) => chance / ways), remembered: remembered / ways };
}

function chanceOf(
  { recall, elapsedDays, guess }: ForecastCard,
  { calibration, prior }: ForecastRequest,
  luck: number,
  ofMemory: boolean,
): number {
  const free = ofMemory ? 0 : guess;
  if (recall === null) return free + (1 - free) * prior;
  const odds = Math.min(0.9999, Math.max(0.0001, recall));
  const x = Math.log(odds / (1 - odds));
  const z = Math.log(Math.max(1, elapsedDays) / 5);
  const { shift, slope, fade, shiftSlope, shiftFade, slopeFade } = calibration.variance;
  const single = shift + slope * x ** 2 + fade * z ** 2;
  const deviation = Math.sqrt(single + 2 * (shiftSlope * x + shiftFade * z + slopeFade * x * z) + 0.2 ** 2);
  const known = calibration.shift + calibration.slope * x + calibration.fade * z;
  return free + (1 - free) / (1 + Math.exp(-(known + luck * deviation)));
}

function choose(of: number, some: number): number {
  return some === 0 ? 1 : (choose(of, some - 1) * (of - some + 1)) / some;
}
