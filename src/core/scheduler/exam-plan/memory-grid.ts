import type { Memory } from '../memory/fsrs.ts';

const stabilitySteps = 20;
const difficultySteps = 4;
/** Days, of the first and the last step. */
const [leastStability, mostStability] = [0.05, 600];
const stepsPerLog = (stabilitySteps - 1) / Math.log(mostStability / leastStability);

/** How many memories the grid has: 20 stabilities in even steps of their logarithm, each with 4 difficulties. */
export const gridSize = stabilitySteps * difficultySteps;

/** Nodes around a memory. */
export const corners = 4;

export function memoryAt(node: number): Memory {
  const step = Math.floor(node / difficultySteps);
  return {
    stability: leastStability * Math.exp(step / stepsPerLog),
    difficulty: 1 + (9 * (node % difficultySteps)) / (difficultySteps - 1),
  };
}

/** What stands for a memory on the grid: four nodes, and the share of each. */
export interface GridPlaces {
  readonly nodes: Int32Array;
  readonly shares: Float64Array;
}

export function gridPlaces(memories: number): GridPlaces {
  return { nodes: new Int32Array(corners * memories), shares: new Float64Array(corners * memories) };
}

/**
 * Writes the four nodes around a memory to the places from `at` on, their shares (they sum to `weight`) in even parts of
 * the logarithm of stability and of difficulty. What lies outside the grid is put on its edge.
 */
export function placeOnGrid(
  stability: number,
  difficulty: number,
  weight: number,
  { nodes, shares }: GridPlaces,
  at: number,
): void {
  const step = within(Math.log(stability / leastStability) * stepsPerLog, stabilitySteps - 1);
  const level = within(((difficulty - 1) * (difficultySteps - 1)) / 9, difficultySteps - 1);
  const [low, easy] = [
    Math.min(stabilitySteps - 2, Math.floor(step)),
    Math.min(difficultySteps - 2, Math.floor(level)),
  ];
  const [up, hard] = [step - low, level - easy];
  const node = low * difficultySteps + easy;
  nodes[at] = node;
  nodes[at + 1] = node + 1;
  nodes[at + 2] = node + difficultySteps;
  nodes[at + 3] = node + difficultySteps + 1;
  shares[at] = weight * (1 - up) * (1 - hard);
  shares[at + 1] = weight * (1 - up) * hard;
  shares[at + 2] = weight * up * (1 - hard);
  shares[at + 3] = weight * up * hard;
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
