// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../../src/app/store/stores.tsx';
import type { Question } from '../../../src/core/model/question.ts';
import type { RichText } from '../../../src/core/model/rich-text.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { questionId } from '../../core/ids.ts';
import { demoCard, showing } from '../card/question-base.ts';
import { choice, multi, openedRecord, type PortOptions, recall } from '../study-builders.tsx';
import { twoSections, visits } from './reading-visits.ts';

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', function IntersectionObserver() {
    return { observe() {}, disconnect() {} };
  });
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const answersIn = ({ record }: Stores) =>
  record
    .getState()
    .recent()
    .filter(({ t }) => t === 'answer');

/** The question of the note that asks about `what`. */
const boxOf = async (what: string) =>
  within((await screen.findByText(`What about ${what}?`)).closest('.inline-question') as HTMLElement);

const boxOfOne = () => boxOf('one');

describe('a question in a note', () => {
  async function rate(name: 'Remembered' | 'Not yet') {
    const visit = visits();
    const opened = visit('/notes/demo/ports');
    const box = await boxOfOne();
    await opened.user.click(box.getByRole('button', { name: 'Show answer' }));
    await opened.user.click(await box.findByRole('button', { name }));
    await waitFor(() => expect(opened.stores.record.getState().save).toBe('saved'));
    return { visit, ...opened };
  }

  it('is answered as what it is: a reading, not a review', async () => {
    const { stores } = await rate('Remembered');
    expect(answersIn(stores)).toMatchObject([{ card: 'demo/one', r: 3, how: 'reading' }]);
  });

  it.each([
    ['Remembered', /In your reviews\. It comes back in \d days\./],
    ['Not yet', /In your reviews\. It comes back today\./],
  ] as const)('says after "%s" when it comes back', async (name, words) => {
    await rate(name);
    expect((await boxOfOne()).getByText(words)).toBeVisible();
  });

  it('keeps the focus on the answer when its buttons are gone', async () => {
    await rate('Remembered');
    expect(document.activeElement?.className).toBe('inline-answer');
  });

  it.each([0, 1, 400])('does not ask again when the page is opened %i days later', async (days) => {
    const { visit } = await rate('Remembered');
    const { user } = visit('/notes/demo/ports', days);
    const box = await boxOfOne();
    await box.findByText(/^In your reviews/);
    await user.click(box.getByRole('button', { name: 'Show answer' }));
    expect(box.queryByRole('button', { name: 'Remembered' })).toBeNull();
  });

  it('asks again when its card is new again', async () => {
    const { stores } = await rate('Remembered');
    act(() => stores.record.getState().register({ t: 'reset', card: demoCard('one') }));
    expect((await boxOfOne()).getByRole('button', { name: 'Remembered' })).toBeVisible();
  });

  it('is not asked when its card was answered in a review', async () => {
    const { stores } = visits()('/notes/demo/ports');
    await boxOfOne();
    const answer = { card: demoCard('one'), rev: 'rev1', r: 3, took: 1, at: showing('review') } as const;
    act(() => void stores.record.getState().answer(answer));
    expect((await boxOfOne()).getByText(/^In your reviews/)).toBeVisible();
  });

  it('cannot be rated before the record says whether it was answered', async () => {
    const { user } = visits({ openRecord: () => new Promise(() => {}) })('/notes/demo/ports');
    const box = await boxOfOne();
    await user.click(box.getByRole('button', { name: 'Show answer' }));
    expect(box.queryByRole('button', { name: 'Remembered' })).toBeNull();
  });

  it('of a suspended card says that it does not come up', async () => {
    const { stores } = visits()('/notes/demo/ports');
    await boxOfOne();
    act(() => stores.record.getState().register({ t: 'suspend', card: demoCard('one'), value: true }));
    expect((await boxOfOne()).getByText('Suspended: it does not come up in reviews.')).toBeVisible();
  });
});

