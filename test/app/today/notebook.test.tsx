// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { showingId } from '../../core/ids.ts';
import { demoCard } from '../card/question-base.ts';
import { type OpenedApp, openApp, threePacks } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };

function answered(path: string, ratings: Readonly<Record<string, Rating>>): OpenedApp {
  const app = openApp(path, { marks });
  const { answer } = app.stores.record.getState();
  for (const [name, r] of Object.entries(ratings))
    answer({ card: demoCard(name), rev: 'rev1', r, took: 1, at: showingId(name) });
  return app;
}

const notebook = () => screen.findByRole('region', { name: 'Your notebook' });

describe('the notebook on Today', () => {
  it('says how far all questions have come, and those of each note, with a square each', async () => {
    answered('/', { two: 1, three: 3 });
    await waitFor(async () => expect(await notebook()).toHaveTextContent('2 of 3 questions seen, 1 missed last time.'));
    const [row] = within(within(await notebook()).getAllByRole('list')[0]!).getAllByRole('listitem');
    expect(row).toHaveTextContent('Ports0 of 3 known, 1 missed');
    expect([...row!.querySelectorAll('.cell')].map(({ className }) => className)).toEqual([
      'cell',
      'cell cell-again',
      'cell cell-1',
    ]);
  });

  it('is a table as well, with the same numbers', async () => {
    const { user } = answered('/', { two: 1, three: 3 });
    await user.click(within(await notebook()).getByText('The same as a table'));
    const rows = within(within(await notebook()).getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      ['Note', 'Questions', 'Seen', 'Known', 'Missed last time'],
      ['Ports', '3', '2', '0', '1'],
    ]);
  });

  it('names the packs where there are several', async () => {
    openApp('/', { marks, packs: threePacks() });
    const links = within(await notebook()).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Demo · Ports of Demo',
      'Other · Other ports',
      'Third · Third ports',
    ]);
  });

  it('leads from a row to practice of its note: what was missed comes first, and counts', async () => {
    const { user, wait, stores } = answered('/', { two: 1 });
    await user.click(await screen.findByRole('link', { name: 'Practise Ports' }));
    await screen.findByRole('heading', { level: 1, name: 'Practice' });
    expect(stores.practice.getState().session?.cards).toEqual(['two', 'one', 'three'].map(demoCard));
    for (let cards = 0; cards < 3; cards += 1) {
      wait();
      await user.keyboard('a{Enter}');
      wait();
      await user.keyboard('{Enter}');
    }
    expect(await screen.findByRole('heading', { name: '3 cards practised' })).toHaveFocus();
    expect(screen.getByText('One answer counted as a review. Nothing else has moved.')).toBeVisible();
    expect(screen.getByText('3 right this time.')).toBeVisible();
  });

  it('says so where all cards of a note are suspended, and where they are listed', async () => {
    const app = openApp('/practice?topic=demo/ports', { marks });
    for (const name of ['one', 'two', 'three'])
      app.stores.record.getState().register({ t: 'suspend', card: demoCard(name), value: true });
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing to practise' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Your marked cards' })).toHaveAttribute('href', '/marked');
  });

  it('finds nothing to practise at the address of a note that no pack has', async () => {
    openApp('/practice?topic=demo/nowhere', { marks });
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing is here' })).toBeVisible();
  });
});

describe('what was missed last time', () => {
  it('can be practised from Today, the latest first', async () => {
    const app = openApp('/', { marks });
    const { answer } = app.stores.record.getState();
    for (const [name, r] of [
      ['one', 1],
      ['two', 3],
      ['three', 1],
    ] as const) {
      app.wait(1000);
      answer({ card: demoCard(name), rev: 'rev1', r, took: 1, at: showingId(name) });
    }
    const link = await screen.findByRole('link', { name: 'Practise 2 you missed last time' });
    expect(link).toHaveAttribute('href', '/practice?cards=demo/three,demo/one');
  });

  it('can be practised with what was missed this week and learnt since', async () => {
    const app = openApp('/', { marks });
    const { answer } = app.stores.record.getState();
    for (const [name, r, at] of [
      ['one', 1, 'a'],
      ['one', 3, 'b'],
      ['two', 1, 'c'],
    ] as const) {
      app.wait(1000);
      answer({ card: demoCard(name), rev: 'rev1', r, took: 1, at: showingId(at) });
    }
    const link = await screen.findByRole('link', { name: 'Practise 2 mistakes from the last 7 days' });
    expect(link).toHaveAttribute('href', '/practice?cards=demo/two,demo/one');
    expect(screen.getByRole('link', { name: 'Practise the one you missed last time' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'All your mistakes' })).toBeVisible();
  });

  it('is not offered while nothing was', async () => {
    answered('/', { one: 3 });
    await notebook();
    expect(screen.queryByRole('region', { name: 'Worth another look' })).toBeNull();
  });
});

describe('a note', () => {
  it('says how many of its questions are known, and leads to their practice', async () => {
    answered('/notes/demo/ports', { one: 3 });
    const tally = await screen.findByRole('region', { name: 'Questions on this note' });
    expect(tally).toHaveTextContent('3 questions, 0 known. Practise them');
    expect(within(tally).getByRole('link')).toHaveAttribute('href', '/practice?topic=demo/ports');
  });
});
