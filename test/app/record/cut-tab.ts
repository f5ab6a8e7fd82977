import { expect } from 'vitest';
import { planOf } from '../../../src/app/store/plan-store.ts';
import { createStores, type Stores } from '../../../src/app/store/stores.tsx';
import { type LogEntry, placeOf } from '../../../src/core/model/log/log-entry.ts';
import type { LogStore, OpenedRecord } from '../../../src/core/model/log/log-store.ts';
import { cardId } from '../../core/ids.ts';
import { portsOf } from '../study-builders.tsx';
import { past, storeOf } from './cut-record.ts';

export const three = cardId('demo/three');

export interface Tab extends Stores {
  readonly store: LogStore;
  /** Another tab has written. */
  hear(entries: readonly LogEntry[]): Promise<void>;
}

export async function openTab(open: (store: LogStore) => Promise<OpenedRecord>, entries = past): Promise<Tab> {
  const store = await storeOf(entries);
  let tell = () => {};
  const tabs = {
    announce: () => {},
    subscribe: (onChange: () => void) => {
      tell = onChange;
      return () => {};
    },
  };
  const stores = createStores(portsOf({ store, tabs, openRecord: () => open(store) }));
  await Promise.all([stores.record.getState().open(), stores.decks.getState().loadIndexes()]);
  const hear = async (added: readonly LogEntry[]) => {
    const before = stores.record.getState().entries;
    await store.append(added);
    tell();
    await expect.poll(() => stores.record.getState().entries).toBe(before + added.length);
  };
  return { ...stores, store, hear };
}

export async function factsOf({ record, plan, store }: Tab) {
  const { cards, registers, packs, settings, entries, corrections, clock, daysAfter, today } = record.getState();
  const whole = await record.getState().whole();
  return {
    cards: [...cards].sort(([a], [b]) => (a < b ? -1 : 1)),
    registers: [...registers].sort(),
    packs: [...packs],
    days: [today(), daysAfter(three, 3)],
    set: planOf({ plan }).current().set.cards,
    whole: whole.map(placeOf).sort(),
    saved: (await store.readFrom(null)).entries.map(placeOf).sort(),
    ...{ settings, entries, corrections, clock },
  };
}