describe('a question with options in a note', () => {
  async function pick(option: 'Alpha' | 'Beta', options?: PortOptions) {
    const opened = visits(options)('/notes/demo/ports');
    const box = await boxOf('two');
    await opened.user.click(box.getByRole('radio', { name: new RegExp(option, 'i') }));
    await opened.user.click(box.getByRole('button', { name: 'Check answer' }));
    return { box, ...opened };
  }

  it.each([
    ['Alpha', 'Correct.', 3],
    ['Beta', /^Not this time\. The answer is [AB]\.$/, 1],
  ] as const)('[S80] is pressed in place, and no guess is looked for: %s', async (option, words, r) => {
    const { box, stores } = await pick(option);
    expect(box.getByText(words)).toBeVisible();
    expect(document.activeElement?.className).toBe('inline-answer');
    expect(box.queryByRole('button', { name: 'Remembered' })).toBeNull();
    expect(box.queryByRole('radio')).toBeNull();
    const graded = { score: r === 3 ? 1 : 0, given: option.toLowerCase() };
    await waitFor(() => expect(answersIn(stores)).toMatchObject([{ card: 'demo/two', r, how: 'reading', ...graded }]));
    expect(answersIn(stores)[0]).not.toHaveProperty('p');
  });

  it('can still be thought over and shown, and is rated by the reader then', async () => {
    const { user, stores } = visits()('/notes/demo/ports');
    const box = await boxOf('two');
    await user.click(box.getByRole('button', { name: 'Show answer' }));
    expect(box.getByText('Correct')).toBeVisible();
    await user.click(box.getByRole('button', { name: 'Not yet' }));
    expect(answersIn(stores)).toMatchObject([{ card: 'demo/two', r: 1 }]);
  });

  it('is counted when the record has been read, if that is later', async () => {
    let open = () => {};
    const store = createMemoryStore();
    const { box, stores } = await pick('Alpha', {
      openRecord: () => new Promise((resolve) => (open = () => resolve(openedRecord(store)))),
    });
    expect(box.getByText('Correct.')).toBeVisible();
    expect(answersIn(stores)).toEqual([]);
    await act(async () => open());
    await waitFor(() => expect(answersIn(stores)).toMatchObject([{ card: 'demo/two', r: 3 }]));
  });

  it('counts once: not again after its card was forgotten', async () => {
    const { stores } = await pick('Alpha');
    await waitFor(() => expect(answersIn(stores)).toHaveLength(1));
    act(() => stores.record.getState().register({ t: 'reset', card: demoCard('two') }));
    expect(answersIn(stores)).toHaveLength(1);
  });

  it('is not rated later when it did not count at first', async () => {
    const { stores } = visits()('/notes/demo/ports');
    const box = await boxOf('two');
    act(() => stores.record.getState().register({ t: 'suspend', card: demoCard('two'), value: true }));
    await userEvent.click(box.getByRole('radio', { name: /alpha/ }));
    await userEvent.click(box.getByRole('button', { name: 'Check answer' }));
    act(() => stores.record.getState().register({ t: 'suspend', card: demoCard('two'), value: false }));
    expect(answersIn(stores)).toEqual([]);
  });

  it('says on Enter that nothing was picked, until something is; what was picked and taken back is nothing', async () => {
    const questions = [multi('many')];
    const { user } = visits({ packs: [{ id: 'demo', questions, notes: [twoSections] }] })('/notes/demo/ports');
    const box = await boxOf('many');
    const [first] = box.getAllByRole('checkbox') as [HTMLElement];
    await user.dblClick(first);
    expect(box.getByRole('button', { name: 'Show answer' })).toBeVisible();
    first.focus();
    await user.keyboard('{Enter}');
    const group = first.closest('fieldset');
    expect(group).toHaveFocus();
    expect(group).toHaveAccessibleDescription('What about many? Choose your answers first.');
    await user.click(first);
    expect(group).toHaveAccessibleDescription('What about many?');
    expect(box.getByRole('button', { name: 'Check answer' })).toBeVisible();
  });

  it('of a case is not asked: its scenario does not stand here', async () => {
    const scenario: RichText = [['p', 0, 'A shop.']];
    const inCase: Question = { ...choice('three'), case: { id: questionId('demo/shop'), title: 'The shop', scenario } };
    const questions = [recall('one'), inCase];
    visits({ packs: [{ id: 'demo', questions, notes: [twoSections] }] })('/notes/demo/ports');
    await boxOfOne();
    expect(document.querySelectorAll('.inline-question')).toHaveLength(1);
  });
});
