// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createStores } from '../../../src/app/store/stores.tsx';
import type { Timestamp } from '../../../src/core/model/id.ts';
import type { LogStore } from '../../../src/core/model/log/log-store.ts';
import type { Tabs } from '../../../src/core/model/tabs.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { cardId, showingId } from '../../core/ids.ts';
import { openApp, type PortOptions, portsOf } from '../study-builders.tsx';

const one = cardId('demo/one');
const dayMs = 24 * 60 * 60 * 1000;
const start = portsOf().time.now;
const ahead = start + 730 * dayMs;

afterEach(cleanup);

interface TabOptions extends PortOptions {
  readonly now: number;
  readonly server?: number;
}

async function openTab({ server, ...options }: TabOptions) {
  const ports = portsOf(options);
  if (server !== undefined) ports.time.server = server as Timestamp;
  const { record } = createStores(ports);
  await record.getState().open();
  let showings = 0;
  return {
    time: ports.time,
    state: () => record.getState(),
    answer: () =>
      record.getState().answer({ card: one, rev: 'r', r: 3, took: 1, at: showingId(`${options.tab}-${showings++}`) }),
    lastAt: () => record.getState().cards.get(one)?.lastAt,
    saved: () => expect.poll(() => record.getState().save).toBe('saved'),
    takeBack: () => {
      for (const correction of record.getState().corrections) record.getState().takeBackCorrection(correction);
    },
  };
}

/** A store with one answer a day, the last of them on the day of `last`. */
async function studied(last: number, days = 1): Promise<LogStore> {
  const store = createMemoryStore();
  for (let day = days - 1; day >= 0; day -= 1) {
    const tab = await openTab({ store, tab: `day-${day}`, now: last - day * dayMs });
    tab.answer();
    await tab.saved();
  }
  return store;
}

/** Tabs of one browser: each hears of what the others saved, once they are told. */
function linkedTabs(): Tabs & { tell(): void } {
  const listeners = new Set<() => void>();
  return {
    announce: () => {},
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    tell: () => {
      for (const listener of listeners) listener();
    },
  };
}

describe('a correction of times', () => {
  async function corrected() {
    const store = await studied(ahead);
    const tab = await openTab({ store, tab: 'corrects', now: start });
    await tab.saved();
    return store;
  }

  it('is known at every later start, with what it moved', async () => {
    const { state } = await openTab({ store: await corrected(), tab: 'later', now: start + dayMs });
    expect(state().corrections).toMatchObject([
      { entries: 1, answers: 1, dated: { last: ahead }, counted: { last: start - 1 } },
    ]);
  });

  it('is taken back at a later start', async () => {
    const tab = await openTab({ store: await corrected(), tab: 'later', now: start + dayMs });
    tab.takeBack();
    expect([tab.lastAt(), tab.state().corrections]).toEqual([ahead, []]);
  });

  it('that was taken back is not made again by the next start, which asks', async () => {
    const store = await corrected();
    const tab = await openTab({ store, tab: 'later', now: start + dayMs });
    tab.takeBack();
    await tab.saved();
    const next = await openTab({ store, tab: 'next', now: start + 2 * dayMs, server: start + 2 * dayMs });
    expect([next.lastAt(), next.state().clock.doubt?.kind]).toEqual([ahead, 'behind']);
  });

  it('that was taken back is made once more, and holds, when the learner says that the clock is right', async () => {
    const store = await corrected();
    const tab = await openTab({ store, tab: 'later', now: start + dayMs });
    tab.takeBack();
    await tab.saved();
    const next = await openTab({ store, tab: 'next', now: start + 2 * dayMs });
    next.state().judgeClock(true);
    await next.saved();
    const last = await openTab({ store, tab: 'last', now: start + 3 * dayMs });
    expect([last.lastAt(), last.state().clock.doubt]).toEqual([start + 2 * dayMs - 1, null]);
  });

  it('that was made before the clock was put forward again is taken back without a word on the clock', async () => {
    const store = await corrected();
    const tab = await openTab({ store, tab: 'later', now: ahead + dayMs, server: ahead + dayMs });
    tab.takeBack();
    expect([tab.lastAt(), tab.state().clock.shiftedTo]).toEqual([ahead, null]);
  });
});

