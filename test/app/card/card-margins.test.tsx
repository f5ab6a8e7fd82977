// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openApp } from '../study-builders.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

beforeEach(() => vi.stubGlobal('innerWidth', 1280));

async function openQuestion(more: Readonly<Record<string, string>> = {}) {
  const app = openApp('/q/demo/two', { marks: { started: '1', ...more } });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  app.wait();
  return app;
}

describe('beside a card', () => {
  it('stands its topic with how much of it is known, and the keys while it is asked', async () => {
    await openQuestion();
    expect(await screen.findByRole('region', { name: 'Topic' })).toHaveTextContent('Ports');
    expect(screen.getByRole('region', { name: 'Topic' })).toHaveTextContent('0 of 3 questions known');
    expect(screen.getByRole('region', { name: 'Keys' })).toHaveTextContent('A to EchooseEntercheckFflag?all keys');
  });

  it('stands nothing where there is no room, so that nothing is read for it', async () => {
    vi.stubGlobal('innerWidth', 1100);
    const { user } = await openQuestion();
    await user.keyboard('b{Enter}');
    expect(screen.queryByRole('region', { name: /Topic|Keys|From the notes/ })).toBeNull();
  });

  it('stand no keys where they are off', async () => {
    const { stores } = await openQuestion();
    stores.record.getState().setting('shortcuts', false);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Keys' })).toBeNull());
  });

  it('stands what the notes say once it is answered, and not before', async () => {
    const { user } = await openQuestion();
    expect(screen.queryByRole('region', { name: 'From the notes' })).toBeNull();
    await user.keyboard('b{Enter}');
    const excerpt = await screen.findByRole('region', { name: 'From the notes' });
    expect(excerpt).toHaveTextContent(/^From the notes.+Read the section$/);
    expect(screen.getByRole('link', { name: 'Read the section' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/notes\/demo\/ports/),
    );
  });
});
