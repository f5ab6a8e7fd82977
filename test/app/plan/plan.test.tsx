// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Question } from '../../../src/core/model/question.ts';
import { ownParameters } from '../../../src/core/scheduler/memory/own-parameters.ts';
import { takeParameters } from '../../../src/core/scheduler/memory/parameters.ts';
import { cardId, showingId } from '../../core/ids.ts';
import { pricesInProcess } from '../../prices-in-process.ts';
import { choice, openApp } from '../study-builders.tsx';

const questions = (count: number): readonly Question[] => Array.from({ length: count }, (_, n) => choice(`q${n}`));
const marks = { 'hw:abcdefghijklmnopqrst': '1' };
afterEach(cleanup);
const examDate = '2026-12-07';

/** Two weeks before an exam, with some cards seen five days ago. */
function openBefore(path: string, seen: number, options: Parameters<typeof openApp>[1] = {}) {
  const app = openApp(path, { marks, questions: questions(60), ...options });
  const { answer, setting } = app.stores.record.getState();
  for (let n = 0; n < seen; n += 1) {
    answer({ card: cardId(`demo/q${n}`), rev: 'r1', r: 3, took: 20_000, at: showingId(`${n}`) });
  }
  app.wait(5 * 24 * 60 * 60 * 1000);
  setting('examDate', examDate);
  return app;
}

