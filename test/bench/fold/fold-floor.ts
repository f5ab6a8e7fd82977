import type { BenchHistory } from './fold-history.ts';

/** FSRS-6 by hand over typed arrays, without entries, ids, undos or days: what the arithmetic alone costs. */
export function foldByHand(history: BenchHistory, cardCount: number, w: readonly number[]): FloorStates {
  const { cards, days, ratings } = history;
  const stability = new Float64Array(cardCount);
  const difficulty = new Float64Array(cardCount);
  const lastDay = new Int32Array(cardCount);
  const p = Float64Array.from(w);
  const at = (index: number): number => p[index] as number;
  const decay = -at(20);
  const factor = 0.9 ** (1 / decay) - 1;
  const easyStart = at(4) - Math.exp(at(5) * 3) + 1;
  const growth = Math.exp(at(8));
  const leastFall = Math.exp(at(17) * at(18));
  for (let index = 0; index < cards.length; index += 1) {
    const card = cards[index] as number;
    const day = days[index] as number;
    const rating = ratings[index] as number;
    const s = stability[card] as number;
    const d = difficulty[card] as number;
    const elapsed = day - (lastDay[card] as number);
    lastDay[card] = day;
    if (s === 0) {
      stability[card] = at(rating - 1);
      difficulty[card] = clamp(at(4) - Math.exp(at(5) * (rating - 1)) + 1);
      continue;
    }
    difficulty[card] = clamp(at(7) * easyStart + (1 - at(7)) * (d - (at(6) * (rating - 3) * (10 - d)) / 9));
    if (elapsed === 0) {
      const same = s ** -at(19) * Math.exp(at(17) * (rating - 3 + at(18)));
      stability[card] = s * (rating >= 2 ? Math.max(1, same) : same);
      continue;
    }
    const recall = (1 + (factor * elapsed) / s) ** decay;
    if (rating === 1) {
      const fallen = at(11) * d ** -at(12) * ((s + 1) ** at(13) - 1) * Math.exp(at(14) * (1 - recall));
      stability[card] = Math.min(fallen, s / leastFall);
    } else {
      const bonus = rating === 2 ? at(15) : rating === 4 ? at(16) : 1;
      stability[card] = s * (1 + growth * (11 - d) * s ** -at(9) * (Math.exp(at(10) * (1 - recall)) - 1) * bonus);
    }
  }
  return { stability, difficulty };
}

export interface FloorStates {
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
}

function clamp(difficulty: number): number {
  return difficulty < 1 ? 1 : difficulty > 10 ? 10 : difficulty;
}
