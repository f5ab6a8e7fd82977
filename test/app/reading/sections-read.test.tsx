// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../../src/app/store/stores.tsx';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { openApp } from '../study-builders.tsx';
import { marks, packs, visits } from './reading-visits.ts';

let seeings: (() => void)[] = [];

beforeEach(() => {
  seeings = [];
  vi.stubGlobal('IntersectionObserver', function IntersectionObserver(onSeen: (entries: readonly object[]) => void) {
    seeings.push(() => onSeen([{ isIntersecting: true }]));
    return { observe() {}, disconnect() {} };
  });
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const entriesOf = async (store: ReturnType<typeof createMemoryStore>): Promise<readonly LogEntry[]> =>
  (await store.readFrom(null)).entries;

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

  it('marks in the contents where one is: the last section that began above the reading line', async () => {
    const tops = new Map<string, number>();
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
      return { top: tops.get(this.id) ?? 2000 } as DOMRect;
    });
    visits()('/notes/demo/ports');
    await screen.findByRole('article');
    const scrollTo = (places: Readonly<Record<string, number>>) => {
      for (const [id, top] of Object.entries(places)) tops.set(id, top);
      act(() => void dispatchEvent(new Event('scroll')));
    };
    const marked = () =>
      [...document.querySelectorAll('nav [aria-current=location]')].map((link) => link.getAttribute('href'));
    expect(marked()).toEqual([]);
    scrollTo({ dynamic: -40, fixed: 90 });
    expect(marked()).toEqual(['#fixed']);
    scrollTo({ dynamic: -40, fixed: 900 });
    expect(marked()).toEqual(['#dynamic']);
    scrollTo({ dynamic: 300, fixed: 900 });
    expect(marked()).toEqual([]);
  });

  it('says beforehand how long it takes, in the list and above the note', async () => {
    const visit = visits();
    visit('/notes');
    const list = await screen.findByRole('region', { name: 'Demo' });
    expect(await within(list).findByText(/2 sections · 1 min · 2 questions/)).toBeVisible();
    visit('/notes/demo/ports');
    expect(await screen.findByText('Demo · 1 min to read')).toBeVisible();
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