describe('an exam ahead, on Today', () => {
  it('says what the set brings, when every card will have been seen, and where the plan is', async () => {
    openBefore('/', 10);
    const aside = await screen.findByRole('region', { name: 'Exam: Monday, December 7, 2026' });
    expect(await within(aside).findByText(/You will have seen every card by (November|December) \d+/)).toBeVisible();
    expect(within(aside).getByRole('link', { name: 'See the plan' })).toHaveAttribute('href', '/plan');
    expect(screen.getByText(/They add about \d+(\.\d)? points? to what you can expect in the exam/)).toBeVisible();
    expect(within(aside).queryByText(/Expected to be remembered on the day/)).toBeNull();
  });

  it('says what to expect once enough was answered', async () => {
    openBefore('/', 55);
    expect(await screen.findByText(/Expected to be remembered on the day, if you keep to the plan/)).toHaveTextContent(
      /\d+ % of this material/,
    );
  });

  it('says that no new cards are wanted, and that none are left', async () => {
    const { stores } = openBefore('/', 20);
    stores.record.getState().setting('newPerDay', 0);
    expect(
      await screen.findByText('You have seen 20 of 60 cards, and your settings ask for no new ones.'),
    ).toBeVisible();
  });

  it('says how many cards a short day leaves unseen, and how long would be enough', async () => {
    const { stores } = openBefore('/', 0, { questions: questions(600) });
    stores.record.getState().setting('minutesPerDay', 5);
    const words = await screen.findByText(/At 5 min a day about \d+ of 600 cards stay unseen/);
    expect(words).toHaveTextContent(/\d+ min a day would be enough for all of them\.$/);
  });

  it('wishes good luck on the day, and goes on after it', async () => {
    const { stores } = openApp('/', { marks });
    stores.record.getState().setting('examDate', '2026-11-23');
    expect(await screen.findByText('It is today. Good luck.')).toBeVisible();
    stores.record.getState().setting('examDate', '2026-11-20');
    expect(await screen.findByText('It is past. Cards come back as they always do.')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'See the plan' })).toBeNull();
  });

  it('is planned without prices when they cannot be found', async () => {
    const openPriceFinder = async () => {
      throw new Error('No worker');
    };
    openBefore('/', 10, { openPriceFinder });
    expect(await screen.findByText(/They add about/)).toBeVisible();
    expect(screen.queryByText(/You will have seen every card/)).toBeNull();
  });

  it('finds prices once a day, and again when what is planned with changes, and keeps them', async () => {
    const find = vi.fn(pricesInProcess.find);
    const { stores, wait } = openBefore('/', 5, { openPriceFinder: async () => ({ ...pricesInProcess, find }) });
    await screen.findByText(/You will have seen every card/);
    const before = find.mock.calls.length;
    stores.record.getState().answer({ card: cardId('demo/q7'), rev: 'r1', r: 3, took: 1000, at: showingId('later') });
    stores.record.getState().setting('theme', 'dark');
    await screen.findByText('1 card done today.');
    expect(find).toHaveBeenCalledTimes(before);
    stores.record.getState().setting('daysOff', '67');
    await waitFor(() => expect(find).toHaveBeenCalledTimes(before + 1));
    await waitFor(() => expect(stores.ports.marks.get('prices')).toContain('examDay'));
    wait(24 * 60 * 60 * 1000);
    stores.record.getState().setting('theme', 'light');
    await waitFor(() => expect(find).toHaveBeenCalledTimes(before + 2));
  });

  it('[S98] finds the prices of another memory from nothing, by its own parameters', async () => {
    const find = vi.fn(pricesInProcess.find);
    const { stores } = openBefore('/', 5, { openPriceFinder: async () => ({ ...pricesInProcess, find }) });
    await screen.findByText(/You will have seen every card/);
    const before = find.mock.calls.length;
    stores.record.getState().setting('daysOff', '67');
    await waitFor(() => expect(find).toHaveBeenCalledTimes(before + 1));
    await waitFor(() => expect(stores.ports.marks.get('prices')).toContain('67'));
    stores.record.getState().setting('parameters', 'fsrs-6 0.3 0 0 0 0 812 2026-11-20');
    await waitFor(() => expect(find).toHaveBeenCalledTimes(before + 2));
    const [[usual, known], [own, none]] = [find.mock.calls[before]!, find.mock.calls[before + 1]!];
    expect(known).not.toBeNull();
    expect(none).toBeNull();
    expect(usual.parameters).toEqual(takeParameters());
    expect(own.parameters).toEqual(ownParameters([0.3, 0, 0, 0, 0]));
  });

  it('drops what was found for other settings, in whatever order it comes', async () => {
    const held: (() => void)[] = [];
    const find: typeof pricesInProcess.find = (days, known) =>
      new Promise((resolve) => held.push(() => void pricesInProcess.find(days, known).then(resolve)));
    const { stores } = openBefore('/', 5, { openPriceFinder: async () => ({ ...pricesInProcess, find }) });
    await waitFor(() => expect(held).toHaveLength(1));
    stores.record.getState().setting('examDate', '2026-12-20');
    await waitFor(() => expect(held).toHaveLength(2));
    held[1]?.();
    await screen.findByText(/You will have seen every card/);
    const kept = stores.ports.marks.get('prices');
    held[0]?.();
    await waitFor(() => expect(stores.ports.marks.get('prices')).toBe(kept));
    expect(screen.getByText(/You will have seen every card/)).toBeVisible();
  });
});

