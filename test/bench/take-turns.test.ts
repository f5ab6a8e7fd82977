import { describe, expect, it } from 'vitest';
import { createTurns } from './take-turns.ts';

/** Loops that take these times one after another, and then always 10 ms. */
function loopsOf(...times: readonly number[]): () => number {
  const left = [...times];
  return () => left.shift() ?? 10;
}

function counting() {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
}

describe('taking turns', () => {
  it('runs all sides in each round, after one round that only warms up', async () => {
    const order: string[] = [];
    const side = (name: string) => () => order.push(name);
    await createTurns(2, loopsOf()).take({ floor: side('floor'), ours: side('ours') });
    expect(order).toEqual(['floor', 'ours', 'floor', 'ours', 'floor', 'ours']);
  });

  it('keeps what each side gave in the rounds that count', async () => {
    const { ours } = await createTurns(3, loopsOf()).take({ ours: counting() });
    expect(ours).toEqual([2, 3, 4]);
  });

  it('repeats a round whose two loops differ by more than 15 %', async () => {
    const turns = createTurns(2, loopsOf(10, 12, 10, 11));
    const { ours } = await turns.take({ ours: counting() });
    expect(ours).toEqual([3, 4]);
    expect(turns.account()).toEqual({ rounds: 2, repeated: 1, unsteady: 0 });
  });

  it('gives up after as many repeats as there are rounds, and tells', async () => {
    const never = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? 10 : 20));
    const turns = createTurns(2, loopsOf(...never));
    const { ours } = await turns.take({ ours: counting() });
    expect(ours).toHaveLength(2);
    expect(turns.account()).toEqual({ rounds: 2, repeated: 2, unsteady: 2 });
  });
});
