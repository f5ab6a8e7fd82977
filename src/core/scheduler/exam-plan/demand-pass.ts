import { type AnswerModel, expectedAfter, moves } from './answer-model.ts';
import { daysAfterExam, daysOfRow, rowOfDays } from './elapsed-rows.ts';
import { type GridPlaces, gridSize } from './memory-grid.ts';
import type { PlanGroup } from './plan-group.ts';
import { chooseAmong, type Horizon, type MemoryValues, worthOf } from './value-memories.ts';

/** What comes of a group when each of its cards does what is worth most to it. */
export interface Demand {
  /** Time that each day is asked for, by days left: worth times reviews that were remembered. */
  readonly time: Float64Array;
  /** Which part of the cards never seen is seen first, by days left; the rest, never. */
  readonly firstSeen: Float64Array;
  /** Worth remembered in the exam, and thirty days later with nothing more studied. */
  score: number;
  later: number;
}

/** At what prices, by days left for one unit of worth, cards choose; and how far they spread over what is worth less. */
export interface Terms {
  readonly prices: Float64Array;
  readonly softness: number;
}

/** New cards choose more softly by this: else all of them crowd on one day, and prices do not settle. */
const unseenSoftness = 3;

interface Pass extends Terms {
  readonly model: AnswerModel;
  readonly horizon: Horizon;
  readonly values: MemoryValues;
  readonly demand: Demand;
  /** Worth of the memories just after an answer: daysLeft · 80 + node. */
  readonly held: Float64Array;
  /** Room for what one card may choose from. */
  readonly choices: Float64Array;
}

/** Follows a group's cards from today to the exam through what `valueMemories` filled in for these terms. */
export function demandOf(
  group: PlanGroup,
  model: AnswerModel,
  horizon: Horizon,
  values: MemoryValues,
  terms: Terms,
): Demand {
  const size = horizon.days + 1;
  const demand = { time: new Float64Array(size), firstSeen: new Float64Array(size), score: 0, later: 0 };
  const room = { held: new Float64Array(size * gridSize), choices: new Float64Array(size) };
  const pass = { model, horizon, values, demand, ...room, ...terms };
  for (const row of group.rows) {
    for (let node = 0; node < gridSize; node += 1) {
      const worth = group.seen[row * gridSize + node] as number;
      if (worth > 0) beginSeen(pass, row, node, worth);
    }
  }
  if (group.unseen > 0) beginUnseen(pass, group.unseen);
  for (let daysLeft = horizon.days; daysLeft > 0; daysLeft -= 1) {
    for (let node = 0; node < gridSize; node += 1) goOn(pass, daysLeft, node);
  }
  return demand;
}

function beginSeen(pass: Pass, row: number, node: number, worth: number): void {
  const { model, horizon, choices, demand } = pass;
  const { days } = horizon;
  if (row === 0) {
    add(pass.held, days * gridSize + node, worth);
    return;
  }
  const elapsed = daysOfRow(row);
  weighFirst(choices, model, horizon, { elapsed, node }, pass.values.values, pass.prices);
  chooseAmong(choices, 0, 1, days + 1, pass.softness);
  for (let left = 1; left <= days; left += 1) {
    const share = worth * (choices[left] as number);
    if (share > 0) answer(pass, rowOfDays(elapsed + days - left) * gridSize + node, left, share);
  }
  leave(model, elapsed + days, node, worth * (choices[0] as number), demand);
}

function beginUnseen(pass: Pass, worth: number): void {
  const { model, horizon, choices, demand } = pass;
  weighUnseen(choices, model, horizon, pass.values.values, pass.prices);
  chooseAmong(choices, 0, 1, horizon.days + 1, unseenSoftness * pass.softness);
  for (let left = 1; left <= horizon.days; left += 1) {
    const share = choices[left] as number;
    demand.firstSeen[left] = share;
    if (share === 0) continue;
    add(demand.time, left, worth * share * model.newTime);
    hold(pass.held, model.first, 0, left, worth * share);
  }
}

function goOn(pass: Pass, daysLeft: number, node: number): void {
  const worth = pass.held[daysLeft * gridSize + node] as number;
  if (worth === 0) return;
  const { shares } = pass.values;
  const from = daysLeft * (pass.horizon.days + 1) * gridSize + node;
  leave(pass.model, daysLeft, node, worth * (shares[from] as number), pass.demand);
  for (let gap = 1; gap < daysLeft; gap += 1) {
    const share = shares[from + gap * gridSize] as number;
    if (share > 0) answer(pass, gap * gridSize + node, daysLeft - gap, worth * share);
  }
}

function answer({ model, demand, held }: Pass, place: number, left: number, worth: number): void {
  add(demand.time, left, worth * (model.time[place] as number));
  hold(held, model.after, moves * place, left, worth);
}

function hold(held: Float64Array, { nodes, shares }: GridPlaces, at: number, left: number, worth: number): void {
  for (let move = at; move < at + moves; move += 1) {
    add(held, left * gridSize + (nodes[move] as number), worth * (shares[move] as number));
  }
}

function leave(model: AnswerModel, elapsed: number, node: number, worth: number, demand: Demand): void {
  if (worth === 0) return;
  demand.score += worth * (model.recall[rowOfDays(elapsed) * gridSize + node] as number);
  demand.later += worth * (model.recall[rowOfDays(elapsed + daysAfterExam) * gridSize + node] as number);
}

function add(numbers: Float64Array, at: number, some: number): void {
  numbers[at] = (numbers[at] as number) + some;
}

/**
 * Writes what it is worth to a card that was answered `elapsed` days ago to be asked next with so many days left, 0 for
 * never again.
 */
export function weighFirst(
  choices: Float64Array,
  model: AnswerModel,
  { days, isOpen }: Horizon,
  { elapsed, node }: { readonly elapsed: number; readonly node: number },
  values: Float64Array,
  prices: Float64Array,
): void {
  choices[0] = model.recall[rowOfDays(elapsed + days) * gridSize + node] as number;
  for (let left = 1; left <= days; left += 1) {
    const place = rowOfDays(elapsed + days - left) * gridSize + node;
    choices[left] = isOpen[left]
      ? worthOf(model, place, values, left, prices[left] as number)
      : Number.NEGATIVE_INFINITY;
  }
}

/** The same for a card that was never seen; never is worth nothing. */
export function weighUnseen(
  choices: Float64Array,
  model: AnswerModel,
  { days, isOpen }: Horizon,
  values: Float64Array,
  prices: Float64Array,
): void {
  choices[0] = 0;
  for (let left = 1; left <= days; left += 1) {
    const worth = expectedAfter(model.first, 0, values, left * gridSize) - (prices[left] as number) * model.newTime;
    choices[left] = isOpen[left] ? worth : Number.NEGATIVE_INFINITY;
  }
}
