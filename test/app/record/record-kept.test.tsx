// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { choice, type OpenedApp, openApp } from '../study-builders.tsx';

afterEach(cleanup);

interface AskedApp extends OpenedApp {
  /** How often the browser was asked to keep the record. */
  asked(): number;
}

/** A review of two cards in a browser that gives this answer when it is asked. */
async function openReview(promise: boolean | null): Promise<AskedApp> {
  let asked = 0;
  const persist = async () => {
    asked += 1;
    return promise;
  };
  const app = openApp('/review', { marks: { started: '1' }, questions: [choice('one'), choice('two')], persist });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  app.wait();
  return { ...app, asked: () => asked };
}

async function answer({ user, wait }: OpenedApp): Promise<void> {
  await user.keyboard('a{Enter}');
  wait();
  await user.keyboard('{Enter}');
  wait();
}

const summary = () => screen.findByRole('heading', { level: 1, name: /2 cards in/ });

describe('keeping the record for good', () => {
  it.each([true, false, null])('is asked for once, after the first finished session (%s)', async (promise) => {
    const app = await openReview(promise);
    await answer(app);
    expect(app.asked()).toBe(0);
    await answer(app);
    await summary();
    await waitFor(() => expect(app.stores.record.getState().persisted).toBe(promise));
    expect(app.asked()).toBe(1);
    await app.user.keyboard('u');
    app.wait();
    await app.user.keyboard('{Enter}');
    await summary();
    expect(app.asked()).toBe(1);
  });

  it.each([
    [true, 'The browser has promised not to delete your data by itself.'],
    [false, /^The browser may delete your data when the disk is full .* Keep a backup\.$/],
    [null, /^This browser does not say whether it keeps your data for good\. Keep a backup\.$/],
  ])('is told in Settings when the browser says %s', async (promise, words) => {
    const app = await openReview(promise);
    act(() => navigate('/settings'));
    expect(await screen.findByText(/^After your first session the browser is asked/)).toBeVisible();
    act(() => navigate('/review'));
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    app.wait();
    await answer(app);
    await answer(app);
    await summary();
    act(() => navigate('/settings'));
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByText(/^After your first session/)).toBeNull();
    expect(screen.queryAllByRole('button', { name: 'Ask the browser to keep it' })).toHaveLength(promise ? 0 : 1);
  });
});
