// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Summary } from '../../../src/app/screens/summary.tsx';
import { titleOfAddress } from '../../../src/app/store/deck-store.ts';
import { createStores, StoresProvider } from '../../../src/app/store/stores.tsx';
import { topicMix } from '../../../src/core/study/plan-day.ts';
import { startSession } from '../../../src/core/study/session.ts';
import { rateCard } from '../../../src/core/study/session-steps.ts';
import { cardId } from '../../core/ids.ts';
import { choice, openApp, portsOf, threePacks } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };

const packs = threePacks();

const address = () => location.pathname + location.search + location.hash;

describe('notes of one name in several packs', () => {
  it.each([
    ['/notes/demo/ports', 'Ports of Demo'],
    ['/notes/other/ports', 'Other ports'],
    ['/notes/third/ports', 'Third ports'],
  ])('%s opens the note of that pack', async (path, title) => {
    openApp(path, { marks, packs });
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
  });

  it.each([
    ['/notes/ports#dynamic', '/notes/demo/ports#dynamic'],
    ['/notes/roles', '/notes/third/roles'],
  ])('the older %s leads to the first pack that has the note: %s', async (old, present) => {
    openApp(old, { marks, packs });
    await screen.findByRole('article');
    expect(address()).toBe(present);
  });

  it.each(['/notes/none', '/notes/demo/roles', '/notes/fourth/ports'])('%s is not there', async (path) => {
    openApp(path, { marks, packs });
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing is here' })).toBeVisible();
  });

  it('a section that cannot be read from the address is passed over', async () => {
    openApp('/notes/other/ports#%', { marks, packs });
    expect(await screen.findByRole('heading', { level: 1, name: 'Other ports' })).toBeVisible();
  });

  it('each note has the questions of its own pack below it', async () => {
    openApp('/notes/other/ports', { marks, packs });
    await screen.findByText('What about two?');
    expect(screen.queryByText('What about one?')).toBeNull();
  });

  it.each([
    ['other/ports', 'What about two?'],
    ['ports', 'What about one?'],
    ['roles', 'Nothing is ready. Practise ahead?'],
    ['a/b/c', 'Nothing is ready. Practise ahead?'],
  ])('a review of the topic %s asks for its cards alone: %s', async (topic, seen) => {
    const { stores } = openApp(`/review?topic=${topic}`, { marks, packs });
    await screen.findByText(seen);
    expect(stores.session.getState().session?.cards.length).toBe(seen.startsWith('What') ? 1 : 0);
  });

  it('are topics of their own in the mix of today', async () => {
    const { stores } = openApp('/', { marks, packs });
    await screen.findByText('3 cards ready', { exact: false });
    const decks = stores.decks.getState();
    const mix = topicMix(['demo/one', 'other/two', 'third/three'].map(cardId), { ...decks, cards: new Map() });
    expect(mix.map(({ note }) => note && titleOfAddress(decks, note))).toEqual([
      'Ports of Demo',
      'Other ports',
      'Third ports',
    ]);
  });

  it('a card leads to the note of its own pack', async () => {
    const { user, wait } = openApp('/q/other/two', { marks, packs });
    await user.click(await screen.findByRole('radio', { name: /Option alpha/ }));
    wait();
    await user.click(screen.getByRole('button', { name: 'Check answer' }));
    const link = await screen.findByRole('link', { name: 'Other ports › Dynamic ports' });
    expect(link).toHaveAttribute('href', '/notes/other/ports#dynamic');
  });
});

