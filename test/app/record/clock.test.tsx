// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordState } from '../../../src/app/store/record/record-state.ts';
import { createStores } from '../../../src/app/store/stores.tsx';
import type { Timestamp } from '../../../src/core/model/id.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { showingId } from '../../core/ids.ts';
import { openApp, portsOf } from '../study-builders.tsx';
import { dayMs, one, openTab, start, two } from './clock-tab.tsx';

const minuteMs = 60_000;
const twoYearsMs = 730 * dayMs;

afterEach(cleanup);

/** What the learner does who says that the dates were right. */
function takeBackAll({ corrections, takeBackCorrection }: RecordState): void {
  for (const correction of corrections) takeBackCorrection(correction);
}

describe('after a session under a clock two years ahead', () => {
  async function wrongSession() {
    const store = createMemoryStore();
    const tab = await openTab({ store, tab: 'wrong' }, start + twoYearsMs);
    tab.answer(one, 3);
    tab.answer(two, 1);
    tab.state().setting('minutesPerDay', 30);
    tab.state().register({ t: 'suspend', card: one, value: true });
    await tab.saved();
    return { store, tab };
  }

  it('the next start counts its answers for today', async () => {
    const { store } = await wrongSession();
    const { state } = await openTab({ store, tab: 'right' }, start);
    expect([state().cards.get(one)?.lastDay, state().cards.get(two)?.due]).toEqual([state().today(), state().today()]);
    expect(state().corrections).toMatchObject([{ entries: 4, answers: 2 }]);
  });

  it('settings and suspensions of the next start win over its own, also after another start', async () => {
    const { store } = await wrongSession();
    const right = await openTab({ store, tab: 'right' }, start);
    right.state().setting('minutesPerDay', 10);
    right.state().register({ t: 'suspend', card: one, value: false });
    await right.saved();
    const { state } = await openTab({ store, tab: 'later' }, start + dayMs);
    expect([state().settings.minutesPerDay, state().cards.get(one)?.suspended]).toEqual([10, false]);
    expect(state().corrections).toHaveLength(1);
  });

  it('the same tab goes on in the right time as soon as the clock is right', async () => {
    const { tab } = await wrongSession();
    tab.time.now = start;
    tab.state().setting('minutesPerDay', 10);
    tab.answer(two, 1);
    expect(tab.state().settings.minutesPerDay).toBe(10);
    expect(tab.state().cards.get(two)).toMatchObject({ due: tab.state().today(), lastAt: start });
  });

  it('numbers of every log are contiguous, and each entry is stored once', async () => {
    const { store, tab } = await wrongSession();
    tab.time.now = start;
    tab.answer(two, 3);
    await tab.saved();
    const { entries } = await store.readFrom(null);
    const places = entries.map(({ log, n }) => `${log}:${n}`);
    expect(new Set(places).size).toBe(places.length);
    for (const { log, n } of entries) expect(n === 1 || places.includes(`${log}:${n - 1}`)).toBe(true);
    expect(tab.state().entries).toBe(entries.length);
  });

  it('a learner whose clock is wrong only now takes the correction back', async () => {
    const { store } = await wrongSession();
    const { state } = await openTab({ store, tab: 'right' }, start);
    takeBackAll(state());
    expect(state().cards.get(one)?.lastAt).toBeGreaterThan(start + dayMs);
    expect(state().today() - (state().cards.get(one)?.lastDay ?? 0)).toBe(0);
  });

  it('Today tells about it', async () => {
    const { store } = await wrongSession();
    openApp('/', { store, tab: 'right' });
    expect(await screen.findByRole('region', { name: 'Times were corrected' })).toHaveTextContent(
      /clock was wrong for a while\. 2 of your answers and 2 other entries were dated November 22, 2028/,
    );
  });
});

describe('a clock that is a few hours ahead', () => {
  it('gives the day no second allowance of new cards', async () => {
    const store = createMemoryStore();
    const ahead = await openTab({ store, tab: 'ahead' }, start + 20 * 60 * minuteMs);
    ahead.answer(one);
    await ahead.saved();
    const { state, answer } = await openTab({ store, tab: 'right' }, start);
    answer(two);
    expect([state().cards.get(one)?.firstDay, state().cards.get(two)?.firstDay]).toEqual([
      state().today(),
      state().today(),
    ]);
  });
});

