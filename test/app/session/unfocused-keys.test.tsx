// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import { choice, openApp, recall } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };
const field = () => screen.findByRole('searchbox');

describe('keys while nothing has the focus', () => {
  it('answer the first card of a first visit: letter, Enter, Enter', async () => {
    const { user, wait, stores } = openApp('/', {});
    expect(document.body).toHaveFocus();
    await user.keyboard('a');
    expect(screen.getByRole('radio', { name: /Option alpha/ })).toBeChecked();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { name: 'Correct.' })).toHaveFocus();
    wait();
    await user.keyboard('{Enter}');
    expect(stores.record.getState().recent()).toMatchObject([{ card: 'demo/one', r: 3 }]);
  });

  it.each(['2', 'b', 'B'])('take %s for the second option', async (key) => {
    const { user } = openApp('/', {});
    await user.keyboard(key);
    expect(screen.getByRole('radio', { name: /Option beta/ })).toBeChecked();
  });

  it('show the answer of a card to recall on Space', async () => {
    const { user } = openApp('/', { questions: [recall('one')] });
    await user.keyboard(' ');
    expect(await screen.findByText('Back of one')).toBeVisible();
  });

  it('work on after the focus was lost to the page', async () => {
    const { user, wait } = openApp('/review', { marks, questions: ['one', 'two'].map(choice) });
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    wait();
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('b');
    expect(screen.getByRole('radio', { name: /Option beta/ })).toBeChecked();
  });

  it('do nothing while the focus is on something else', async () => {
    const { user } = openApp('/', {});
    act(() => screen.getByRole('link', { name: 'Settings' }).focus());
    await user.keyboard('a');
    expect(screen.getByRole('radio', { name: /Option alpha/ })).not.toBeChecked();
  });

  it('do nothing while single keys are switched off', async () => {
    const { user, stores } = openApp('/', {});
    act(() => stores.record.getState().setting('shortcuts', false));
    await user.keyboard('a2');
    for (const option of screen.getAllByRole('radio')) expect(option).not.toBeChecked();
  });
});

describe('the keys for search', () => {
  it.each(['/', '{Control>}k{/Control}'])('%s lead to the field, from any screen', async (keys) => {
    const { user } = openApp('/settings', { marks });
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await user.keyboard(keys);
    await waitFor(async () => expect(await field()).toHaveFocus());
  });

  it('lead to the field from the search screen itself, with its words selected', async () => {
    const { user } = openApp('/search?q=port', { marks });
    const input = (await field()) as HTMLInputElement;
    expect(input).not.toHaveFocus();
    await user.keyboard('/');
    expect(input).toHaveFocus();
    expect([input.selectionStart, input.selectionEnd]).toEqual([0, 4]);
  });

  it('lead to the field again when pressed twice before it is there', async () => {
    const { user } = openApp('/settings', { marks });
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    await user.keyboard('{Control>}kk{/Control}');
    await waitFor(async () => expect(await field()).toHaveFocus());
  });

  it('leave the focus on the heading for who was sent there with words', async () => {
    openApp('/', { marks });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    act(() => navigate('/search?q=port'));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Search' })).toHaveFocus());
  });

  it('leave the focus in the field after a search', async () => {
    const { user } = openApp('/search', { marks });
    await user.type(await field(), 'port{Enter}');
    expect(await field()).toHaveFocus();
    expect(location.search).toBe('?q=port');
  });
});

describe('the link to search', () => {
  it('leads to the field: who takes it wants to type', async () => {
    const { user } = openApp('/settings', { marks });
    await user.click(await screen.findByRole('link', { name: 'Search' }));
    await waitFor(async () => expect(await field()).toHaveFocus());
  });

  it('leads back to the field on the search screen itself, with its words selected', async () => {
    const { user } = openApp('/search?q=port', { marks });
    const input = (await field()) as HTMLInputElement;
    await user.click(screen.getByRole('link', { name: 'Search' }));
    expect(input).toHaveFocus();
    expect([input.value, input.selectionStart, input.selectionEnd]).toEqual(['port', 0, 4]);
  });
});
