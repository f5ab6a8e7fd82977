import { describe, expect, it } from 'vitest';
import { backupText, planRestore } from '../../../src/app/store/record/backup.ts';
import { createStores, type Stores } from '../../../src/app/store/stores.tsx';
import type { Timestamp } from '../../../src/core/model/id.ts';
import { exportLog } from '../../../src/core/model/log/export-log.ts';
import { entryIdOf } from '../../../src/core/model/log/log.ts';
import { lineageOf } from '../../../src/core/scheduler/fold/lineage.ts';
import { cardId, logId, packId, questionId } from '../../core/ids.ts';
import { openedRecord, portsOf } from '../study-builders.tsx';
import { answerTo, cutRecord, logOf, opened, past, snapshotOf, storeOf } from './cut-record.ts';
import { factsOf, openTab, type Tab, three } from './cut-tab.ts';

/** Everything is forgotten in half the time. */
const ownMemory = 'fsrs-6 -0.693 0 0 0 0 812 2026-11-20';

/** What a record that starts from a snapshot comes to is what one comes to that has read everything. */
async function expectSame(act: (tab: Tab) => unknown, reads: number, entries = past): Promise<void> {
  const whole = await openTab((store) => openedRecord(store), entries);
  const records: Awaited<ReturnType<typeof cutRecord>>[] = [];
  const cut = await openTab(async (store) => {
    const record = await cutRecord(store);
    records.push(record);
    return record;
  }, entries);
  for (const tab of [whole, cut]) {
    await act(tab);
    await expect.poll(() => tab.record.getState().save).toBe('saved');
  }
  const wanted = await factsOf(whole);
  const [{ reads: read } = { reads: { count: 0 } }] = records;
  expect(read.count).toBe(reads);
  await expect.poll(() => factsOf(cut)).toEqual(wanted);
}

/** Something that others wait for. */
function hold(): { readonly until: Promise<void>; release(): void } {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { until, release: () => release() };
}

describe('a record that starts from a snapshot is the record, and reads all of it only to', () => {
  const other = answerTo('two', 'elsewhere');

  it.each<[string, number, (tab: Tab) => unknown]>([
    ['nothing, when nothing happens', 0, () => {}],
    ['nothing, for an answer and its undo', 0, ({ record }) => undoAnswer(record.getState())],
    ['nothing, for settings and switches', 0, ({ record }) => set(record.getState())],
    ['nothing, for what another tab writes', 0, ({ hear }) => hear(logOf('other', [[0, other]]))],
    ['undo what is older than its tail', 1, ({ record }) => record.getState().undo(entryIdOf(past[3]!))],
    ['fold by another retention', 1, ({ record }) => record.getState().setting('desiredRetention', 0.8)],
    ['fold by the learner’s own memory', 1, ({ record }) => record.getState().setting('parameters', ownMemory)],
    ['take what was made before its tail', 1, ({ hear }) => hear(logOf('late', [[18, answerTo('two', 'late')]]))],
    ['correct times before its tail', 1, ({ hear }) => hear(logOf('fix', [[0, fixOf('past', 1, 3)]]))],
  ])('%s', (_, reads, act) => expectSame(act, reads));

  function undoAnswer({ answer, undo }: ReturnType<Stores['record']['getState']>) {
    answer(answerTo('two', 'now'));
    undo(answer(answerTo('three', 'now, too', { r: 1 })));
  }

  function set({ setting, switchPack, register }: ReturnType<Stores['record']['getState']>) {
    setting('minutesPerDay', 30);
    switchPack(packId('other'), false);
    register({ t: 'suspend', card: three, value: true });
  }

  function fixOf(ref: string, from: number, to: number) {
    return { t: 'clock-fix', ref: logId(ref), from, to, delta: 3 * 24 * 3600 * 1000 } as const;
  }

  it('fold by another lineage, and not by the one that it was folded by', async () => {
    const renamed = [{ id: questionId('demo/three'), was: [questionId('demo/two')], rev: 'rev1' }];
    await expectSame(({ record }) => record.getState().follow(renamed), 1);
    const store = await storeOf(past);
    const record = await cutRecord(store, { snapshot: snapshotOf(past, lineageOf(renamed)) });
    const { record: live } = createStores(portsOf({ openRecord: async () => record }));
    await live.getState().open();
    const { revision } = live.getState();
    live.getState().follow(renamed);
    expect([record.reads.count, live.getState().revision]).toEqual([0, revision]);
  });
});

