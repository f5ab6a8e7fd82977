// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createStores } from '../../../src/app/store/stores.tsx';
import type { CardId, Timestamp } from '../../../src/core/model/id.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { logId, showingId } from '../../core/ids.ts';
import { portsOf } from '../study-builders.tsx';
import { dayMs, one, openTab, start, two } from './clock-tab.tsx';

afterEach(cleanup);

describe('a clock that is behind a record of many days', () => {
  async function tabBehind() {
    const store = createMemoryStore();
    for (let day = 0; day < 5; day += 1) {
      const tab = await openTab({ store, tab: `day${day}` }, start + day * dayMs);
      tab.answer(one);
      await tab.saved();
    }
    return openTab({ store, tab: 'behind' }, start);
  }

  it('is asked about before anything is moved', async () => {
    const { state } = await tabBehind();
    expect(state().clock).toMatchObject({ doubt: { kind: 'behind' } });
    expect(state().corrections).toEqual([]);
    state().judgeClock(false);
    state().answer({ card: two, rev: 'r', r: 3, took: 1, at: showingId('x') });
    expect(Math.round(((state().cards.get(two)?.lastAt ?? 0) - start) / dayMs)).toBe(4);
  });

  it('takes along what was answered while the question stood', async () => {
    const { state, answer } = await tabBehind();
    answer(two, 1);
    state().judgeClock(false);
    expect(Math.round(((state().cards.get(two)?.lastAt ?? 0) - start) / dayMs)).toBe(4);
    expect(state().cards.get(two)?.due).toBe(state().today());
  });
});

describe('a clock that says 1970', () => {
  async function afterTwoDays(server: Timestamp | null = null, said = 100 * dayMs) {
    const store = createMemoryStore();
    for (let day = 0; day < 2; day += 1) {
      const tab = await openTab({ store, tab: `day${day}` }, start + day * dayMs);
      tab.answer(one);
      await tab.saved();
    }
    const behind = portsOf({ store, tab: 'behind' });
    Object.assign(behind.time, { now: said, server });
    const { record } = createStores(behind);
    await record.getState().open();
    return { store, state: () => record.getState() };
  }
  const forget = (card: CardId) => ({ card, rev: 'r', r: 1, took: 1, at: showingId(`1970-${card}`) }) as const;

  it('is asked about and moves nothing, however short the record is', async () => {
    const { state } = await afterTwoDays();
    expect(state().clock).toMatchObject({ doubt: { kind: 'behind' } });
    expect(state().corrections).toEqual([]);
    expect(state().cards.get(one)?.lastAt).toBe(start + dayMs);
  });

  it('leaves what is written before the learner answers behind the record, also when the clock is right again', async () => {
    const { store, state } = await afterTwoDays();
    state().setting('minutesPerDay', 77);
    state().answer(forget(one));
    await expect.poll(() => state().save).toBe('saved');
    const right = await openTab({ store, tab: 'right' }, start + 2 * dayMs);
    expect(right.state().settings.minutesPerDay).toBe(77);
    expect(right.state().cards.get(one)).toMatchObject({ lastRating: 1, firstDay: right.state().today() - 2 });
    expect(right.state()).toMatchObject({ clock: { doubt: null }, corrections: [] });
  });

  it('is believed when the learner says so', async () => {
    const { state } = await afterTwoDays();
    state().judgeClock(true);
    expect(state().cards.get(one)?.lastAt).toBeLessThan(101 * dayMs);
  });

  it('or a date months ago takes its correction back when the server knows better', async () => {
    const { state } = await afterTwoDays((start + 2 * dayMs) as Timestamp, start - 100 * dayMs);
    await expect.poll(() => state().clock.shiftedTo).toBe(start + dayMs);
    expect(state().cards.get(one)?.lastAt).toBe(start + dayMs);
  });
});

describe('a backup with a time that is centuries ahead', () => {
  it.each([8.64e15, start + 900 * 366 * dayMs])('of %i is put right once', async (ms) => {
    const { state, answer } = await openTab({ tab: 'restored' }, start);
    const far = { v: 1, log: logId('far'), n: 1, ms: ms as Timestamp, c: 0, tz: 0 } as const;
    await state().merge([{ ...far, t: 'answer', card: one, rev: 'r', r: 3, took: 1, at: showingId('far') }]);
    answer(two);
    answer(two);
    expect([state().entries, state().cards.get(one)?.lastDay]).toEqual([4, state().today()]);
  });
});
