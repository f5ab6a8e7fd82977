import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/app/store/plan-store.ts';
import { backupText, planRestore } from '../../../src/app/store/record/backup.ts';
import { createStores, type Stores } from '../../../src/app/store/stores.tsx';
import { entryIdOf } from '../../../src/core/model/log/log.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { cardId, packId, showingId } from '../../core/ids.ts';
import { choice, inPack, type PortOptions, portsOf, type TestPack } from '../study-builders.tsx';

/** Three packs whose questions have the same names, too. */
const packs: readonly TestPack[] = ['demo', 'other', 'third'].map((id) => ({
  id,
  title: id,
  questions: [inPack(id, choice('one')), inPack(id, choice('two'))],
}));

async function openStores(options: PortOptions = {}): Promise<Stores> {
  const stores = createStores(portsOf({ packs, ...options }));
  await Promise.all([stores.record.getState().open(), stores.decks.getState().loadIndexes()]);
  return stores;
}

function answer({ record }: Stores, card: string): void {
  const at = showingId(`showing of ${card}`);
  record.getState().answer({ card: cardId(card), rev: 'rev1', r: 3, took: 1, at });
}

const off = (stores: Stores, ...ids: readonly string[]) => {
  for (const id of ids) stores.record.getState().switchPack(packId(id), false);
};
const planned = (stores: Stores) => [...planOf(stores).current().set.cards].sort();

describe('the record of several packs', () => {
  it('keeps questions of one name in two packs apart', async () => {
    const stores = await openStores();
    answer(stores, 'other/one');
    const { cards } = stores.record.getState();
    expect(['demo/one', 'other/one', 'third/one'].map((card) => cards.get(cardId(card))?.reps)).toEqual([
      undefined,
      1,
      undefined,
    ]);
  });

  it('plans the others without the pack that is off, and all again when it is on', async () => {
    const stores = await openStores();
    off(stores, 'other');
    const without = planned(stores);
    stores.record.getState().switchPack(packId('other'), true);
    expect([without, planned(stores).length]).toEqual([['demo/one', 'demo/two', 'third/one', 'third/two'], 6]);
  });

  it('keeps what was done with a pack that is off: its cards come back with their days', async () => {
    const stores = await openStores();
    answer(stores, 'other/one');
    const before = stores.record.getState().cards.get(cardId('other/one'));
    off(stores, 'other');
    stores.record.getState().switchPack(packId('other'), true);
    expect(stores.record.getState().cards.get(cardId('other/one'))).toEqual(before);
  });

  it('switches back when the entry that switched is taken back', async () => {
    const stores = await openStores();
    off(stores, 'demo');
    const [entry] = stores.record.getState().recent();
    if (entry !== undefined) stores.record.getState().undo(entryIdOf(entry));
    expect(stores.record.getState().packs.size).toBe(0);
  });

  it('hears of a switch that another tab has turned', async () => {
    const store = createMemoryStore();
    let tell = () => {};
    const subscribe = (listener: () => void) => {
      tell = listener;
      return () => {};
    };
    const tabs = { announce: () => {}, subscribe };
    const here = await openStores({ store, tabs, tab: 'here' });
    const there = await openStores({ store, tab: 'there' });
    off(there, 'third');
    await expect.poll(() => there.record.getState().save).toBe('saved');
    tell();
    await expect.poll(() => planned(here).length).toBe(4);
  });

  it('takes switches along in a backup, together with packs that are not here', async () => {
    const here = await openStores({ tab: 'here' });
    off(here, 'other', 'elsewhere');
    answer(here, 'elsewhere/one');
    const text = await backupText(here.record, portsOf().clock);
    const there = await openStores({ tab: 'there' });
    await there.record.getState().merge((await planRestore(there.record, text)).entries);
    expect([[...there.record.getState().packs], planned(there).length]).toEqual([
      [
        ['other', false],
        ['elsewhere', false],
      ],
      4,
    ]);
  });
});
