import { describe, expect, it } from 'vitest';
import { cutShards } from '../../../src/core/deck/cut-shards.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('cutShards', () => {
  it.each([
    [0, []],
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
    [120, [50, 50, 20]],
  ])('cuts %i questions into shards of %j, in their order', (count, lengths) => {
    const shards = cutShards(numbers(count));
    expect([shards.map(({ length }) => length), shards.flat()]).toEqual([lengths, numbers(count)]);
  });
});
