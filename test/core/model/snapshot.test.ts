import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIntact, type Snapshot, sumOf } from '../../../src/core/model/log/snapshot.ts';
import { logId } from '../ids.ts';

function example(): Omit<Snapshot, 'sum'> {
  return {
    format: 1,
    position: { logs: ['a', 'b'].map(logId), counts: [3, 1], highest: [3, 2] },
    count: 4,
    columns: {
      stability: Float64Array.of(1.5, 0.25, Number.NaN),
      reps: Uint32Array.of(1, 2, 3),
      marks: Uint8Array.of(1, 0, 2),
    },
    texts: { cards: 'pack/one\npack/two', notes: '[]' },
    tail: '[{"t":"answer"}]',
  };
}

describe('the sum of a snapshot', () => {
  it('is the same for equal snapshots, also after cloning and whatever the order of the names', () => {
    const { columns, ...rest } = structuredClone(example());
    const turned = Object.fromEntries(Object.entries(columns).reverse());
    expect(sumOf({ ...rest, columns: turned })).toBe(sumOf(example()));
  });

  it('changes with every byte of a column', () => {
    for (const name of Object.keys(example().columns)) {
      const size = example().columns[name]?.byteLength ?? 0;
      fc.assert(
        fc.property(fc.nat({ max: size - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
          const damaged = example();
          const column = damaged.columns[name]!;
          const bytes = new Uint8Array(column.buffer);
          bytes[at] = (bytes[at] ?? 0) ^ flip;
          expect(sumOf(damaged)).not.toBe(sumOf(example()));
        }),
      );
    }
  });

  it('changes with every character of a text, and with what a snapshot stands for', () => {
    const whole = example();
    const others: Omit<Snapshot, 'sum'>[] = [
      { ...whole, format: 2 },
      { ...whole, count: 5 },
      { ...whole, position: { ...whole.position, counts: [3, 2] } },
      { ...whole, texts: { ...whole.texts, notes: '[ ]' } },
      { ...whole, texts: { cards: whole.texts.cards!, note: '[]' } },
      { ...whole, columns: { ...whole.columns, reps: Uint32Array.of(1, 2) } },
    ];
    for (let at = 0; at < whole.tail.length; at += 1) {
      others.push({ ...whole, tail: `${whole.tail.slice(0, at)}#${whole.tail.slice(at + 1)}` });
    }
    expect(others.filter((other) => sumOf(other) === sumOf(whole))).toEqual([]);
  });

  it('is the same for a column that lies at an odd place in memory', () => {
    const { columns, ...rest } = example();
    const marks = new Uint8Array(8).subarray(1, 4);
    marks.set(columns.marks as Uint8Array);
    expect(sumOf({ ...rest, columns: { ...columns, marks } })).toBe(sumOf(example()));
  });
});

describe('a snapshot', () => {
  it('is intact when it has its own sum, however often it is asked for, and not with another', () => {
    const whole = { ...example(), sum: sumOf(example()) };
    expect([isIntact(whole), isIntact(whole)]).toEqual([true, true]);
    expect(isIntact({ ...whole, count: 5 })).toBe(false);
    expect(isIntact({ ...whole, sum: whole.sum ^ 1 })).toBe(false);
  });
});
