import { type AnswerModel, expectedAfter, moves } from './answer-model.ts';
import { gridSize } from './memory-grid.ts';

/** The days before an exam. Everything of them is told by how many days are left: `days` today, 1 on the eve. */
export interface Horizon {
  /** 1 to 60. */
  readonly days: number;
  /** Whether anything can be studied on a day, by days left. */
  readonly isOpen: readonly boolean[];
}

/** What memories are worth, and what is done with them. */
export interface MemoryValues {
  /** Chance of recall in the exam, less the price of the time until then, just after an answer: daysLeft · 80 + node. */
  readonly values: Float64Array;
  /** Chance that the next answer is `gap` days later, gap 0 for never: (daysLeft · (days + 1) + gap) · 80 + node. */
  readonly shares: Float64Array;
}

export function memoryValues(days: number): MemoryValues {
  return {
    values: new Float64Array((days + 1) * gridSize),
    shares: new Float64Array((days + 1) * (days + 1) * gridSize),
  };
}

/**
 * Fills in what memories are worth at the prices of time, by days left and for one unit of worth, from the eve back to
 * today. `softness` > 0 spreads the choice between answers that are worth nearly the same; 0 takes the best.
 */
export function valueMemories(
  model: AnswerModel,
  { days, isOpen }: Horizon,
  prices: Float64Array,
  softness: number,
  { values, shares }: MemoryValues,
): void {
  for (let daysLeft = 1; daysLeft <= days; daysLeft += 1) {
    const row = daysLeft * (days + 1) * gridSize;
    for (let node = 0; node < gridSize; node += 1) {
      shares[row + node] = model.recall[daysLeft * gridSize + node] as number;
    }
    for (let gap = 1; gap < daysLeft; gap += 1) {
      const left = daysLeft - gap;
      weighGap(model, gap, values, left, isOpen[left] ? (prices[left] as number) : never, shares, row);
    }
    for (let node = 0; node < gridSize; node += 1) {
      values[daysLeft * gridSize + node] = chooseAmong(shares, row + node, gridSize, daysLeft, softness);
    }
  }
}

/** The price of a day on which nothing can be studied. */
const never = Number.POSITIVE_INFINITY;

/** Writes what the next answer is worth to every memory, `gap` days later and with `left` days left. */
function weighGap(
  model: AnswerModel,
  gap: number,
  values: Float64Array,
  left: number,
  price: number,
  choices: Float64Array,
  row: number,
): void {
  for (let place = gap * gridSize; place < (gap + 1) * gridSize; place += 1) {
    choices[row + place] = price === never ? -never : worthOf(model, place, values, left, price);
  }
}

/** What an answer at a place of the tables is worth, given with so many days left. */
export function worthOf(
  { after, time }: AnswerModel,
  place: number,
  values: Float64Array,
  daysLeft: number,
  price: number,
): number {
  return expectedAfter(after, moves * place, values, daysLeft * gridSize) - price * (time[place] as number);
}

/**
 * Turns what some choices are worth, `step` apart from `from` on, into their chances, and tells what the choice as such
 * is worth. One choice at least is worth more than minus infinity.
 */
export function chooseAmong(
  choices: Float64Array,
  from: number,
  step: number,
  count: number,
  softness: number,
): number {
  const end = from + step * count;
  let best = Number.NEGATIVE_INFINITY;
  for (let at = from; at < end; at += step) best = Math.max(best, choices[at] as number);
  let [sum, worth] = [0, 0];
  for (let at = from; at < end; at += step) {
    const choice = choices[at] as number;
    const share = chanceOf(choice - best, softness);
    choices[at] = share;
    sum += share;
    if (share > 0) worth += share * choice;
  }
  for (let at = from; at < end; at += step) choices[at] = (choices[at] as number) / sum;
  return worth / sum;
}

/** Chances below e^-20 are none, which spares most of the exponentials. */
function chanceOf(behind: number, softness: number): number {
  if (softness === 0) return behind === 0 ? 1 : 0;
  const exponent = behind / softness;
  return exponent < -20 ? 0 : Math.exp(exponent);
}
