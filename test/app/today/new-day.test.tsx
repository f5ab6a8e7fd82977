// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { showingId } from '../../core/ids.ts';
import { demoCard } from '../card/question-base.ts';
import { choice, type OpenedApp, openApp } from '../study-builders.tsx';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const marks = { started: '1' };
const hourMs = 3_600_000;
const four = Date.UTC(2026, 10, 24, 4);

/** Today after all cards of the day, "You're up to date" on screen. */
async function upToDate(): Promise<OpenedApp> {
  const app = openApp('/review', { marks, questions: [choice('one')] });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  app.wait();
  await app.user.keyboard('a{Enter}');
  app.wait();
  await app.user.keyboard('{Enter}');
  await app.user.click(await screen.findByRole('link', { name: 'Done' }));
  await screen.findByRole('heading', { name: 'You’re up to date' });
  return app;
}

const ready = () => screen.findByRole('heading', { name: /1 card ready/ });
/** As `findByRole`, where timers stand still. A busy machine may take its time. */
const shownUpToDate = () =>
  vi.waitFor(() => expect(screen.getByRole('heading', { name: 'You’re up to date' })).toBeVisible(), {
    timeout: 60_000,
  });
const later = 60 * 24 * hourMs;

describe('Today that is left open', () => {
  it.each(['visibilitychange', 'focus', 'pageshow'])('shows the new day after %s', async (type) => {
    const app = await upToDate();
    app.ports.time.now += later;
    act(() => void (type === 'visibilitychange' ? document : window).dispatchEvent(new Event(type)));
    expect(await ready()).toBeVisible();
  });

  it('shows the new day at 04:00 by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: false });
    const app = openApp('/', { marks, questions: [choice('one')], now: four - 10_000 });
    app.stores.record.getState().answer({ card: demoCard('one'), rev: 'rev1', r: 3, took: 1, at: showingId('x') });
    await shownUpToDate();
    const before = screen.getByText(/^Next cards/).textContent;
    app.ports.time.now = four + hourMs;
    act(() => void vi.advanceTimersByTime(10_000));
    expect(screen.getByText(/^Next cards/).textContent).not.toBe(before);
  });

  it('looks again every hour, since a timer may sleep with the device', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: false });
    const app = openApp('/', { marks, questions: [choice('one')], now: four + hourMs });
    app.stores.record.getState().answer({ card: demoCard('one'), rev: 'rev1', r: 3, took: 1, at: showingId('x') });
    await shownUpToDate();
    app.ports.time.now += later;
    act(() => void vi.advanceTimersByTime(hourMs));
    expect(screen.getByRole('heading', { name: /1 card ready/ })).toBeVisible();
  });

  it('lets the run of the day before go, and what was right in it counts', async () => {
    const app = openApp('/review', { marks, questions: ['one', 'two', 'three'].map(choice) });
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    app.wait();
    await app.user.keyboard('b{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    app.wait();
    await app.user.keyboard('a{Enter}');
    act(() => navigate('/'));
    await screen.findByRole('heading', { name: 'A review is under way' });
    app.ports.time.now += 24 * hourMs;
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(await screen.findByRole('heading', { name: /cards? ready/ })).toBeVisible();
    expect(app.stores.record.getState().recent()).toMatchObject([{ r: 1 }, { card: 'demo/two', r: 3 }]);
  });
});
