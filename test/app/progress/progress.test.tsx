// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerFields } from '../../../src/core/model/log/log-entry.ts';
import type { Question } from '../../../src/core/model/question.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { cardId, showingId } from '../../core/ids.ts';
import { cutRecord, past, storeOf } from '../record/cut-record.ts';
import { choice, note, openApp, option, type PortOptions } from '../study-builders.tsx';

const marks = { 'hw:abcdefghijklmnopqrst': '1' };
afterEach(cleanup);

const dayMs = 24 * 60 * 60 * 1000;
const questions = (count: number): readonly Question[] => Array.from({ length: count }, (_, n) => choice(`q${n}`));

const figureNames = [
  'If the exam were today',
  'The next 14 days',
  'The notebook, section by section',
  'Mix-ups to clear',
  'Remembered when asked again',
  'Days of study',
  'What was forecast, and what came',
  'Is the forecast right?',
];

function openProgress(options: PortOptions = {}) {
  const app = openApp('/stats', { marks, questions: questions(20), ...options });
  let showings = 0;
  const answer = (name: string, r: Rating, more: Partial<AnswerFields> = {}) => {
    showings += 1;
    const fields = { card: cardId(`demo/${name}`), rev: 'r1', r, took: 20_000, at: showingId(`s${showings}`), ...more };
    app.stores.record.getState().answer(fields);
  };
  return { ...app, answer };
}

/** Each of the cards once a day, on days three apart. */
function studyDays(
  app: ReturnType<typeof openProgress>,
  days: number,
  cards: number,
  rating = (_: number): Rating => 3,
) {
  for (let day = 0; day < days; day += 1) {
    for (let n = 0; n < cards; n += 1) app.answer(`q${n}`, rating(n));
    app.wait(3 * dayMs);
  }
}

const figure = (name: string) => screen.findByRole('region', { name });

/** The rows of a figure's table under its head, each as its cells' texts. */
async function rowsOf(name: string): Promise<readonly (readonly string[])[]> {
  const table = within(await figure(name))
    .getAllByRole('table', { hidden: true })
    .at(-1);
  const rows = within(table as HTMLElement).getAllByRole('row', { hidden: true });
  return rows.slice(1).map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''));
}

describe('progress without an answer', () => {
  it('says what is missing in each figure, and shows no number that nothing stands behind', async () => {
    openProgress();
    for (const name of figureNames) await figure(name);
    expect(await figure('If the exam were today')).toHaveTextContent(
      'Not enough answers yet to say what to expect. Still needed: 50 more answers, and 12 more cards seen.',
    );
    expect(await figure('If the exam were today')).toHaveTextContent('0 of 20 cards seen.');
    expect(await figure('The notebook, section by section')).toHaveTextContent('Nothing was answered yet.');
    expect(await figure('Remembered when asked again')).toHaveTextContent(
      'In the last 30 days no card was asked again on a later day.',
    );
    expect(await figure('Days of study')).toHaveTextContent('Nothing was answered in the last half year.');
    expect(await figure('What was forecast, and what came')).toHaveTextContent(/A week is told of once 10/);
    expect(await figure('Is the forecast right?')).toHaveTextContent('from 50 answers on. There are 0.');
    expect(await figure('Mix-ups to clear')).toHaveTextContent('None now.');
  });

  it('tells of no pack that is off', async () => {
    const { stores } = openProgress();
    await figure('The next 14 days');
    const [pack] = stores.ports.decks.packs;
    if (pack === undefined) throw new Error('no pack');
    stores.record.getState().switchPack(pack.id, false);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'The next 14 days' })).toBeNull());
    expect(screen.getByRole('heading', { level: 1, name: 'Progress' })).toBeVisible();
  });

  it('says why the record could not be read, and reads it again', async () => {
    const store = await storeOf(past);
    let isBroken = true;
    const openRecord = async () => {
      const { readAll, ...record } = await cutRecord(store);
      return { ...record, readAll: () => (isBroken ? Promise.reject(new Error('The disk is gone')) : readAll()) };
    };
    const app = openProgress({ openRecord, questions: [choice('one'), choice('two'), choice('three')] });
    expect(await screen.findByText(/The disk is gone/)).toBeInTheDocument();
    isBroken = false;
    await app.user.click(screen.getByRole('button', { name: 'Try again' }));
    // All of it, and not the latest entries alone.
    expect(await figure('Days of study')).toHaveTextContent('9 answers on 8 days');
  });
});

