import { describe, expect, it } from 'vitest';
import { sumOf } from '../../src/core/model/log/snapshot.ts';
import type { KeptSnapshot, SnapshotStore } from '../../src/io/storage/snapshot-store.ts';
import { logId } from '../core/ids.ts';

function snapshotOf(count: number): KeptSnapshot {
  const columns = { reps: Uint32Array.from({ length: count }, (_, at) => at), due: Int32Array.of(-1) };
  const position = { logs: ['a'].map(logId), counts: [count], highest: [count] };
  const unsigned = { format: 1, position, count, columns, texts: { cards: 'pack/one' }, tail: '[]' };
  return { snapshot: { ...unsigned, sum: sumOf(unsigned) }, segments: { last: count, count: 1 } };
}

/** What every store of the snapshot must do. `open` gives the same fresh place each time within a test. */
export function describeSnapshotStore(name: string, place: () => () => SnapshotStore): void {
  describe(`${name} as a store of the snapshot`, () => {
    it('has none at first', async () => {
      const open = place();
      expect(await open().read()).toBeNull();
    });

    it('gives back what was written last, as it was', async () => {
      const open = place();
      await open().write(snapshotOf(3));
      await open().write(snapshotOf(5));
      expect(await open().read()).toEqual(snapshotOf(5));
    });

    it('has none after dropping it, which may be done twice, and takes another', async () => {
      const open = place();
      await open().write(snapshotOf(3));
      await open().drop();
      await open().drop();
      expect(await open().read()).toBeNull();
      await open().write(snapshotOf(4));
      expect(await open().read()).toEqual(snapshotOf(4));
    });
  });
}
