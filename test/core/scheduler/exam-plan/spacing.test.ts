import { describe, expect, it } from 'vitest';
import { expectedAfter, modelAnswers, moves } from '../../../../src/core/scheduler/exam-plan/answer-model.ts';
import { rowOfDays } from '../../../../src/core/scheduler/exam-plan/elapsed-rows.ts';
import { corners, gridPlaces, gridSize, placeOnGrid } from '../../../../src/core/scheduler/exam-plan/memory-grid.ts';
import { kernel, usualLearner } from './plan-cases.ts';

const model = modelAnswers(usualLearner, 130);

/** Recall so many days after one review, which comes `gap` days after the answer before. */
function recallAfterOne(node: number, gap: number, delay: number): number {
  return expectedAfter(
    model.after,
    moves * (rowOfDays(gap) * gridSize + node),
    model.recall,
    rowOfDays(delay) * gridSize,
  );
}

/** Of one to sixty days. */
function bestGap(delay: number): number {
  const { stability, difficulty } = kernel.next(null, 0, 3);
  const places = gridPlaces(1);
  placeOnGrid(stability, difficulty, 1, places, 0);
  const recalls = Array.from({ length: 60 }, (_, n) => {
    let sum = 0;
    for (let corner = 0; corner < corners; corner += 1) {
      sum += places.shares[corner]! * recallAfterOne(places.nodes[corner]!, n + 1, delay);
    }
    return sum;
  });
  return 1 + recalls.indexOf(Math.max(...recalls));
}

describe('spacing, by the tables of the planner', () => {
  // Cepeda et al. 2008: the longer a thing is to be kept, the longer the gap, and the smaller a part of the delay.
  it.each([
    [7, 4],
    [14, 6],
    [35, 9],
    [70, 12],
  ])('one review serves best for a test %i days later when it comes after %i days', (delay, gap) => {
    expect(bestGap(delay)).toBe(gap);
  });

  it('with a fixed date and one review the best day is the eve, for every memory', () => {
    const wrong: unknown[] = [];
    for (let node = 0; node < gridSize; node += 1) {
      for (const elapsed of [1, 5, 20]) {
        for (let days = 2; days <= 60 - elapsed; days += 1) {
          const recalls = Array.from({ length: days }, (_, n) => recallAfterOne(node, elapsed + days - (n + 1), n + 1));
          if (recalls.indexOf(Math.max(...recalls)) !== 0) wrong.push([node, elapsed, days]);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