describe('progress with weeks of answers', () => {
  it('says what to expect, of what it is a share, and that it is no chance of passing', async () => {
    const app = openProgress();
    studyDays(app, 6, 15);
    const region = await figure('If the exam were today');
    await waitFor(() => expect(region).toHaveTextContent(/likely \d+ to \d+ % ?\d+ %/));
    expect(region).toHaveTextContent(
      'So many of the questions of this pack would be right, lucky guesses included. It is not your chance of passing.',
    );
    expect(region).toHaveTextContent('15 of 20 cards seen.');
    expect(within(region).getByRole('link', { name: 'Set the date of your exam' })).toHaveAttribute(
      'href',
      '/settings#study',
    );
    const [row] = await rowsOf('If the exam were today');
    expect(row?.[0]).toBe('You study no more');
    expect(row?.slice(1)).toEqual([
      expect.stringMatching(/^\d+ %$/),
      expect.stringMatching(/^\d+ to \d+ %$/),
      expect.stringMatching(/^\d+ %$/),
    ]);
  });

  it('says both numbers before an exam: by those who keep to the plan, and by those who stop', async () => {
    const app = openProgress();
    studyDays(app, 6, 15);
    app.stores.record.getState().setting('examDate', '2026-12-24');
    const region = await figure('Expected on December 24');
    await waitFor(() => expect(region).toHaveTextContent(/if you keep to 15 min a day/));
    expect(region).toHaveTextContent(/If you stop today: \d+ %, likely \d+ to \d+ %\./);
    const rows = await rowsOf('Expected on December 24');
    expect(rows.map(([name]) => name)).toEqual(['You keep to the plan', 'You study no more']);
    const [kept, stopped] = rows.map(([, mean]) => Number.parseInt(mean ?? '', 10));
    expect(kept).toBeGreaterThanOrEqual(stopped ?? 100);
  });

  it('tells each figure in words, and the same in a table', async () => {
    const app = openProgress();
    studyDays(app, 6, 15, (n) => (n === 0 ? 1 : 3));
    expect(await figure('Remembered when asked again')).toHaveTextContent(
      /In the last 30 days \d+ of \d+ were remembered/,
    );
    expect(await figure('Days of study')).toHaveTextContent('90 answers on 6 days of the last half year');
    const weeks = await rowsOf('Days of study');
    expect(weeks.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(90);
    expect(await rowsOf('The next 14 days')).toHaveLength(14);
    const sections = await rowsOf('The notebook, section by section');
    expect(sections).toEqual([[expect.any(String), '20', '15', expect.stringMatching(/^\d+(\.\d)?$/)]]);
    const forecasts = await rowsOf('What was forecast, and what came');
    expect(forecasts.length).toBeGreaterThan(0);
    expect(forecasts[0]?.[0]).toMatch(/^Week of/);
    const tenths = await rowsOf('Is the forecast right?');
    expect(tenths.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(75);
    const region = await figure('Is the forecast right?');
    for (const name of ['The forecast', 'Always the average', 'The latest 50'])
      expect(within(region).getByRole('row', { name: new RegExp(name) })).toBeVisible();
  });

  it('says how often guesses were right', async () => {
    const app = openProgress();
    app.answer('q0', 3, { guess: true, score: 1 });
    app.answer('q1', 1, { guess: true, score: 0 });
    expect(await screen.findByText('When you said that you were guessing you were right 1 of 2 times.')).toBeVisible();
  });

  it('is drawn anew with what is answered, without a reload', async () => {
    const app = openProgress();
    await figure('Days of study');
    app.answer('q0', 3);
    await waitFor(async () => expect(await figure('Days of study')).toHaveTextContent('1 answer on 1 day'));
  });
});

describe('a mix-up', () => {
  const believed: Question = {
    ...choice('q0'),
    kind: 'choice',
    shuffle: false,
    options: [option('alpha', true), { ...option('beta'), belief: 'ports-collide' }, option('gamma')],
  };
  const info = { beliefs: { 'ports-collide': 'Only host ports collide.' } };
  const packs = [{ id: 'demo', questions: [believed, choice('q1')], info, notes: [note()] }];

  it('is told with what is true and the way to clear it, until it is', async () => {
    const app = openProgress({ packs });
    app.answer('q0', 1, { given: 'beta', score: 0 });
    app.answer('q0', 1, { given: 'beta', score: 0 });
    const region = await figure('Mix-ups to clear');
    await within(region).findByText('Only host ports collide.');
    expect(region).toHaveTextContent(
      'Mixed up twice in 1 question, last on November 23. 1 question still to answer right.',
    );
    expect(within(region).getByRole('link', { name: 'Practise 1 card on it' })).toHaveAttribute(
      'href',
      '/practice?cards=demo/q0',
    );
    app.answer('q0', 3, { given: 'alpha', score: 1 });
    await waitFor(() => expect(region).toHaveTextContent('None now.'));
  });
});
