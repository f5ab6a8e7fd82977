// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openApp, recall } from '../study-builders.tsx';
import { demoCard } from './question-base.ts';

afterEach(cleanup);

const one = demoCard('one');

async function writeNote() {
  const app = openApp('/review', { marks: { started: '1' }, questions: [recall('one'), recall('two')] });
  await screen.findByText('What about one?');
  app.wait();
  await app.user.keyboard(' ');
  app.wait();
  await app.user.click(await screen.findByRole('button', { name: 'Write a note on this card' }));
  await app.user.type(screen.getByLabelText(/^Your note on this card/), 'Fixed ports collide.');
  return { ...app, note: () => app.stores.record.getState().cards.get(one)?.note ?? '' };
}

describe('a note that is being written', () => {
  it('is kept when the learner goes on to the next card', async () => {
    const { user, note } = await writeNote();
    await user.click(screen.getByRole('button', { name: /^Good/ }));
    await screen.findByText('What about two?');
    expect(note()).toBe('Fixed ports collide.');
  });

  it('is kept when the page is closed or loaded anew', async () => {
    const { note } = await writeNote();
    dispatchEvent(new Event('pagehide'));
    expect(note()).toBe('Fixed ports collide.');
  });

  it('is kept by its own button, once', async () => {
    const { user, note, stores } = await writeNote();
    const before = stores.record.getState().entries;
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    await waitFor(() => expect(note()).toBe('Fixed ports collide.'));
    expect(stores.record.getState().entries).toBe(before + 1);
  });

  it('is not kept when it is cancelled', async () => {
    const { user, note } = await writeNote();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect([note(), screen.queryByLabelText(/^Your note on this card/)]).toEqual(['', null]);
  });
});
