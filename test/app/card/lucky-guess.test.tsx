// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../src/core/model/id.ts';
import type { AnswerFields } from '../../../src/core/model/log/log-entry.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { showingId } from '../../core/ids.ts';
import { dayMs, writeLog } from '../../log-builders.ts';
import { cardHeading } from '../session/review-screen.tsx';
import { choice, type OpenedApp, openApp } from '../study-builders.tsx';
import { demoCard } from './question-base.ts';

afterEach(cleanup);

/** The review of one card of three options, which was answered so once, so many days ago. */
async function openOld(daysAgo: number, r: AnswerFields['r'], twoButtons = false): Promise<OpenedApp> {
  const store = createMemoryStore();
  const log = writeLog('before');
  const then = (Date.UTC(2026, 10, 23, 12) - daysAgo * dayMs) as Timestamp;
  const answer = { card: demoCard('one'), rev: 'rev1', r, took: 5000, at: showingId('before') };
  await store.append([
    log.write({ t: 'answer', ...answer }, then),
    log.write({ t: 'setting', key: 'twoButtons', value: twoButtons }, then),
  ]);
  const app = openApp('/review', { marks: { started: '1' }, store, questions: [choice('one')] });
  await waitFor(() => expect(cardHeading()).toHaveFocus());
  app.wait();
  return app;
}

/** Chooses the right option, as a guess or not. */
async function answerRight({ user, wait }: OpenedApp, isGuess: boolean): Promise<void> {
  await user.click(await screen.findByRole('radio', { name: /Option alpha/ }));
  if (isGuess) await user.click(screen.getByRole('checkbox', { name: /guessing/ }));
  await user.click(screen.getByRole('button', { name: 'Check answer' }));
  wait();
}

const ratings = () => screen.getAllByRole('button', { name: /, next/ }).map(({ textContent }) => textContent?.trim());
const last = ({ stores }: OpenedApp) => stores.record.getState().recent().at(-1);

describe('a right answer to a card that was as good as forgotten', () => {
  it('is Hard, and says that it may have been a guess', async () => {
    const app = await openOld(60, 1);
    await answerRight(app, false);
    expect(screen.getByRole('heading', { name: 'Correct.' })).toHaveFocus();
    expect(screen.getByText('This may have been a lucky guess, so it comes back sooner.')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Hard/ })).toHaveClass('button-primary');
    await app.user.keyboard('{Enter}');
    expect(last(app)).toMatchObject({ r: 2, score: 1, p: expect.closeTo(0.68, 2) });
  });

  it('is Good without a word of it where the learner says so', async () => {
    const app = await openOld(60, 1);
    await answerRight(app, false);
    await app.user.click(screen.getByRole('button', { name: /^Good/ }));
    expect(last(app)).toMatchObject({ r: 3, score: 1 });
    expect(last(app)).not.toHaveProperty('p');
  });

  it('comes again in the session when it was called a guess, and is no miss', async () => {
    const app = await openOld(60, 1);
    await answerRight(app, true);
    expect(
      screen.getByRole('heading', { name: 'Correct. You marked it as a guess, so it comes back soon.' }),
    ).toHaveFocus();
    expect(ratings().map((name) => name?.split(/[:,]/)[0])).toEqual(['Again', 'Hard', 'Good', 'Easy']);
    await app.user.keyboard('{Enter}');
    expect(last(app)).toMatchObject({ r: 1, score: 1, guess: true });
    const state = app.stores.record.getState().cards.get(demoCard('one'));
    expect(state).toMatchObject({ reps: 2, lapses: 0, lastRating: 1 });
  });

  it('has Again and Good where there are two buttons', async () => {
    const app = await openOld(60, 1, true);
    await answerRight(app, true);
    expect(ratings().map((name) => name?.split(/[:,]/)[0])).toEqual(['Again', 'Good']);
  });
});

describe('a right answer to a card that is well known', () => {
  it('is Good, and nothing is said', async () => {
    const app = await openOld(3, 3);
    await answerRight(app, false);
    expect(screen.queryByText(/lucky guess/)).toBeNull();
    await app.user.keyboard('{Enter}');
    expect(last(app)).toMatchObject({ r: 3, score: 1 });
  });

  it('comes back on the day that its button says', async () => {
    const app = await openOld(9, 3);
    await answerRight(app, true);
    const usual = screen.getByRole('button', { name: /^Hard/ });
    const days = Number(/(\d+) days/.exec(usual.textContent ?? '')?.[1]);
    await app.user.keyboard('{Enter}');
    const { cards, today } = app.stores.record.getState();
    expect((cards.get(demoCard('one'))?.due ?? 0) - today()).toBe(days);
  });
});