describe('a day', () => {
  it('goes on past four in the morning while a run does', async () => {
    const { answer, state, time } = await openTab({ tab: 'night' }, Date.UTC(2026, 10, 24, 3, 55));
    answer(one, 1);
    time.now += 7 * minuteMs;
    answer(one, 1);
    time.now += 4 * minuteMs;
    answer(one, 3);
    expect(state().cards.get(one)).toMatchObject({ lapses: 0, reps: 3 });
    expect(state().cards.get(one)?.firstDay).toBe(state().cards.get(one)?.lastDay);
    time.now += 40 * minuteMs;
    expect(state().today() - (state().cards.get(one)?.lastDay ?? 0)).toBe(1);
  });

  it('is the same after a flight west: what was new counts, what was forgotten is due', async () => {
    const { answer, state, time } = await openTab({ tab: 'flight' }, Date.UTC(2026, 10, 24, 2));
    time.offsetMinutes = 600;
    answer(one, 1);
    time.now += 12 * 60 * minuteMs;
    time.offsetMinutes = -480;
    expect([state().cards.get(one)?.firstDay, state().cards.get(one)?.due]).toEqual([state().today(), state().today()]);
  });
});

describe('a clock that is later than the server', () => {
  async function askedTab() {
    const store = createMemoryStore();
    const before = await openTab({ store, tab: 'before' }, start);
    before.answer(one);
    await before.saved();
    const ports = portsOf({ store, tab: 'doubtful' });
    ports.time.now = start + twoYearsMs;
    ports.time.server = (start + dayMs) as Timestamp;
    const { record } = createStores(ports);
    await record.getState().open();
    await expect.poll(() => record.getState().clock.doubt?.kind).toBe('ahead');
    return { state: () => record.getState(), time: ports.time };
  }

  it('is asked about, and believed when the learner says so', async () => {
    const { state } = await askedTab();
    state().judgeClock(true);
    state().answer({ card: two, rev: 'r', r: 3, took: 1, at: showingId('x') });
    expect(state().cards.get(two)?.lastAt).toBe(start + twoYearsMs);
  });

  it('is put right for this tab when the learner says that it is wrong, with what was answered meanwhile', async () => {
    const { state } = await askedTab();
    state().answer({ card: two, rev: 'r', r: 3, took: 1, at: showingId('x') });
    state().judgeClock(false);
    state().answer({ card: one, rev: 'r', r: 3, took: 1, at: showingId('y') });
    const lastAts = [one, two].map((card) => Math.round(((state().cards.get(card)?.lastAt ?? 0) - start) / dayMs));
    expect(lastAts).toEqual([1, 1]);
  });

  it('is left as it is once the device’s clock is right again', async () => {
    const { state, time } = await askedTab();
    state().judgeClock(false);
    time.now = start + dayMs + minuteMs;
    state().checkClock();
    state().answer({ card: two, rev: 'r', r: 3, took: 1, at: showingId('x') });
    expect(state().cards.get(two)?.lastAt).toBe(time.now);
  });

  it('is no question any more when it was set before the learner answers', async () => {
    const { state, time } = await askedTab();
    time.now = start + dayMs + minuteMs;
    state().judgeClock(false);
    state().answer({ card: two, rev: 'r', r: 3, took: 1, at: showingId('x') });
    expect([one, two].map((card) => state().cards.get(card)?.lastAt)).toEqual([start, time.now]);
  });

  it('is asked about no longer when it was set before the tab is looked at', async () => {
    const { state, time } = await askedTab();
    time.now = start + dayMs + minuteMs;
    state().checkClock();
    expect(state().clock.doubt).toBeNull();
  });

  it('nobody is asked after a pause of two weeks that the server confirms', async () => {
    const store = createMemoryStore();
    const before = await openTab({ store, tab: 'before' }, start);
    before.answer(one);
    await before.saved();
    const ports = portsOf({ store, tab: 'after' });
    ports.time.now = start + 14 * dayMs;
    ports.time.server = ports.time.now as Timestamp;
    const { record } = createStores(ports);
    await record.getState().open();
    await Promise.resolve();
    expect(record.getState().clock.doubt).toBeNull();
  });
});
