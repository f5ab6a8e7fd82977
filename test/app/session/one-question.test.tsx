// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { createKeptSession, createSessionStore } from '../../../src/app/store/session/session-store.ts';
import type { DeckSource, OpenDeck } from '../../../src/core/model/deck-source.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { cardId } from '../../core/ids.ts';
import { demoCard, showing } from '../card/question-base.ts';
import { choice, decksOf, type OpenedApp, openApp, recall } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };

async function openQuestion(path: string): Promise<OpenedApp> {
  const app = openApp(path, { marks });
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  app.wait();
  return app;
}

describe('one question on its own page', () => {
  it('is practice: a right answer to a new card counts only when the learner adds it to the reviews', async () => {
    const { user, wait, stores } = await openQuestion('/q/demo/two');
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard('{Enter}');
    expect(stores.record.getState().cards.get(cardId('demo/two'))?.due).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add to review' }));
    expect(stores.record.getState().recent()).toMatchObject([
      { t: 'answer', card: 'demo/two', r: 3, how: 'practice' },
      { t: 'answer', card: 'demo/two', r: 3 },
    ]);
    expect(screen.getByText(/In your reviews, next/)).toBeVisible();
    expect(document.body).not.toHaveFocus();
  });

  it('is over after one answer, a wrong one too, and can be tried again', async () => {
    const { user, wait } = await openQuestion('/q/demo/two');
    await user.keyboard('b{Enter}');
    wait();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('heading', { name: 'Title of two' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('radio', { name: /Option beta/ })).not.toBeChecked();
  });

  it('does not touch the review session that is under way', async () => {
    const { stores } = await openQuestion('/q/demo/two');
    expect(stores.session.getState().session).toBeNull();
  });

  it('leaves the mark of a review to the review', async () => {
    const { ports, stores } = await openQuestion('/q/demo/two');
    const read: string[] = [];
    const readMark = (key: string) => {
      read.push(key);
      return null;
    };
    const watched = { ...ports.marks, get: readMark };
    const desk = { ...stores, ports: { ...ports, marks: watched } };
    createSessionStore(desk);
    expect(read).toEqual([]);
    createKeptSession(desk, null);
    expect(read).toEqual(['session']);
  });

  it('says what is not there', async () => {
    openApp('/q/demo/no-such-question', { marks });
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing is here' })).toBeVisible();
  });
});

/** A pack whose questions come from elsewhere than its index says. */
function decksThatGive(questions: readonly Question[], questionsWith: OpenDeck['questionsWith']): DeckSource {
  const decks = decksOf(questions);
  return { ...decks, open: async (pack) => ({ ...(await decks.open(pack)), questionsWith }) };
}

describe('a card in trouble', () => {
  it('shows a notice with a code instead of a card that cannot be read, and goes on after Skip', async () => {
    const questions = [choice('one'), choice('two'), recall('three')];
    const decks = decksThatGive(questions, () => Promise.reject(new Error('404')));
    const { user, wait } = openApp('/review', { marks, decks });
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    wait();
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'This card can’t be displayed' })).toHaveFocus();
    expect(screen.getByText('card-unreadable')).toBeVisible();
    expect(screen.getByText(/^Its file could not be read/)).toBeVisible();
    expect(screen.getByText(/Error: 404/)).not.toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    await waitFor(() => expect(screen.getByText(/demo\/two/)).toBeInTheDocument());
  });

  it('survives a card that cannot be drawn', async () => {
    const broken = { ...recall('one'), prompt: JSON.parse('[["p", 0, { "not": "text" }]]') };
    const original = console.error;
    console.error = () => {};
    const decks = decksThatGive([recall('one'), recall('two')], async () => [broken, recall('two')]);
    const { user } = openApp('/review', { marks, decks });
    expect(await screen.findByText('card-drawing')).toBeVisible();
    console.error = original;
    await user.click(screen.getByRole('button', { name: 'Skip' }));
    expect(await screen.findByText('What about two?')).toBeVisible();
  });

  it('offers another way to a card that is forgotten on a seventh day, and does nothing by itself', async () => {
    const { stores, user, wait, ports } = openApp('/review', { marks, questions: [choice('one')] });
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    const { answer } = stores.record.getState();
    for (let day = 0; day < 7; day += 1) {
      answer({ card: demoCard('one'), rev: 'rev1', r: 1, took: 1, at: showing(`lapse-${day}`) });
      ports.time.now += 86_400_000;
    }
    wait();
    await user.keyboard('b{Enter}');
    const offer = screen.getByRole('region', { name: 'This card is hard to keep' });
    expect(offer).toHaveTextContent('You have forgotten this card on 7 days.');
    expect(stores.record.getState().cards.get(demoCard('one'))?.suspended).toBe(false);
    wait();
    await user.click(screen.getByRole('button', { name: 'Suspend the card' }));
    expect(stores.record.getState().cards.get(demoCard('one'))?.suspended).toBe(true);
  });

  it('keeps the learner’s own note and shows it rendered', async () => {
    const { user, wait } = openApp('/review', { marks, questions: [choice('one')] });
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    wait();
    await user.keyboard('a{Enter}');
    await user.click(screen.getByRole('button', { name: 'Write a note on this card' }));
    await user.type(screen.getByRole('textbox', { name: /Your note on this card/ }), 'It is **dynamic**.');
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(screen.getByRole('button', { name: 'Change your note' })).toHaveFocus();
    expect(await screen.findByText('dynamic', { selector: 'strong' })).toBeVisible();
  });
});
