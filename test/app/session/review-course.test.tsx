// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { planOf } from '../../../src/app/store/plan-store.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { showingId } from '../../core/ids.ts';
import { demoCard } from '../card/question-base.ts';
import { choice } from '../study-builders.tsx';
import { openReview } from './review-screen.tsx';

afterEach(cleanup);

describe('the course of a review session', () => {
  it('undoes a rating with U: the answered card comes back with its verdict, and the log says so', async () => {
    const { user, wait, stores } = await openReview();
    await user.keyboard('b{Enter}');
    wait();
    await user.keyboard('{Enter}');
    expect(stores.record.getState().cards.get(demoCard('one'))?.reps).toBe(1);
    await user.keyboard('u');
    expect(screen.getByRole('heading', { name: 'Not this time. The answer is A.' })).toHaveFocus();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Rating undone'));
    expect(
      stores.record
        .getState()
        .recent()
        .map(({ t }) => t),
    ).toEqual(['answer', 'undo']);
    expect(stores.record.getState().cards.get(demoCard('one'))?.reps ?? 0).toBe(0);
  });

  it('goes back by five undos over five answers to the first card, and nothing that was undone counts', async () => {
    const { user, wait, stores } = await openReview(['one', 'two', 'three', 'four', 'five'].map(choice));
    for (const letter of 'abaab') {
      await user.keyboard(`${letter}{Enter}`);
      wait();
      await user.keyboard('{Enter}');
      wait();
    }
    const { recent } = stores.record.getState();
    const counted = () => activeEntries(recent()).filter(({ t }) => t === 'answer');
    expect(counted()).toHaveLength(5);
    for (const id of ['five', 'four', 'three', 'two', 'one']) {
      await user.keyboard('u');
      expect(stores.session.getState().session?.current).toBe(`demo/${id}`);
      expect(screen.getByText(`What about ${id}?`)).toBeVisible();
      wait();
    }
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '0 of 5');
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
    expect(recent()).toHaveLength(10);
    expect(counted()).toEqual([]);
    expect([...stores.record.getState().cards.values()].filter(({ reps }) => reps > 0)).toEqual([]);
  });

  it('ends in a summary of facts, takes the focus there, and can still be undone from it', async () => {
    const { user, wait } = await openReview([choice('one')]);
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard('{Enter}');
    expect(
      await screen.findByRole('heading', { level: 1, name: '1 card in 1 min. 1 recalled at first try.' }),
    ).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('heading', { name: 'Correct.' })).toHaveFocus();
  });

  it('frames the squares of what was answered among those of all, in the summary', async () => {
    const { user, wait } = await openReview([choice('one'), choice('two'), choice('three')], { newPerDay: 2 });
    for (const key of ['a', 'b']) {
      await user.keyboard(`${key}{Enter}`);
      wait();
      await user.keyboard('{Enter}');
      wait();
    }
    await screen.findByRole('heading', { level: 1, name: /^2 cards/ });
    const squares = [...document.querySelectorAll('.all-squares .cells > .cell')];
    expect(squares.map(({ className }) => className)).toEqual([
      'cell cell-1 cell-fresh',
      'cell cell-again cell-fresh',
      'cell',
    ]);
  });

  it('ends a long day’s run after 40 cards, and offers the next', async () => {
    const { stores, user, wait } = await openReview(
      Array.from({ length: 60 }, (_, n) => choice(`q${n}`)),
      {
        minutesPerDay: 60,
        newPerDay: 60,
      },
    );
    expect(stores.session.getState().session?.cards).toHaveLength(40);
    await user.keyboard('a{Enter}');
    wait();
    await user.keyboard('{Enter}');
    const { answer } = stores.record.getState();
    for (const card of stores.session.getState().session?.waiting ?? []) {
      answer({ card, rev: 'rev1', r: 3, took: 1, at: showingId(`${card}`) });
    }
    answer({
      card: stores.session.getState().session?.current ?? demoCard('q1'),
      rev: 'rev1',
      r: 3,
      took: 1,
      at: showingId('x'),
    });
    const { skip } = stores.session.getState();
    for (let n = 0; n < 39; n += 1) skip();
    await user.click(await screen.findByRole('button', { name: 'Next 20 cards' }));
    expect(stores.session.getState().session?.cards).toHaveLength(60);
  });

  it('promises for tomorrow what tomorrow’s set will have', async () => {
    const { stores, ports, user, wait } = await openReview(Array.from({ length: 40 }, (_, n) => choice(`q${n}`)));
    for (let n = 0; n < 12; n += 1) {
      await user.keyboard('a{Enter}');
      wait();
      await user.keyboard('{Enter}');
      wait();
    }
    const words = (await screen.findByText(/^Tomorrow: about/)).textContent ?? '';
    ports.time.now += 86_400_000;
    const plan = planOf(stores).current().set;
    expect(words).toBe(`Tomorrow: about ${plan.cards.length} cards.`);
    expect(plan.fresh).toBe(12);
  });

  it('offers no interval beyond the day before the exam', async () => {
    const { user } = await openReview([choice('one')], { examDate: '2026-11-27' });
    await user.keyboard('a{Enter}');
    expect(screen.getByRole('button', { name: /^Easy/ })).toHaveTextContent('in 3 days');
  });

  it('asks a forgotten card again before the session ends, and lists it in the summary', async () => {
    const { user, wait } = await openReview([choice('one'), choice('two')]);
    for (const keys of ['b{Enter}', '{Enter}', 'a{Enter}', '{Enter}', 'a{Enter}', '{Enter}']) {
      await user.keyboard(keys);
      wait();
    }
    const section = await screen.findByRole('region', { name: 'Worth another look' });
    expect(within(section).getByRole('link', { name: 'What about one?' })).toHaveAttribute('href', '/q/demo/one');
  });

  it('lets a card go that was forgotten four times, and says so', async () => {
    const { user, wait } = await openReview(['one', 'two', 'three', 'four'].map((id) => choice(id)));
    for (let showing = 0; showing < 3 * 4 + 1; showing += 1) {
      await user.keyboard('b{Enter}');
      wait();
      await user.keyboard('{Enter}');
      wait();
    }
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Let’s leave this one for tomorrow.'));
  });

  it('counts study time without the idle part of a pause', async () => {
    const { user, wait, stores } = await openReview();
    wait(9_000);
    await user.keyboard('a');
    wait(600_000);
    await user.keyboard('{Enter}');
    wait();
    await user.keyboard('{Enter}');
    const [answer] = stores.record.getState().recent();
    expect(answer).toMatchObject({ t: 'answer', took: expect.any(Number) });
    expect((answer as { took: number }).took).toBeGreaterThanOrEqual(69_000);
    expect((answer as { took: number }).took).toBeLessThanOrEqual(70_000);
  });
});
