import type { Rating } from '../../model/verdict.ts';
import type { Kernel } from '../memory/memory-kernel.ts';
import { daysOfRow, rowOfDays } from './elapsed-rows.ts';
import { corners, type GridPlaces, gridPlaces, gridSize, memoryAt, placeOnGrid } from './memory-grid.ts';
import { type Calibration, calibrated, uncalibrated } from './recalibrate.ts';

/** How a learner answers. Shares sum to 1; times are multiples of that of a review that was remembered. */
export interface AnswerHabits {
  /** Of first answers: Again, Hard, Good, Easy. */
  readonly firstShares: Shares;
  /** Of remembered reviews: Hard, Good, Easy. */
  readonly rememberedShares: readonly [number, number, number];
  /** Of a forgotten card, with what is asked of it again that day. */
  readonly forgottenTime: number;
  readonly newTime: number;
}

type Shares = readonly [number, number, number, number];

/** Those of the learners to whom FSRS was fitted (fsrs-rs, simulation.rs): 12.9, 31.7 and 43 seconds. */
export const usualHabits: AnswerHabits = {
  firstShares: [0.24, 0.094, 0.495, 0.171],
  rememberedShares: [0.224, 0.631, 0.145],
  forgottenTime: 31.7 / 12.9,
  newTime: 43 / 12.9,
};

/** What an answer does, on average, to each memory of the grid after each number of days. Places are row · 80 + node. */
export interface AnswerModel {
  readonly recall: Float64Array;
  /** Time that an answer takes, in reviews that were remembered. */
  readonly time: Float64Array;
  /** Where the memory is after an answer: `moves` nodes and their chances for each place. */
  readonly after: GridPlaces;
  /** The same for a card that is seen for the first time. */
  readonly first: GridPlaces;
  readonly newTime: number;
}

/** Four ratings, each between four nodes. */
export const moves = 4 * corners;

const ratings: readonly Rating[] = [1, 2, 3, 4];

/** How somebody answers, and how well they remember. */
export interface LearnerModel {
  readonly kernel: Kernel;
  readonly habits?: AnswerHabits;
  readonly calibration?: Calibration;
}

/** The last tables of each kernel: plans are made anew after each answer, from the same. */
const kept = new WeakMap<Kernel, { readonly learner: string; readonly model: AnswerModel }>();

/**
 * The tables for up to so many days since an answer, and some more. A forgotten card is asked again on the same day until
 * it is remembered: its memory is the one after that.
 */
export function modelAnswers({ kernel, ...learner }: LearnerModel, farthestDays: number): AnswerModel {
  const key = JSON.stringify(learner);
  const known = kept.get(kernel);
  const rows = rowOfDays(farthestDays) + 1;
  if (known?.learner === key && known.model.recall.length >= rows * gridSize) return known.model;
  const model = tabulate({ kernel, ...learner }, Math.ceil(rows / rowStep) * rowStep);
  kept.set(kernel, { learner: key, model });
  return model;
}

/** Tables grow by so many rows at once, and stay the same for as many days. */
const rowStep = 16;

function tabulate(
  { kernel, habits = usualHabits, calibration = uncalibrated }: LearnerModel,
  rows: number,
): AnswerModel {
  const places = rows * gridSize;
  const model = { recall: new Float64Array(places), time: new Float64Array(places), after: gridPlaces(4 * places) };
  for (let place = 0; place < places; place += 1) {
    const { stability, difficulty } = memoryAt(place % gridSize);
    const days = daysOfRow(Math.floor(place / gridSize));
    const recall = calibrated(kernel.recallAfter(stability, days), days, calibration);
    model.recall[place] = recall;
    model.time[place] = recall + (1 - recall) * habits.forgottenTime;
    const [hard, good, easy] = habits.rememberedShares;
    const shares: Shares = [1 - recall, recall * hard, recall * good, recall * easy];
    moveMemory(kernel, { stability, difficulty, days }, shares, model.after, moves * place);
  }
  const first = gridPlaces(4);
  moveMemory(kernel, { stability: 0, difficulty: 0, days: 0 }, habits.firstShares, first, 0);
  return { ...model, first, newTime: habits.newTime };
}

interface Asked {
  readonly stability: number;
  readonly difficulty: number;
  readonly days: number;
}

function moveMemory(kernel: Kernel, asked: Asked, shares: Shares, places: GridPlaces, at: number): void {
  for (const rating of ratings) {
    const memory = { stability: asked.stability, difficulty: asked.difficulty };
    kernel.remember(memory, asked.days, rating);
    if (rating === 1) kernel.remember(memory, 0, 3);
    placeOnGrid(memory.stability, memory.difficulty, shares[rating - 1] ?? 0, places, at + corners * (rating - 1));
  }
}

/** What is expected of an answer, where `values` from `from` on has a value for each node. `at`: the first of the moves. */
export function expectedAfter({ nodes, shares }: GridPlaces, at: number, values: Float64Array, from: number): number {
  let sum = 0;
  // Every price tried asks this a million times: typed arrays within their bounds.
  for (let move = at; move < at + moves; move += 1) {
    sum += (shares[move] as number) * (values[from + (nodes[move] as number)] as number);
  }
  return sum;
}
