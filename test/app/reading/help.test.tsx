// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../study-builders.tsx';

afterEach(cleanup);
beforeEach(() => {
  delete document.documentElement.dataset.moved;
});

const marks = { started: '1' };
const section = (name: string) => screen.findByRole('region', { name });

describe('help', () => {
  it.each(['/', '/review'])('is one press away from %s', async (path) => {
    const { user } = openApp(path, { marks });
    await user.click(await screen.findByRole('link', { name: 'Help' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Help' })).toHaveFocus();
  });

  it('takes the focus although the screen that is left has not come yet', async () => {
    openApp('/', { marks });
    fireEvent.click(screen.getByRole('link', { name: 'Help' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Help' })).toHaveFocus();
  });

  it('explains each of the four ratings', async () => {
    openApp('/help', { marks });
    const terms = within(await section('Rating an answer')).getAllByRole('term');
    expect(terms.map(({ textContent }) => textContent)).toEqual(['Again', 'Hard', 'Good', 'Easy']);
  });

  it('explains guessing', async () => {
    openApp('/help', { marks });
    expect(await section('When you are guessing')).toHaveTextContent(/Tick “I’m guessing”.* counts as Hard/);
  });

  it('explains intervals by the recall that the learner aims for', async () => {
    const { stores } = openApp('/help', { marks });
    expect(await section('When a card comes back')).toHaveTextContent('about 90 percent');
    stores.record.getState().setting('desiredRetention', 0.85);
    await waitFor(async () => expect(await section('When a card comes back')).toHaveTextContent('about 85 percent'));
  });

  it('leads to the keys and to what switches them off', async () => {
    openApp('/help', { marks });
    const keys = within(await section('With a keyboard'));
    expect(keys.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/help/keyboard',
      '/settings#keyboard',
    ]);
  });
});
