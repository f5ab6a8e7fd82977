// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { choice, decksOfPacks, note, type OpenedApp, openApp } from '../study-builders.tsx';

afterEach(cleanup);

/** Opens the app where it has been studied in before, and counts its reloads. */
function openWithUpdate(path: string): { readonly app: OpenedApp; readonly reloads: () => number } {
  const decks = decksOfPacks([{ id: 'demo', questions: [choice('one')], notes: [note()] }]);
  const app = openApp(path, { decks, marks: { started: '1' } });
  let reloads = 0;
  act(() => app.stores.update.getState().offer(() => reloads++));
  return { app, reloads: () => reloads };
}

const notice = () => screen.queryByRole('region', { name: 'Update' });
const said = () => document.getElementById('status')?.textContent;

describe('a new version', () => {
  it('is not spoken of before it is kept', async () => {
    openApp('/', { questions: [choice('one')], marks: { started: '1' } });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('button', { name: 'Reload' })).toBeNull();
  });

  it.each([
    '/',
    '/settings',
    '/search?q=port',
    '/notes',
    '/notes/demo/ports',
    '/marked',
    '/help',
    '/help/keyboard',
    '/x',
  ])('is offered at %s', async (path) => {
    openWithUpdate(path);
    expect(await screen.findByRole('region', { name: 'Update' })).toBeVisible();
    await screen.findByRole('heading', { level: 1 });
    expect(screen.getAllByRole('region', { name: 'Update' })).toHaveLength(1);
  });

  it('is told to who does not see it', async () => {
    openWithUpdate('/settings');
    await waitFor(() => expect(document.getElementById('status')).toHaveTextContent('A new version is ready.'));
  });

  it('is offered on Today, and taken when the learner says so', async () => {
    const { app, reloads } = openWithUpdate('/');
    await app.user.click(await screen.findByRole('button', { name: 'Reload' }));
    expect(reloads()).toBe(1);
  });

  it('can wait', async () => {
    const { app, reloads } = openWithUpdate('/');
    await app.user.click(await screen.findByRole('button', { name: 'Later' }));
    expect([notice(), reloads()]).toEqual([null, 0]);
  });

  it('does not interrupt the first card of all', async () => {
    const app = openApp('/', { questions: [choice('one')] });
    act(() => app.stores.update.getState().offer(() => {}));
    expect([notice(), said()]).toEqual([null, '']);
  });

  it('is offered when the cards of the session are done', async () => {
    const { app } = openWithUpdate('/review');
    await screen.findByRole('button', { name: 'Check answer' });
    app.wait();
    await app.user.keyboard('a{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: 'Update' })).toBeVisible();
  });

  it('is offered where nothing is ready, and where a question is not known', async () => {
    for (const [path, words] of [
      ['/review', /^Nothing is ready/],
      ['/q/demo/gone', 'Nothing is here'],
    ] as const) {
      const app = openApp(path, { questions: [], marks: { started: '1' } });
      act(() => app.stores.update.getState().offer(() => {}));
      await screen.findByRole('heading', { name: words });
      expect(notice()).toBeVisible();
      cleanup();
    }
  });

  it.each(['/review', '/q/demo/one', '/practice?cards=demo/one'])('does not interrupt a card at %s', async (path) => {
    openWithUpdate(path);
    await screen.findByRole('button', { name: 'Check answer' });
    expect([notice(), said()]).toEqual([null, '']);
  });
});
