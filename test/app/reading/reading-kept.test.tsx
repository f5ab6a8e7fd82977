// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../../src/app/store/stores.tsx';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { Note } from '../../../src/core/model/pack.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { demoCard, showing } from '../card/question-base.ts';
import { choice, note, openApp, type PortOptions, quietPage, recall, type TestPack } from '../study-builders.tsx';

let seeings: (() => void)[] = [];

beforeEach(() => {
  quietPage();
  seeings = [];
  vi.stubGlobal('IntersectionObserver', function IntersectionObserver(onSeen: (entries: readonly object[]) => void) {
    seeings.push(() => onSeen([{ isIntersecting: true }]));
    return { observe() {}, disconnect() {} };
  });
});
afterEach(cleanup);

const marks = { started: '1' };
const dayMs = 86_400_000;

const twoSections: Note = {
  ...note(),
  sections: [
    { id: 'dynamic', stable: true, title: 'Dynamic ports', body: [['p', 0, 'Text.']] },
    { id: 'fixed', stable: true, title: 'Fixed ports', body: [['p', 0, 'More text.']] },
  ],
};
const packs: readonly TestPack[] = [
  { id: 'demo', questions: [recall('one'), choice('two')], notes: [twoSections] },
  { id: 'other', title: 'Other', questions: [], notes: [twoSections] },
];

/** Opens the app again and again on one record, each time a day later if that is asked for. */
function visits(options: PortOptions = {}) {
  const store = createMemoryStore();
  let tab = 0;
  return (path: string, laterDays = 0) => {
    cleanup();
    tab += 1;
    const opened = openApp(path, { marks, packs, store, tab: `tab${tab}`, ...options });
    opened.ports.time.now += laterDays * dayMs;
    return opened;
  };
}

const entriesOf = async (store: ReturnType<typeof createMemoryStore>): Promise<readonly LogEntry[]> =>
  (await store.readFrom(null)).entries;

/** The box of the question that asks about `one`. */
const boxOfOne = async () =>
  within((await screen.findByText('What about one?')).closest('.inline-question') as HTMLElement);

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
    expect(
      stores.record
        .getState()
        .recent()
        .filter(({ t }) => t === 'answer'),
    ).toMatchObject([{ card: 'demo/one', r: 3, how: 'reading' }]);
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
    await box.findByRole('heading', { name: 'Answered' });
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
    expect((await boxOfOne()).getByRole('heading', { name: 'Answered' })).toBeVisible();
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

describe('reading', () => {
  const seeSection = async (index: number) => {
    await waitFor(() => expect(seeings.length).toBeGreaterThan(index));
    act(() => seeings[index]?.());
  };
  /** All sections that were seen are in the stores: "saved" alone is also said before any of them is noticed. */
  const kept = (stores: Stores, sections: number) =>
    waitFor(() => {
      const { registers, opening, unsaved } = stores.record.getState();
      const read = [...registers.keys()].filter((key) => key.startsWith('read:'));
      expect({ read: read.length, opening, unsaved }).toEqual({ read: sections, opening: 'open', unsaved: 0 });
    });
  const ticks = () =>
    within(screen.getByRole('navigation', { name: 'On this page' }))
      .getAllByRole('listitem')
      .flatMap(({ textContent }) => textContent?.match(/.*(?= \(read\))/) ?? []);

  it('ticks the sections that were read, and still does after a reload', async () => {
    const visit = visits();
    const { stores } = visit('/notes/demo/ports');
    await screen.findByRole('article');
    await seeSection(0);
    await waitFor(() => expect(ticks()).toEqual(['Dynamic ports']));
    await kept(stores, 1);
    visit('/notes/demo/ports');
    await screen.findByRole('article');
    await waitFor(() => expect(ticks()).toEqual(['Dynamic ports']));
  });

  it.each([
    [[], '2 sections'],
    [[1], '1 of 2 sections read'],
    [[0, 1], 'All 2 sections read'],
  ])('after the sections %j the list of notes says "%s", of that pack alone', async (seen, words) => {
    const visit = visits();
    const { stores } = visit('/notes/demo/ports');
    await screen.findByRole('article');
    for (const index of seen) await seeSection(index);
    await kept(stores, seen.length);
    visit('/notes');
    const list = await screen.findByRole('region', { name: 'Demo' });
    expect(await within(list).findByText(words, { exact: false })).toBeVisible();
    expect(
      within(screen.getByRole('region', { name: 'Other' })).getByText('2 sections', { exact: false }),
    ).toBeVisible();
  });

  it('writes each section once, however often it is seen', async () => {
    const store = createMemoryStore();
    for (const tab of ['a', 'b']) {
      cleanup();
      seeings = [];
      const { stores } = openApp('/notes/demo/ports', { marks, packs, store, tab });
      await screen.findByRole('article');
      await seeSection(0);
      await seeSection(0);
      await kept(stores, 1);
    }
    const keys = (await entriesOf(store)).map((entry) => (entry.t === 'setting' ? entry.key : entry.t));
    expect(keys).toEqual(['read:demo/ports#dynamic', 'reading']);
  });
});