describe('what the log remembers of reading', () => {
  const entries: readonly (readonly [form: string, value: string, href: string])[] = [
    ['of the time of one pack, with a section', 'ports#dynamic', '/notes/demo/ports#dynamic'],
    ['of the time of one pack, without a section', 'ports', '/notes/demo/ports'],
    ['of the time of one pack, of a note that only a later pack has', 'roles#dynamic', '/notes/third/roles#dynamic'],
    ['with the pack', 'other/ports#dynamic', '/notes/other/ports#dynamic'],
    ['with the pack, without a section', 'other/ports', '/notes/other/ports'],
  ];

  it.each(entries)('Today continues from an entry %s', async (_form, value, href) => {
    const { stores } = openApp('/', { marks, packs });
    stores.record.getState().remember('reading', value);
    const reading = await screen.findByRole('region', { name: 'Continue reading' });
    expect(within(reading).getAllByRole('link')[0]).toHaveAttribute('href', href);
  });

  it.each(['', 'a/b/c', 'fourth/ports', 'none'])('Today starts reading where "%s" leads nowhere', async (value) => {
    const { stores } = openApp('/', { marks, packs });
    stores.record.getState().remember('reading', value);
    expect(await screen.findByRole('link', { name: 'Ports of Demo' })).toHaveAttribute('href', '/notes/demo/ports');
  });

  const skips: readonly (readonly [key: string, value: boolean, path: string, isSkipped: boolean])[] = [
    ['skip:ports#dynamic', true, '/notes/demo/ports', true],
    ['skip:ports#dynamic', true, '/notes/other/ports', false],
    ['skip:ports#dynamic', false, '/notes/demo/ports', false],
    ['skip:other/ports#dynamic', true, '/notes/other/ports', true],
    ['skip:other/ports#dynamic', true, '/notes/demo/ports', false],
  ];

  it.each(skips)('with %s = %s the questions of %s are left out: %s', async (key, value, path, isSkipped) => {
    const { stores } = openApp(path, { marks, packs });
    stores.record.getState().remember(key, value);
    await screen.findByRole('article');
    const name = isSkipped ? 'Show the questions on this section' : 'Skip these';
    expect(await screen.findByRole('button', { name })).toBeVisible();
  });

  it('questions that were skipped before are shown again for good', async () => {
    const { stores, user } = openApp('/notes/demo/ports', { marks, packs });
    stores.record.getState().remember('skip:ports#dynamic', true);
    await user.click(await screen.findByRole('button', { name: 'Show the questions on this section' }));
    expect(stores.record.getState().registers.get('skip:demo/ports#dynamic')).toBe(false);
  });
});

describe('the summary of a session over several packs', () => {
  it('says of which pack each section is that it sends to', async () => {
    const stores = createStores(portsOf({ packs }));
    await Promise.all([stores.decks.getState().loadIndexes(), stores.record.getState().open()]);
    let session = startSession(['demo/one', 'other/two', 'third/three'].map(cardId));
    for (let asked = 0; !session.done; asked += 1)
      session = rateCard(session, { rating: asked < 3 ? 1 : 3, isMiss: asked < 3 });
    render(
      <StoresProvider stores={stores}>
        <Summary session={session} />
      </StoresProvider>,
    );
    const section = screen.getByRole('region', { name: 'Where they come from' });
    const titles = within(section).getAllByRole('link');
    expect(titles.map(({ textContent }) => textContent)).toEqual([
      'Demo · Ports of Demo › Dynamic ports',
      'Other · Other ports › Dynamic ports',
      'Third · Third ports › Dynamic ports',
    ]);
  });
});

describe('the sources of a question', () => {
  const sources = [
    { url: 'https://example.com/ports', title: 'All about ports', verified: '2026-11-22' },
    { url: 'https://docs.example.org/deep/page', title: null, verified: null },
  ];

  it.each([
    [sources.slice(0, 1), 'Source: All about ports, checked 2026-11-22'],
    [sources, 'Sources: All about ports, checked 2026-11-22; docs.example.org'],
  ])('stand below its answer', async (given, words) => {
    const { user, wait } = openApp('/q/demo/one', { marks, questions: [{ ...choice('one'), sources: given }] });
    await user.click(await screen.findByRole('radio', { name: /Option alpha/ }));
    wait();
    await user.click(screen.getByRole('button', { name: 'Check answer' }));
    const [first] = await screen.findAllByRole('link', { name: 'All about ports' });
    expect(first?.closest('p')?.textContent).toBe(words);
  });
});
