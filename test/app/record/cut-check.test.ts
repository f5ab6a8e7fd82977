import { describe, expect, it } from 'vitest';
import { createStores } from '../../../src/app/store/stores.tsx';
import { cardId } from '../../core/ids.ts';
import { goodReport, openedRecord, portsOf } from '../study-builders.tsx';
import { answerTo, cutRecord, logOf, past, snapshotOf, storeOf } from './cut-record.ts';
import { factsOf, openTab, three } from './cut-tab.ts';

describe('what is looked at once the first card is there', () => {
  it('waits until then; its report is told, and what it found is taken', async () => {
    const found = logOf('found', [[1, answerTo('two', 'found')]]);
    const store = await storeOf(past);
    const kept: object[] = [];
    const record = await cutRecord(store, {
      verify: async () => ({ ...goodReport, healed: 1, found, isSnapshotRight: true }),
      keepSnapshot: async (folding) => void kept.push(folding),
    });
    let look = async () => {};
    const whenIdle = (work: () => Promise<void>) => {
      look = work;
    };
    const { record: live } = createStores(portsOf({ store, openRecord: async () => record, whenIdle }));
    await live.getState().open();
    expect(live.getState()).toMatchObject({
      opening: 'open',
      report: null,
      recordedBefore: true,
      entries: past.length,
    });
    expect(kept).toEqual([]);
    await look();
    expect(kept).toMatchObject([{ desiredRetention: 0.9 }]);
    expect(live.getState()).toMatchObject({ report: { healed: 1 }, entries: past.length + 1 });
    expect(live.getState().cards.get(cardId('demo/two'))?.reps).toBe(4);
  });

  it('of a snapshot that was wrong nothing is left', async () => {
    const real = past.slice(0, 5);
    const { record } = await openTab(
      (store) =>
        cutRecord(store, {
          snapshot: snapshotOf(past),
          verify: async () => ({ ...goodReport, found: [], isSnapshotRight: false }),
        }),
      real,
    );
    await expect.poll(() => record.getState().entries).toBe(real.length);
    expect(record.getState().cards.has(three)).toBe(false);
  });

  it('one that is damaged is not believed at all', async () => {
    const damaged = { ...snapshotOf(past), count: 3 };
    const whole = await openTab((store) => openedRecord(store));
    const cut = await openTab((store) => cutRecord(store, { snapshot: damaged }));
    expect(await factsOf(cut)).toEqual(await factsOf(whole));
  });
});
