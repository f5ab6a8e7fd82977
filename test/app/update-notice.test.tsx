// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { choice, type OpenedApp, openApp } from './study-builders.tsx';

afterEach(cleanup);

/** Opens the app where it has been studied in before, and counts its reloads. */
function openWithUpdate(path: string): { readonly app: OpenedApp; readonly reloads: () => number } {
  const app = openApp(path, { questions: [choice('one')], marks: { started: '1' } });
  let reloads = 0;
  act(() => app.stores.update.getState().offer(() => reloads++));
  return { app, reloads: () => reloads };
}

describe('a new version', () => {
  it('is not spoken of before it is kept', async () => {
    openApp('/', { questions: [choice('one')], marks: { started: '1' } });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('button', { name: 'Reload' })).toBeNull();
  });

  it('is offered on Today, and taken when the learner says so', async () => {
    const { app, reloads } = openWithUpdate('/');
    await app.user.click(await screen.findByRole('button', { name: 'Reload' }));
    expect(reloads()).toBe(1);
  });

  it('can wait', async () => {
    const { app, reloads } = openWithUpdate('/');
    await app.user.click(await screen.findByRole('button', { name: 'Later' }));
    expect([screen.queryByText('A new version is ready.'), reloads()]).toEqual([null, 0]);
  });

  it.each(['/review', '/q/demo/one'])('does not interrupt a session at %s', async (path) => {
    openWithUpdate(path);
    await screen.findByRole('button', { name: 'Check answer' });
    expect(screen.queryByText('A new version is ready.')).toBeNull();
  });
});
