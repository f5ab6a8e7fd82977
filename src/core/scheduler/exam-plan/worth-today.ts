import { type AnswerModel, expectedAfter, moves } from './answer-model.ts';
import { weighFirst, weighUnseen } from './demand-pass.ts';
import { daysOfRow, rowOfDays } from './elapsed-rows.ts';
import { corners, gridPlaces, gridSize, placeOnGrid } from './memory-grid.ts';
import type { AgedMemory } from './plan-group.ts';
import { type Horizon, memoryValues, valueMemories } from './value-memories.ts';

/** What an answer today brings to the cards of a group; for one unit of worth, and for the time of a remembered review. */
export interface WorthToday {
  /** Worth of an answer today rather than at the best later time, for the time that it takes. May be below 0. */
  gain(memory: AgedMemory | null): number;
  /** How much of the card is expected to be known in the exam when it is never asked again. */
  stay(memory: AgedMemory | null): number;
  /** How much more that is when it is asked today, and then never again. */
  rise(memory: AgedMemory | null): number;
}

/**
 * Softness 0: of two times the better. `prices` by days left, for one unit of the group's worth. With a horizon of
 * which only today is open the gain is the rise for the time that it takes: all that can be said without prices.
 */
export function worthToday(model: AnswerModel, horizon: Horizon, prices: Float64Array): WorthToday {
  const filled = memoryValues(horizon.days);
  valueMemories(model, horizon, prices, 0, filled);
  const { values } = filled;
  const rows = new Map<number, RowWorth>();
  const corner = gridPlaces(1);

  function ofMemory({ stability, difficulty, elapsedDays }: AgedMemory): RowWorth {
    const row = rowOfDays(elapsedDays);
    const worth = rows.get(row) ?? worthOfRow(model, horizon, prices, values, row);
    rows.set(row, worth);
    placeOnGrid(stability, difficulty, 1, corner, 0);
    return worth;
  }
  function mean(numbers: Float64Array): number {
    let sum = 0;
    for (let n = 0; n < corners; n += 1)
      sum += (corner.shares[n] as number) * (numbers[corner.nodes[n] as number] as number);
    return sum;
  }
  const unseen = worthOfUnseen(model, horizon, prices, values);
  return {
    gain(memory) {
      if (memory === null) return unseen.gain;
      const { more, time } = ofMemory(memory);
      return mean(more) / mean(time);
    },
    stay: (memory) => (memory === null ? 0 : mean(ofMemory(memory).stay)),
    rise: (memory) => (memory === null ? unseen.rise : mean(ofMemory(memory).rise)),
  };
}

/** By node of the grid. */
interface RowWorth {
  readonly more: Float64Array;
  readonly time: Float64Array;
  readonly stay: Float64Array;
  readonly rise: Float64Array;
}

function worthOfRow(
  model: AnswerModel,
  horizon: Horizon,
  prices: Float64Array,
  values: Float64Array,
  row: number,
): RowWorth {
  const { days } = horizon;
  const elapsed = daysOfRow(row);
  const choices = new Float64Array(days + 1);
  const worth = {
    more: new Float64Array(gridSize),
    time: new Float64Array(gridSize),
    stay: new Float64Array(gridSize),
    rise: new Float64Array(gridSize),
  };
  for (let node = 0; node < gridSize; node += 1) {
    const place = row * gridSize + node;
    weighFirst(choices, model, horizon, { elapsed, node }, values, prices);
    const now = expectedAfter(model.after, moves * place, values, days * gridSize);
    worth.more[node] = now - bestOf(choices, days);
    worth.time[node] = model.time[place] ?? 0;
    const alone = expectedAfter(model.after, moves * place, model.recall, days * gridSize);
    const stay = model.recall[rowOfDays(elapsed + days) * gridSize + node] ?? 0;
    worth.stay[node] = stay;
    worth.rise[node] = alone - stay;
  }
  return worth;
}

function worthOfUnseen(model: AnswerModel, horizon: Horizon, prices: Float64Array, values: Float64Array) {
  const { days } = horizon;
  const choices = new Float64Array(days + 1);
  weighUnseen(choices, model, horizon, values, prices);
  const now = expectedAfter(model.first, 0, values, days * gridSize);
  return {
    gain: (now - bestOf(choices, days)) / model.newTime,
    rise: expectedAfter(model.first, 0, model.recall, days * gridSize),
  };
}

/** The best of the first `count` choices: never, and every day but today. */
function bestOf(choices: Float64Array, count: number): number {
  return choices.subarray(0, count).reduce((best, choice) => Math.max(best, choice), Number.NEGATIVE_INFINITY);
}