describe('two tabs that correct the same times', () => {
  async function bothCorrected(tabs: Tabs) {
    const store = await studied(ahead);
    const [first, second] = await Promise.all([
      openTab({ store, tab: 'first', now: start, tabs }),
      openTab({ store, tab: 'second', now: start + 400, tabs }),
    ]);
    await first.saved();
    await second.saved();
    return { store, first, second };
  }

  it('are one correction, taken back as one', async () => {
    const { store } = await bothCorrected(linkedTabs());
    const tab = await openTab({ store, tab: 'third', now: start + 1000 });
    expect(tab.state().corrections).toHaveLength(1);
    tab.takeBack();
    expect(tab.lastAt()).toBe(ahead);
  });

  it('lose it together, although the one that takes it back does not know of the other', async () => {
    const { store, first } = await bothCorrected(linkedTabs());
    first.takeBack();
    await first.saved();
    const third = await openTab({ store, tab: 'third', now: start + 1000 });
    expect([third.lastAt(), third.state().corrections]).toEqual([ahead, []]);
  });

  it('the other one asks, and does not correct them again', async () => {
    const tabs = linkedTabs();
    const { first, second } = await bothCorrected(tabs);
    first.takeBack();
    await first.saved();
    tabs.tell();
    await expect.poll(() => second.state().corrections).toEqual([]);
    second.answer();
    expect(second.state().clock.doubt?.kind).toBe('behind');
    expect(second.lastAt()).toBeGreaterThanOrEqual(ahead);
  });
});

describe('a short record and a clock that says a day months before', () => {
  const behind = start - 150 * dayMs;

  it.each([2, 3, 13])('of %i days: the learner is asked before anything moves', async (days) => {
    const tab = await openTab({ store: await studied(start, days), tab: 'behind', now: behind });
    expect([tab.lastAt(), tab.state().clock.doubt?.kind]).toEqual([start, 'behind']);
  });

  it('is moved without a question when the server says that the clock is right, and can be taken back', async () => {
    const tab = await openTab({ store: await studied(start, 2), tab: 'right', now: behind, server: behind });
    await expect.poll(() => tab.state().corrections).toHaveLength(1);
    tab.takeBack();
    expect(tab.lastAt()).toBe(start);
  });

  it('is left, and the clock not followed, when the server knows better', async () => {
    const tab = await openTab({ store: await studied(start, 2), tab: 'wrong', now: behind, server: start + dayMs });
    await expect.poll(() => tab.state().clock.shiftedTo).toBe(start);
    expect(tab.lastAt()).toBe(start);
  });
});

describe('a first visit under a clock years behind', () => {
  const behind = start - 7 * 365 * dayMs;

  it('counts for the day on which the clock is right again, and nobody is asked', async () => {
    const tab = await openTab({ store: await studied(behind), tab: 'right', now: start });
    expect([tab.lastAt(), tab.state().clock.doubt]).toEqual([start - 1, null]);
  });

  it('raises no question in the tab in which the clock was set', async () => {
    const tab = await openTab({ tab: 'set', now: behind });
    tab.answer();
    tab.time.now = start;
    tab.state().checkClock();
    await Promise.resolve();
    expect([tab.lastAt(), tab.state().clock.doubt]).toEqual([start - 1, null]);
  });

  it('stands in the past again when the learner takes the correction back, also after a reload', async () => {
    const store = await studied(behind);
    const tab = await openTab({ store, tab: 'right', now: start });
    tab.takeBack();
    await tab.saved();
    const next = await openTab({ store, tab: 'next', now: start + dayMs });
    expect([next.lastAt(), next.state().corrections]).toEqual([behind, []]);
  });
});

describe('the screens', () => {
  it('Today tells of a correction at every start until the learner closes it', async () => {
    const store = await studied(ahead);
    openApp('/', { store, tab: 'first' });
    await screen.findByRole('region', { name: 'Times were corrected' });
    cleanup();
    const { user } = openApp('/', { store, tab: 'second' });
    const notice = await screen.findByRole('region', { name: 'Times were corrected' });
    await user.click(within(notice).getByRole('button', { name: 'Close' }));
    cleanup();
    const { stores } = openApp('/', { store, tab: 'third' });
    await expect.poll(() => stores.record.getState().opening).toBe('open');
    expect(screen.queryByRole('region', { name: 'Times were corrected' })).toBeNull();
  });

  it('the settings list what holds, and take it back', async () => {
    const store = await studied(ahead);
    openApp('/', { store, tab: 'first' });
    await screen.findByRole('region', { name: 'Times were corrected' });
    cleanup();
    const { user } = openApp('/settings', { store, tab: 'second' });
    const list = await screen.findByRole('region', { name: 'Corrected times' });
    expect(list).toHaveTextContent(/1 of your answers was dated November 22, 2028.*now dated November 23, 2026/);
    await user.click(within(list).getByRole('button', { name: 'Take back' }));
    expect(list).toHaveTextContent(/Taken back.*In this tab your answers count from November 22, 2028/);
  });
});
