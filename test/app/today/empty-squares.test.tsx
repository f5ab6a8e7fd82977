// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { EmptySquares } from '../../../src/app/parts/notebook/empty-squares.tsx';

afterEach(cleanup);

interface Line {
  readonly from: readonly [x: number, y: number];
  readonly along: 'h' | 'v';
  readonly length: number;
}

/** The lines of the drawing, in squares. */
function linesFor(count: number): readonly Line[] {
  cleanup();
  const { container } = render(<EmptySquares count={count} />);
  const path = container.querySelector('path')?.getAttribute('d') ?? '';
  return [...path.matchAll(/M(\d+) (\d+)([hv])(\d+)/g)].map(([, x, y, along, length]) => ({
    from: [Number(x) / 12, Number(y) / 12],
    along: along as 'h' | 'v',
    length: Number(length) / 12,
  }));
}

/** Squares that have a line on each of their four sides. */
function closedSquares(lines: readonly Line[]): number {
  const has = (along: 'h' | 'v', x: number, y: number) =>
    lines.some(({ from: [fx, fy], along: own, length }) =>
      own !== along ? false : along === 'h' ? y === fy && x < fx + length : x === fx && y < fy + length,
    );
  let closed = 0;
  for (let y = 0; y < 16; y += 1) {
    for (let x = 0; x < 26; x += 1) {
      if (has('h', x, y) && has('h', x, y + 1) && has('v', x, y) && has('v', x + 1, y)) closed += 1;
    }
  }
  return closed;
}

describe('the squares before anything is learnt', () => {
  it('are as many as there are questions', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 416 }), (count) => closedSquares(linesFor(count)) === count));
  });

  it.each([0, 417, 10_000])('are not drawn for %i', (count) => {
    expect(linesFor(count)).toEqual([]);
  });
});
