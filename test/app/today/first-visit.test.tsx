// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { choice, decksOf, type OpenedApp, openApp, openedRecord } from '../study-builders.tsx';

afterEach(cleanup);

const never = new Promise<never>(() => {});

async function answer({ user, wait }: OpenedApp): Promise<void> {
  await user.click(screen.getByRole('radio', { name: /Option alpha/ }));
  await user.click(screen.getByRole('button', { name: 'Check answer' }));
  wait();
  await user.click(screen.getByRole('button', { name: /^Good/ }));
  wait();
}

describe('a first visit', () => {
  it('shows a card that can be answered before storage has opened and before the index is there', async () => {
    const decks = decksOf([choice('one'), choice('two')], true);
    const app = openApp('/', { decks, openRecord: () => never });
    expect(screen.getByRole('heading', { level: 1, name: 'Exam notes that quiz you back' })).toBeVisible();
    app.wait();
    await app.user.click(screen.getByRole('radio', { name: /Option beta/ }));
    await app.user.click(screen.getByRole('button', { name: 'Check answer' }));
    expect(screen.getByRole('heading', { name: 'Not this time. The answer is A.' })).toHaveFocus();
  });

  it('says what this is: the pack and its exam, how it works, where to read, and what becomes of the answers', () => {
    const source = decksOf([choice('one'), choice('two')], true);
    const packs = source.packs.map((pack) => ({ ...pack, exam: 'Certified Demonstrator', questions: 320, notes: 12 }));
    openApp('/', { decks: { ...source, packs } });
    const about = within(screen.getByRole('region', { name: 'What this is' }));
    expect(about.getByText('Demo: 320 questions and 12 notes for Certified Demonstrator.')).toBeVisible();
    expect(about.getByText(/It comes back shortly before you would forget it/)).toBeVisible();
    expect(about.getByRole('link', { name: 'Go to the notes' })).toHaveAttribute('href', '/notes');
    expect(about.getByText(/Everything stays in this browser: no account/)).toBeVisible();
  });

  it('keeps progress and Undo in their place once the first answer has been taken back', async () => {
    const app = openApp('/', {});
    app.wait();
    await app.user.click(screen.getByRole('radio', { name: /Option beta/ }));
    await app.user.click(screen.getByRole('button', { name: 'Check answer' }));
    await app.user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(document.querySelector('.first-bar')).toHaveClass('first-bar-begun');
  });

  it('hears no letter where shortcuts are off, whether or not the record has been read', async () => {
    const app = openApp('/', { marks: { shortcuts: 'false' }, openRecord: () => never });
    app.wait();
    await app.user.keyboard('b?');
    expect(screen.getByRole('radio', { name: /Option beta/ })).not.toBeChecked();
    expect(screen.getByRole('heading', { level: 1, name: 'Exam notes that quiz you back' })).toBeVisible();
    app.stores.record.setState({ settings: { ...app.stores.record.getState().settings, shortcuts: true } });
    await app.user.keyboard('b');
    expect(screen.getByRole('radio', { name: /Option beta/ })).toBeChecked();
  });

  it('leaves the focus of the page alone until the learner acts', () => {
    openApp('/', {});
    expect(document.body).toHaveFocus();
  });

  it('keeps what was answered while storage was still opening', async () => {
    const store = createMemoryStore();
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const app = openApp('/', { openRecord: () => opened.then(() => openedRecord(store)) });
    app.wait();
    await answer(app);
    expect((await store.readFrom(null)).entries).toEqual([]);
    await act(async () => open());
    await waitFor(async () => expect((await store.readFrom(null)).entries).toMatchObject([{ card: 'demo/one', r: 3 }]));
    expect(await screen.findByText('Saved')).toBeVisible();
  });

  it('goes on with the rest of the day when the packs are there', async () => {
    const app = openApp('/', {});
    await waitFor(() => expect(app.stores.session.getState().session?.cards).toHaveLength(3));
    app.wait();
    await answer(app);
    expect(screen.getByRole('heading', { name: /Card 2 of 3/ })).toHaveFocus();
  });

  it('asks for nothing while there are cards, and offers exam date and minutes when the session is over', async () => {
    const app = openApp('/', { questions: ['one', 'two', 'three', 'four'].map(choice) });
    await waitFor(() => expect(app.stores.session.getState().session?.cards).toHaveLength(4));
    app.wait();
    for (let card = 0; card < 4; card += 1) {
      expect(screen.queryByLabelText(/Exam date/)).toBeNull();
      await answer(app);
    }
    expect(screen.getByLabelText(/Exam date/)).toBeVisible();
  });

  it('ends in a summary whose Done leads to the usual page', async () => {
    const app = openApp('/', { questions: [choice('one')] });
    await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
    app.wait();
    await answer(app);
    expect(screen.getByRole('heading', { level: 1, name: /1 card in 1 min/ })).toHaveFocus();
    await app.user.click(screen.getByRole('link', { name: 'Done' }));
    expect(await screen.findByRole('heading', { name: 'You’re up to date' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Today' })).toHaveFocus();
  });

  it('is over for a learner whose record is there though the marks are gone', async () => {
    const store = createMemoryStore();
    const before = openApp('/', { store });
    before.wait();
    await answer(before);
    await screen.findByText('Saved');
    cleanup();
    openApp('/', { store, tab: 'b' });
    expect(await screen.findByRole('heading', { name: /2 cards ready/ })).toBeVisible();
  });
});
