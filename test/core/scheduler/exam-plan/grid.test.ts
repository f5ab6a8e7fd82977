import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfRow, elapsedRows, rowOfDays } from '../../../../src/core/scheduler/exam-plan/elapsed-rows.ts';
import {
  corners,
  gridPlaces,
  gridSize,
  memoryAt,
  placeOnGrid,
} from '../../../../src/core/scheduler/exam-plan/memory-grid.ts';
import { naiveNodes, naiveRow, naiveShares } from './naive-tables.ts';
import { expectNear } from './near.ts';
import { anyDouble, anyScale, sumOf } from './plan-cases.ts';

const nodes = Array.from({ length: gridSize }, (_, node) => node);

/** The share of every node. */
function placed(stability: number, difficulty: number, weight = 1): readonly number[] {
  const places = gridPlaces(1);
  placeOnGrid(stability, difficulty, weight, places, 0);
  const shares = nodes.map(() => 0);
  for (let corner = 0; corner < corners; corner += 1) {
    const node = places.nodes[corner] ?? -1;
    expect(nodes[node]).toBe(node);
    shares[node] = (shares[node] ?? 0) + (places.shares[corner] ?? 0);
  }
  return shares;
}

function meanOf(shares: readonly number[], numberOf: (node: number) => number): number {
  return sumOf(shares.map((share, node) => share * numberOf(node)));
}

const logAt = (node: number) => Math.log(memoryAt(node).stability);
const difficultyAt = (node: number) => memoryAt(node).difficulty;
const stability = anyScale(0.001, 36_500);
const difficulty = anyDouble(1, 10);

describe('the grid of memories', () => {
  it('has 20 stabilities from 0.05 to 600 days in even steps of their logarithm, each with 4 difficulties', () => {
    for (const node of nodes) {
      expect(memoryAt(node).stability / naiveNodes[node]!.stability).toBeCloseTo(1, 12);
      expect(memoryAt(node).difficulty).toBeCloseTo(naiveNodes[node]!.difficulty, 12);
    }
    expect(naiveNodes.length).toBe(gridSize);
  });

  it('holds a memory that is a node at that node alone', () => {
    for (const node of nodes) {
      const shares = placed(memoryAt(node).stability, memoryAt(node).difficulty, 7);
      for (const [other, share] of shares.entries()) expectNear(share, other === node ? 7 : 0);
    }
  });

  it('gives shares that are at least 0 and sum to the weight', () => {
    fc.assert(
      fc.property(stability, difficulty, anyScale(1e-6, 1e6), (days, level, weight) => {
        const shares = placed(days, level, weight);
        expect(sumOf(shares) / weight).toBeCloseTo(1, 12);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('keeps the mean of the logarithm of stability and of difficulty, and puts what is outside on the edge', () => {
    fc.assert(
      fc.property(stability, anyDouble(0, 12), (days, level) => {
        const shares = placed(days, level);
        expect(meanOf(shares, logAt)).toBeCloseTo(Math.log(Math.min(600, Math.max(0.05, days))), 9);
        expect(meanOf(shares, difficultyAt)).toBeCloseTo(Math.min(10, Math.max(1, level)), 9);
      }),
    );
  });

  it('places as the naive implementation does', () => {
    fc.assert(
      fc.property(stability, difficulty, (days, level) => {
        const theirs = naiveShares({ stability: days, difficulty: level });
        for (const [node, share] of placed(days, level).entries()) {
          expectNear(share, theirs.get(naiveNodes[node]!) ?? 0);
        }
      }),
    );
  });

  it('is monotone: more days never move a share to a lesser stability, nor a harder card one to a lesser difficulty', () => {
    const anyTwo = (one: fc.Arbitrary<number>) => fc.tuple(one, one).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(anyTwo(stability), anyTwo(difficulty), ([few = 0, many = 0], [easy = 0, hard = 0]) => {
        for (const mark of nodes) {
          const beyond = (node: number) => Number(logAt(node) >= logAt(mark) - 1e-9);
          expect(meanOf(placed(many, easy), beyond)).toBeGreaterThanOrEqual(meanOf(placed(few, easy), beyond) - 1e-9);
          const harder = (node: number) => Number(difficultyAt(node) >= difficultyAt(mark) - 1e-9);
          expect(meanOf(placed(few, hard), harder)).toBeGreaterThanOrEqual(meanOf(placed(few, easy), harder) - 1e-9);
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('the rows of elapsed days', () => {
  const rows = Array.from({ length: elapsedRows }, (_, row) => row);

  it('are days one by one up to 60, and grow by a quarter from there on up to a hundred years', () => {
    expect(rows.slice(0, 61).map(daysOfRow)).toEqual(rows.slice(0, 61));
    for (const row of rows.slice(61)) {
      expect(daysOfRow(row)).toBe(Math.round(daysOfRow(row)));
      expect(daysOfRow(row) / daysOfRow(row - 1)).toBeCloseTo(1.25, 1);
    }
    expect(daysOfRow(elapsedRows - 1) * 1.25).toBeGreaterThanOrEqual(36_500);
    expect(elapsedRows).toBeLessThan(100);
  });

  it('are found by their days again', () => {
    for (const row of rows) expect(rowOfDays(daysOfRow(row))).toBe(row);
  });

  it('are monotone, within an eighth of the days, and those of the naive implementation', () => {
    for (let days = 0; days <= 36_500; days += days < 2_000 ? 1 : 37) {
      expect(rowOfDays(days + 1)).toBeGreaterThanOrEqual(rowOfDays(days));
      expect(daysOfRow(rowOfDays(days))).toBe(naiveRow(days));
      if (days < 34_000) expect(Math.abs(daysOfRow(rowOfDays(days)) - days)).toBeLessThanOrEqual(0.13 * days);
    }
    expect(rowOfDays(1e9)).toBe(elapsedRows - 1);
  });
});