describe('what needs every entry gets every entry', () => {
  it('a backup is the same to the byte', async () => {
    const texts = [];
    for (const open of [openedRecord, cutRecord]) {
      const tab = await openTab((store) => open(store));
      tab.record.getState().answer(answerTo('one', 'unsaved'));
      texts.push(await backupText(tab.record, tab.ports.clock));
    }
    expect(texts[0]?.split('\n')).toHaveLength(past.length + 3);
    expect(texts[1]).toBe(texts[0]);
  });

  it('a backup has what no store has taken, however long ago it is dated', async () => {
    const many = logOf(
      'many',
      Array.from({ length: 2100 }, (_, n) => [4, answerTo('three', `many-${n}`)] as const),
    );
    const entries = [...past, ...many];
    const tab = await openTab((store) => cutRecord(store), entries);
    tab.store.append = () => Promise.reject(new Error('the disk is full'));
    const { answerPast, undo, whole } = tab.record.getState();
    answerPast(answerTo('one', 'unsaved'), (opened - 18 * 24 * 3600 * 1000) as Timestamp);
    undo(entryIdOf(past[3]!));
    await expect.poll(() => tab.record.getState().cards.get(cardId('demo/two'))?.lapses).toBe(0);
    expect(await whole()).toHaveLength(entries.length + 2);
  });

  it('a restore counts what is missing, and adds it once', async () => {
    const late = logOf('late', [[18, answerTo('two', 'late')]]);
    const text = exportLog([...past, ...late], { app: 'Sveska', made: '2026-11-23T12:00:00Z' });
    const restore = async ({ record }: Tab) => {
      const { added, entries } = await planRestore(record, text);
      expect(added).toBe(1);
      await record.getState().merge(entries);
    };
    const whole = await openTab((store) => openedRecord(store));
    const cut = await openTab((store) => cutRecord(store));
    for (const tab of [whole, cut]) await restore(tab);
    await expect.poll(() => factsOf(cut)).toEqual(await factsOf(whole));
  });

  it('what stands later than the clock is corrected before anything is shown', async () => {
    const ahead = [...past, ...logOf('ahead', [[-400, answerTo('one', 'ahead')]])];
    await expectSame(() => {}, 1, ahead);
    const { record } = await openTab((store) => cutRecord(store), ahead);
    expect(record.getState().corrections).toHaveLength(1);
  });
});

describe('while all of it is read', () => {
  it('the last that is known is shown, and the screens are told once', async () => {
    const store = await storeOf(past);
    const held = hold();
    const whole = await openedRecord(store);
    const record = await cutRecord(store, { readAll: () => held.until.then(() => whole.readAll()) });
    const { record: live } = await openTab(async () => record);
    const before = live.getState().cards.get(cardId('demo/two'));
    live.getState().undo(entryIdOf(past[3]!));
    live.getState().undo(entryIdOf(past[7]!));
    await expect.poll(() => live.getState().save).toBe('saved');
    expect(live.getState().cards.get(cardId('demo/two'))).toEqual(before);
    const { revision } = live.getState();
    held.release();
    await expect.poll(() => live.getState().revision).toBe(revision + 1);
    expect(live.getState().cards.get(cardId('demo/two'))).toMatchObject({ reps: 2, lapses: 0 });
    expect(live.getState().cards.get(three)?.reps).toBe(1);
  });

  it('what another tab writes meanwhile is not passed over', async () => {
    const held = hold();
    const { record, hear } = await openTab(async (store) => {
      const whole = await openedRecord(store);
      const readAll = async () => {
        const read = await whole.readAll();
        await held.until;
        return read;
      };
      return cutRecord(store, { readAll });
    });
    record.getState().undo(entryIdOf(past[3]!));
    await expect.poll(() => record.getState().save).toBe('saved');
    await hear(logOf('other', [[0, answerTo('three', 'elsewhere')]]));
    held.release();
    await expect.poll(() => record.getState().cards.get(cardId('demo/two'))?.lapses).toBe(0);
    expect(record.getState().cards.get(three)?.reps).toBe(3);
  });

  it('what is restored meanwhile is not passed over', async () => {
    const held = hold();
    let reads = 0;
    const { record } = await openTab(async (store) => {
      const whole = await openedRecord(store);
      const readAll = async () => {
        reads += 1;
        const read = await whole.readAll();
        if (reads === 1) await held.until;
        return read;
      };
      return cutRecord(store, { readAll });
    });
    record.getState().undo(entryIdOf(past[3]!));
    await expect.poll(() => record.getState().save).toBe('saved');
    const merging = record.getState().merge(logOf('backup', [[18, answerTo('three', 'restored')]]));
    await expect.poll(() => record.getState().entries).toBe(past.length + 2);
    held.release();
    await merging;
    expect(record.getState().entries).toBe(past.length + 2);
    expect(record.getState().cards.get(three)?.reps).toBe(3);
  });

  it('a reading that fails is tried again with the next change', async () => {
    let attempts = 0;
    const { record } = await openTab(async (store) => {
      const whole = await openedRecord(store);
      const readAll = async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('the database is gone');
        return whole.readAll();
      };
      return cutRecord(store, { readAll });
    });
    record.getState().undo(entryIdOf(past[3]!));
    await expect.poll(() => attempts).toBe(1);
    record.getState().answer(answerTo('one', 'next'));
    await expect.poll(() => record.getState().cards.get(cardId('demo/two'))?.reps).toBe(2);
  });
});
