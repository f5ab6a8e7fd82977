// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { RegisterFields } from '../../../src/core/model/log/log-entry.ts';
import { cardId } from '../../core/ids.ts';
import { choice, cloze, decksOfPacks, inPack, type OpenedApp, openApp } from '../study-builders.tsx';

afterEach(cleanup);

const suspend = (card: string): RegisterFields => ({ t: 'suspend', card: cardId(card), value: true });
const flag = (card: string): RegisterFields => ({ t: 'flag', card: cardId(card), value: true });
const annotate = (card: string, text: string): RegisterFields => ({ t: 'note', card: cardId(card), text });

/** Two packs and a record in which these marks were set; one of `demo`'s notes has the same name in `other`. */
async function openMarked(path: string, ...marked: readonly RegisterFields[]): Promise<OpenedApp> {
  const app = openApp(path, {
    marks: { started: '1' },
    decks: decksOfPacks([
      { id: 'demo', title: 'Demo', questions: [choice('one'), choice('two'), cloze('gap')] },
      { id: 'other', title: 'Other', questions: [inPack('other', choice('one'))] },
    ]),
  });
  await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
  await act(async () => {
    for (const fields of marked) app.stores.record.getState().register(fields);
  });
  return app;
}

const group = (name: string) => screen.findByRole('region', { name });
const items = (region: HTMLElement) => within(region).queryAllByRole('listitem');

describe('the marked cards', () => {
  it('are counted on Today, each mark by itself, with a link to their list', async () => {
    await openMarked('/', suspend('demo/one'), flag('demo/one'), flag('other/one'), annotate('demo/two', 'Mine'));
    const link = await screen.findByRole('link', { name: 'Your marked cards' });
    expect(link).toHaveAttribute('href', '/marked');
    expect(link.parentElement).toHaveTextContent('Your marked cards: 1 suspended · 2 flagged · 1 with a note');
  });

  it('are not mentioned on Today while there are none', async () => {
    await openMarked('/');
    await screen.findByRole('heading', { name: /cards ready/ });
    expect(screen.queryByRole('link', { name: 'Your marked cards' })).toBeNull();
  });

  it('stand in three groups, each card with what it asks, its pack and its note', async () => {
    await openMarked('/marked', suspend('demo/two'), flag('other/one'), flag('demo/one'));
    const flagged = await group('Flagged');
    await waitFor(() => expect(within(flagged).getAllByRole('link', { name: 'What about one?' })).toHaveLength(2));
    expect(items(flagged).map((item) => item.textContent)).toEqual([
      'What about one?Demo · Ports › Dynamic portsTake the flag off',
      'What about one?Other · Ports › Dynamic portsTake the flag off',
    ]);
    expect(within(flagged).getAllByRole('link', { name: 'What about one?' })[1]).toHaveAttribute(
      'href',
      '/q/other/one',
    );
    expect(items(await group('Suspended'))).toHaveLength(1);
    expect(await group('With a note of yours')).toHaveTextContent('None yet.');
  });

  it('do not tell what a blank hides', async () => {
    await openMarked('/marked', suspend('demo/gap/1'));
    const suspended = await group('Suspended');
    expect(await within(suspended).findByText('The port is ____ (which one).')).toBeVisible();
    expect(suspended).toHaveTextContent('Demo · Ports › Dynamic ports · blank 1');
    expect(suspended).not.toHaveTextContent('dynamic.');
  });

  it('come back into the reviews, and the focus stays in the list', async () => {
    const { user, stores } = await openMarked('/marked', suspend('demo/one'), suspend('demo/two'));
    const suspended = await group('Suspended');
    await user.click(within(suspended).getAllByRole('button', { name: 'Bring back' })[0] as HTMLElement);
    expect(stores.record.getState().cards.get(cardId('demo/one'))?.suspended).toBe(false);
    expect(items(suspended)).toHaveLength(1);
    expect(screen.getByRole('heading', { name: 'Suspended' })).toHaveFocus();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('The card is back in your reviews.'));
  });

  it('lose their flag, one at a time', async () => {
    const { user, stores } = await openMarked('/marked', flag('demo/one'), flag('demo/two'));
    const [first] = within(await group('Flagged')).getAllByRole('button', { name: 'Take the flag off' });
    await user.click(first as HTMLElement);
    const { cards } = stores.record.getState();
    expect(['demo/one', 'demo/two'].map((card) => cards.get(cardId(card))?.flagged)).toEqual([false, true]);
  });

  it('show their note, which can be changed or emptied; an emptied one leaves the list', async () => {
    const { user, stores } = await openMarked('/marked', annotate('demo/one', 'Mine'));
    const noted = await group('With a note of yours');
    expect(await within(noted).findByText('Mine')).toBeVisible();
    await user.click(within(noted).getByRole('button', { name: 'Change your note' }));
    await user.clear(within(noted).getByRole('textbox'));
    await user.click(within(noted).getByRole('button', { name: 'Save note' }));
    expect(stores.record.getState().cards.get(cardId('demo/one'))?.note).toBe('');
    expect(noted).toHaveTextContent('None yet.');
    expect(screen.getByRole('heading', { name: 'With a note of yours' })).toHaveFocus();
  });

  it('can be taken back when no pack has their question any more', async () => {
    const { user, stores } = await openMarked('/marked', suspend('gone/lost'));
    const suspended = await group('Suspended');
    expect(suspended).toHaveTextContent('gone/lostNo pack has this question any more.');
    await user.click(within(suspended).getByRole('button', { name: 'Bring back' }));
    expect(stores.record.getState().cards.get(cardId('gone/lost'))?.suspended).toBe(false);
  });

  it('are explained while there are none', async () => {
    await openMarked('/marked');
    expect(await screen.findByText(/^You have marked no card yet\./)).toBeVisible();
    expect(screen.queryByText('None yet.')).toBeNull();
  });

  it('are led to from Settings as well', async () => {
    await openMarked('/settings');
    expect(await screen.findByRole('link', { name: 'Your marked cards' })).toHaveAttribute('href', '/marked');
  });
});
