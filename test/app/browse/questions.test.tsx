// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { packId } from '../../core/ids.ts';
import { demoCard, showing } from '../card/question-base.ts';
import { choice, type OpenedApp, openApp, recall, threePacks } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };
const questions = [
  choice('one'),
  choice('two'),
  recall('three'),
  { ...choice('four'), tags: ['iam'], difficulty: 3 as const },
];

/** The screen after answers to some cards. */
async function opened(path: string, ratings: Readonly<Record<string, Rating>> = {}): Promise<OpenedApp> {
  const app = openApp(path, { marks, questions });
  await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
  for (const [name, r] of Object.entries(ratings)) {
    app.wait(1000);
    app.stores.record.getState().answer({ card: demoCard(name), rev: 'rev1', r, took: 1, at: showing(name) });
  }
  return app;
}

const listed = () => screen.getAllByRole('link', { name: /^What about/ }).map(({ textContent }) => textContent);
const filters = () => screen.findByRole('region', { name: 'Filters' });

async function filter(group: string, name: RegExp): Promise<HTMLElement> {
  const list = within(await filters()).getByRole('list', { name: group, hidden: true });
  return within(list).getByRole('checkbox', { name, hidden: true });
}

describe('the screen of all questions', () => {
  it('lists every question by what it asks, and says how it stands', async () => {
    await opened('/questions', { two: 1 });
    expect(await screen.findByRole('heading', { level: 2, name: '4 questions' })).toBeVisible();
    await waitFor(() => expect(listed()).toEqual(['one', 'two', 'three', 'four'].map((name) => `What about ${name}?`)));
    expect(
      screen.getAllByRole('listitem').some((row) => row.textContent?.includes('Due today · missed last time')),
    ).toBe(true);
    expect(document.title).toBe('Questions · Sveska');
  });

  it('says beside each value how many questions it would bring, and keeps what is chosen in the address', async () => {
    const { user } = await opened('/questions', { two: 1, one: 3 });
    expect(await filter('State', /^New 2/)).not.toBeChecked();
    await user.click(await filter('State', /^Due today 1/));
    expect(location.search).toBe('?state=due');
    await waitFor(() => expect(listed()).toEqual(['What about two?']));
    expect(await filter('State', /^Due today 1/)).toHaveFocus();
    await user.click(await filter('State', /^New 2/));
    expect(location.search).toBe('?state=due&state=new');
    expect(await screen.findByRole('heading', { name: '3 questions' })).toBeVisible();
  });

  it('opens as an address says, and takes single filters away', async () => {
    const { user } = await opened('/questions?kind=choice&difficulty=3&order=weakest&nonsense=1');
    await waitFor(() => expect(listed()).toEqual(['What about four?']));
    expect(screen.getByRole('combobox', { name: 'Order' })).toHaveValue('weakest');
    await user.click(screen.getByRole('button', { name: /^Remove: Difficulty, ?Hard/ }));
    expect(location.search).toBe('?kind=choice&order=weakest');
    expect(await screen.findByRole('heading', { name: '3 questions' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Remove all' }));
    expect(location.search).toBe('?order=weakest');
    expect(await screen.findByRole('heading', { name: '4 questions' })).toHaveFocus();
  });

  it('finds by words, and says so when nothing fits', async () => {
    const { user } = await opened('/questions');
    await user.type(await screen.findByRole('searchbox', { name: 'Questions about' }), 'three{Enter}');
    await waitFor(() => expect(listed()).toEqual(['What about three?']));
    expect(location.search).toBe('?q=three');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'nowhere{Enter}');
    expect(await screen.findByText('No question fits all of this.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all questions' }));
    expect(await screen.findByRole('heading', { name: '4 questions' })).toBeVisible();
    expect(location.search).toBe('');
  });

  it('puts the weakest first', async () => {
    const { user } = await opened('/questions', { one: 3, three: 1 });
    await screen.findByRole('heading', { name: '4 questions' });
    await user.click(screen.getByRole('checkbox', { name: 'Shuffled' }));
    const order = screen.getByRole('combobox', { name: 'Order' });
    order.focus();
    await user.selectOptions(order, 'weakest');
    expect(order).toHaveFocus();
    expect(screen.getByRole('checkbox', { name: 'Shuffled' })).not.toBeChecked();
    expect(listed().slice(0, 2)).toEqual(['What about three?', 'What about one?']);
  });

  it('leaves out the questions of a pack that is off', async () => {
    const app = openApp('/questions', { marks, packs: threePacks() });
    expect(await screen.findByRole('heading', { name: '3 questions' })).toBeVisible();
    app.stores.record.getState().switchPack(packId('other'), false);
    expect(await screen.findByRole('heading', { name: '2 questions' })).toBeVisible();
    for (const pack of ['demo', 'third']) app.stores.record.getState().switchPack(packId(pack), false);
    expect(await screen.findByRole('heading', { name: 'All packs are off' })).toBeVisible();
  });

  it('shows a screenful at first, and fifty more each time they are asked for', async () => {
    const many = Array.from({ length: 120 }, (_, n) => choice(`q${n}`));
    const { user } = openApp('/questions', { marks, questions: many });
    const rows = () => document.querySelectorAll('.question-list li').length;
    for (const [shown, left] of [
      [20, 'Show 50 more of 100'],
      [70, 'Show 50 more of 50'],
    ] as const) {
      const more = await screen.findByText(left);
      expect(rows()).toBe(shown);
      await user.click(more);
    }
    expect(rows()).toBe(120);
    expect(screen.queryByText(/more of/)).toBeNull();
  });
});

describe('what can be done from a row', () => {
  async function openRow(app: OpenedApp, name: string): Promise<void> {
    const button = await screen.findByRole('button', { name: 'More', description: `What about ${name}?` });
    await app.user.click(button);
  }
  const stateOf = ({ stores }: OpenedApp, name: string) => stores.record.getState().cards.get(demoCard(name));

  it('flags, suspends and brings back', async () => {
    const app = await opened('/questions');
    await openRow(app, 'one');
    await app.user.click(screen.getByRole('button', { name: 'Flag' }));
    await app.user.click(screen.getByRole('button', { name: 'Suspend' }));
    expect(stateOf(app, 'one')).toMatchObject({ flagged: true, suspended: true });
    await app.user.click(screen.getByRole('button', { name: 'Bring back' }));
    expect(stateOf(app, 'one')).toMatchObject({ suspended: false });
  });

  it('forgets a card once that was asked', async () => {
    const app = await opened('/questions?missed=last', { one: 1 });
    await openRow(app, 'one');
    const before = stateOf(app, 'one');
    await app.user.click(screen.getByRole('button', { name: 'Forget' }));
    expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus();
    await app.user.keyboard('{Enter}');
    expect(stateOf(app, 'one')).toEqual(before);
    expect(screen.getByRole('button', { name: 'Forget' })).toHaveFocus();
    await app.user.keyboard('{Enter}{Tab}{Enter}');
    expect(stateOf(app, 'one')).toMatchObject({ due: null, reps: 0 });
    await waitFor(() => expect(screen.getByRole('heading', { name: '0 questions' })).toHaveFocus());
  });

  it('offers a card that was never answered nothing to forget', async () => {
    const app = await opened('/questions');
    await openRow(app, 'one');
    expect(screen.queryByRole('button', { name: 'Forget' })).toBeNull();
  });

  it('writes a note', async () => {
    const app = await opened('/questions');
    await openRow(app, 'two');
    await app.user.click(screen.getByRole('button', { name: 'Write a note on this card' }));
    await app.user.type(screen.getByRole('textbox', { name: /^Your note/ }), 'Mine.');
    await app.user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(stateOf(app, 'two')).toMatchObject({ note: 'Mine.' });
  });

  it('leads the focus to the count when its row leaves the list', async () => {
    const app = await opened('/questions?state=flagged');
    for (const name of ['one', 'two'])
      app.stores.record.getState().register({ t: 'flag', card: demoCard(name), value: true });
    for (const [name, left] of [
      ['one', '1 question'],
      ['two', '0 questions'],
    ] as const) {
      await openRow(app, name);
      await app.user.click(screen.getByRole('button', { name: 'Flagged' }));
      await waitFor(() => expect(screen.getByRole('heading', { name: left })).toHaveFocus());
    }
    expect(screen.getByText('No question fits all of this.')).toBeVisible();
  });
});

describe('practise these', () => {
  it('asks what is listed, in its order or by chance, and says what was counted', async () => {
    const app = await opened('/questions?kind=choice', { two: 1 });
    await app.user.click(await screen.findByRole('checkbox', { name: 'Shuffled' }));
    await app.user.click(screen.getByRole('link', { name: 'All 3 cards' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Practice' })).toBeVisible();
    const run = () => app.stores.practice.getState().session?.cards;
    await waitFor(() => expect(run()).toEqual(['one', 'two', 'four'].map(demoCard)));
    for (const words of ['A new card', 'This card is due', 'A new card']) {
      expect(await screen.findByText(new RegExp(words))).toBeVisible();
      app.wait();
      await app.user.keyboard('a{Enter}');
      app.wait();
      await app.user.keyboard('{Enter}');
    }
    expect(await screen.findByText('One answer counted as a review. Nothing else has moved.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Done' })).toHaveAttribute('href', '/questions?kind=choice');
  });

  it('goes on with the same cards whatever an answer changes', async () => {
    const app = await opened('/', { one: 1, two: 1 });
    act(() => navigate('/practice?missed=last&most=all'));
    await waitFor(() => expect(app.stores.practice.getState().session?.cards).toHaveLength(2));
    app.wait();
    await app.user.keyboard('a{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(app.stores.practice.getState().session?.cards).toHaveLength(2);
    expect(await screen.findByText('What about two?')).toBeVisible();
  });

  it('counts what waits for Continue when the learner goes, and is found again by a step back', async () => {
    const app = await opened('/questions?state=new', { one: 3, two: 3, four: 3 });
    await app.user.click(await screen.findByRole('link', { name: 'The one card' }));
    await waitFor(() => expect(app.stores.practice.getState().session?.cards).toEqual([demoCard('three')]));
    app.wait();
    await app.user.keyboard(' ');
    app.wait();
    await app.user.keyboard('1');
    expect(await screen.findByText('One missed card comes back today. Nothing else has moved.')).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Try again' }));
    act(() => navigate('/notes'));
    await screen.findByRole('heading', { level: 1, name: 'Notes' });
    act(() => history.back());
    expect(await screen.findByText('What about three?')).toBeVisible();
  });

  it('draws the same cards by the same address', async () => {
    const first = await opened('/practice?most=2&seed=5');
    await waitFor(() => expect(first.stores.practice.getState().session?.cards).toHaveLength(2));
    const cards = first.stores.practice.getState().session?.cards;
    cleanup();
    const again = await opened('/practice?most=2&seed=5');
    await waitFor(() => expect(again.stores.practice.getState().session?.cards).toEqual(cards));
  });

  it('says so where nothing can be asked, and leads back to the questions', async () => {
    await opened('/practice?state=flagged&most=10');
    expect(await screen.findByRole('heading', { level: 1, name: 'Nothing to practise' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Choose other questions' })).toHaveAttribute(
      'href',
      '/questions?state=flagged',
    );
  });
});