describe('the plan', () => {
  it('lists every day to the exam, days off among them, and what it comes to', async () => {
    const { stores } = openBefore('/plan', 55);
    stores.record.getState().setting('daysOff', '7');
    const table = await screen.findByRole('table');
    await waitFor(() => expect(within(table).getAllByText('off')).toHaveLength(2));
    const rows = within(table).getAllByRole('row');
    // The head, nine days, and the exam.
    expect(rows).toHaveLength(11);
    expect(rows[1]).toHaveTextContent(/today/);
    expect(rows.at(-1)).toHaveTextContent('The exam, after 7 days of study');
    expect(screen.getByText('if you keep to the plan').nextSibling).toHaveTextContent(/^\d+ %$/);
    expect(screen.getByText('if you stop today').nextSibling).toHaveTextContent(/^\d+ %$/);
  });

  it('says what missing today costs, and what other days would bring', async () => {
    openBefore('/plan', 55);
    expect(await screen.findByText(/^Missing today costs/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'The same time on other days' })).toBeVisible();
    expect(screen.getByText('all days, as planned')).toBeVisible();
  });

  it('says so when that cannot be worked out', async () => {
    const advise = () => Promise.reject(new Error('The worker died'));
    openBefore('/plan', 55, { openPriceFinder: async () => ({ ...pricesInProcess, advise }) });
    expect(await screen.findByText('It could not be worked out: The worker died')).toBeVisible();
  });

  it('waits for answers before it says what to expect', async () => {
    openBefore('/plan', 3);
    expect(await screen.findByText('Not enough answers yet to say what to expect: 3 of 60 cards seen.')).toBeVisible();
    expect(screen.queryByText('if you stop today')).toBeNull();
    expect(screen.queryByRole('heading', { name: 'Other ways to spend the time' })).toBeNull();
  });

  it('says when it could not be found, and tries again', async () => {
    let isBroken = true;
    const find: typeof pricesInProcess.find = (...asked) =>
      isBroken ? Promise.reject(new Error('The worker died')) : pricesInProcess.find(...asked);
    const { user } = openBefore('/plan', 30, { openPriceFinder: async () => ({ ...pricesInProcess, find }) });
    const again = await screen.findByRole('button', { name: 'Try again' });
    isBroken = false;
    await user.click(again);
    expect(await screen.findByRole('heading', { name: 'Day by day' })).toBeVisible();
  });

  it('says what it needs without a date, and how far ahead it looks', async () => {
    const { stores } = openApp('/plan', { marks });
    expect(await screen.findByRole('link', { name: 'Set a date' })).toBeVisible();
    stores.record.getState().setting('examDate', '2027-06-01');
    expect(await screen.findByText(/Days are planned from 60 days before an exam/)).toBeVisible();
    stores.record.getState().setting('examDate', '2026-11-23');
    expect(await screen.findByText('The exam is today. Good luck.')).toBeVisible();
    stores.record.getState().setting('examDate', '2026-11-01');
    expect(await screen.findByText(/The exam is past/)).toBeVisible();
  });

  it('gives the learner a calendar of its days', async () => {
    const made: Blob[] = [];
    const createObjectURL = (blob: Blob) => {
      made.push(blob);
      return 'blob:plan';
    };
    vi.stubGlobal('URL', Object.assign(class extends URL {}, { createObjectURL, revokeObjectURL: () => {} }));
    const { user } = openBefore('/plan', 30);
    await user.click(await screen.findByRole('button', { name: 'Save for your calendar' }));
    const text = (await made[0]?.text()) ?? '';
    expect(made[0]?.type).toBe('text/calendar');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(10);
    expect(text).toContain('DTSTART;VALUE=DATE:20261207');
    vi.unstubAllGlobals();
  });
});

describe('days off in the settings', () => {
  it('are kept in their order, and one day of study stays', async () => {
    const { stores, user } = openApp('/settings', { marks });
    const group = await screen.findByRole('group', { name: 'Days off' });
    const daysOff = () => stores.record.getState().settings.daysOff;
    for (const day of ['Sunday', 'Monday', 'Saturday']) await user.click(within(group).getByLabelText(day));
    expect(daysOff()).toBe('167');
    await user.click(within(group).getByLabelText('Saturday'));
    expect(daysOff()).toBe('17');
    for (const day of ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'])
      await user.click(within(group).getByLabelText(day));
    expect(daysOff()).toBe('123457');
    expect(within(group).getByText('One day of study must be left.')).toBeVisible();
    expect(within(group).getByLabelText('Saturday')).not.toBeChecked();
  });

  it('give a day off its own words, and more to whoever wants it', async () => {
    const { stores } = openApp('/', { marks, questions: questions(20) });
    // The Monday of these tests.
    stores.record.getState().setting('daysOff', '1');
    expect(await screen.findByRole('heading', { name: 'A day off' })).toBeVisible();
    expect(screen.getByRole('link', { name: '10 more' })).toBeVisible();
  });
});
