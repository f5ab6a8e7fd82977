// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { packsOffMark } from '../../../src/app/store/record/record-marks.ts';
import type { Stores } from '../../../src/app/store/stores.tsx';
import type { CardId, OptionId, Timestamp } from '../../../src/core/model/id.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { cardId, logId, packId } from '../../core/ids.ts';
import { demoCard, showing } from '../card/question-base.ts';
import { openApp, type PortOptions, threePacks } from '../study-builders.tsx';

afterEach(cleanup);

const marks = { started: '1' };
const packs = threePacks();
const ids = ['demo', 'other', 'third'];

/** The app with some of the three packs off, as an earlier visit left the record. */
async function openWithout(off: readonly string[], path: string, options: PortOptions = {}) {
  const store = createMemoryStore();
  await store.append(off.map((pack, index) => switched(pack, index)));
  return openApp(path, { marks, packs, store, ...options });
}

const moment = Date.UTC(2026, 10, 22);

function switched(pack: string, index: number): LogEntry {
  return { v: 1, log: logId('before'), n: index + 1, ms: moment as Timestamp, c: index, tz: 0, t: 'pack-off', pack };
}

const noneOn = 'All packs are off';

describe('with one pack of three off', () => {
  it('Today plans the cards of the others, and names their packs', async () => {
    await openWithout(['demo'], '/');
    await screen.findByRole('heading', { name: /2 cards ready/ });
    const topics = within(screen.getByRole('list', { name: 'Topics' })).getAllByRole('listitem');
    expect(topics.map(({ textContent }) => textContent)).toEqual([
      'Other · Other ports 1, 1 new',
      'Third · Third ports 1, 1 new',
    ]);
  });

  it('a review asks for the cards of the others', async () => {
    const { stores } = await openWithout(['other'], '/review');
    await screen.findByRole('button', { name: 'Check answer' });
    expect(stores.session.getState().session?.cards).toEqual(['demo/one', 'third/three']);
  });

  it('the notes of the others are listed below the titles of their packs', async () => {
    await openWithout(['demo'], '/notes');
    await screen.findByRole('link', { name: 'Other ports' });
    const names = screen.getAllByRole('heading').map((heading) => `${heading.tagName} ${heading.textContent}`);
    expect(names).toEqual(['H1 Notes', 'H2 Other', 'H3 Other ports', 'H2 Third', 'H3 Third ports', 'H3 Roles']);
  });

  it('search finds what is in the others, and says in which', async () => {
    await openWithout(['demo'], '/search?q=dynamic');
    const results = await screen.findByRole('region', { name: 'Results' });
    const found = within(results).getAllByRole('listitem');
    expect(found.map((item) => item.querySelector('p')?.textContent?.split(' · ')[0]).sort()).toEqual([
      'Other',
      'Third',
      'Third',
    ]);
  });

  it('a search without results leads to notes of the others', async () => {
    await openWithout(['demo'], '/search?q=zzzz');
    await screen.findByText(/Nothing found for/);
    const links = within(screen.getByRole('main')).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual(['Other ports', 'Third ports', 'Roles']);
  });

  it('a first visit begins with a card of the next one', async () => {
    const { stores } = await openWithout(['demo'], '/', { marks: { [packsOffMark]: 'demo' } });
    expect(stores.session.getState().session?.cards).toEqual(['other/two']);
  });

  it('a first visit whose marks are gone changes to a card of the others when the record is there', async () => {
    const { stores } = await openWithout(['demo'], '/', { marks: {} });
    await expect.poll(() => stores.session.getState().session?.cards).toEqual(['other/two', 'third/three']);
  });

  it('Today does not lead back into its notes', async () => {
    const { stores } = await openWithout(['demo'], '/');
    stores.record.getState().remember('reading', 'demo/ports#dynamic');
    expect(await screen.findByRole('link', { name: 'Other ports' })).toHaveAttribute('href', '/notes/other/ports');
  });

  it.each(['/notes/demo/ports', '/q/demo/one'])('%s still opens, and says that it is off', async (path) => {
    await openWithout(['demo'], path);
    expect(await screen.findByText(/The pack “Demo” is off/)).toBeVisible();
  });

  it('an answer is still written and folded, so that nothing is lost', async () => {
    const { stores } = await openWithout(['demo'], '/');
    await screen.findByRole('heading', { name: /2 cards ready/ });
    const answer = { card: demoCard('one'), rev: 'rev1', r: 3, took: 1, at: showing('x') } as const;
    stores.record.getState().answer(answer);
    expect(stores.record.getState().cards.get(demoCard('one'))?.reps).toBe(1);
  });
});

describe('with two packs of three off', () => {
  it('nothing names the only pack that is left', async () => {
    await openWithout(['demo', 'third'], '/notes');
    await screen.findByRole('link', { name: 'Other ports' });
    expect(screen.queryByRole('heading', { name: 'Other' })).toBeNull();
  });
});

describe('with every pack off', () => {
  it.each(['/', '/review', '/notes', '/search?q=dynamic'])('%s says so and leads to the switches', async (path) => {
    await openWithout(ids, path);
    await screen.findByRole('heading', { name: noneOn });
    expect(screen.getByRole('link', { name: 'Choose packs' })).toHaveAttribute('href', '/settings#packs');
  });
});

describe('the heading of a card', () => {
  it.each([
    ['names its pack among several', [], /^Other · Other ports/],
    ['does not name the only pack that is on', ['demo', 'third'], /^Other ports/],
    ['names its pack when that is off', ['other'], /^Other · Other ports/],
  ])('%s', async (_rule, off, words) => {
    await openWithout(off, '/q/other/two');
    const heading = await screen.findByRole('heading', { level: 2, name: /Other ports/ });
    expect(heading.textContent?.trim()).toMatch(words);
  });
});

describe('the switches in Settings', () => {
  const switchOf = (title: string) => screen.findByRole('checkbox', { name: title });

  it('list every pack with what is in it', async () => {
    await openWithout(['other'], '/settings');
    const third = await switchOf('Third');
    await waitFor(() => expect(third).toHaveAccessibleDescription('1 question, 2 notes. Licence CC0-1.0.'));
    expect([await switchOf('Demo'), await switchOf('Other')].map((box) => (box as HTMLInputElement).checked)).toEqual([
      true,
      false,
    ]);
  });

  it('take a pack out of the plan and bring it back, as entries of the log', async () => {
    const { stores, user } = await openWithout([], '/settings');
    await user.click(await switchOf('Other'));
    expect(stores.record.getState().packs.get('other')).toBe(false);
    await user.click(await switchOf('Other'));
    expect(
      stores.record
        .getState()
        .recent()
        .map(({ t }) => t),
    ).toEqual(['pack-off', 'pack-on']);
  });

  describe('while a run is under way', () => {
    async function openWithRun(...cards: readonly string[]) {
      const app = await openWithout([], '/settings');
      await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
      await waitFor(() => expect(app.stores.decks.getState().status).toBe('ready'));
      app.stores.session.getState().begin(cards as readonly CardId[]);
      await waitFor(() => expect(app.stores.session.getState().showing).not.toBeNull());
      app.wait();
      return app;
    }
    const answersOf = ({ record }: Stores) =>
      record
        .getState()
        .recent()
        .filter(({ t }) => t === 'answer');

    it('end it when it would ask for cards of the pack', async () => {
      const { stores, user } = await openWithRun('other/two', 'demo/one');
      await user.click(await switchOf('Demo'));
      expect(stores.session.getState().session).toBeNull();
    });

    it('end it when it may draw cards of the pack in', async () => {
      const { stores, user } = await openWithRun('other/two');
      stores.session.getState().begin([cardId('other/two')], { spare: [demoCard('one')] });
      await user.click(await switchOf('Demo'));
      expect(stores.session.getState().session).toBeNull();
    });

    it('leave it when it has none, or none any more', async () => {
      const { stores, user } = await openWithRun('other/two');
      await user.click(await switchOf('Demo'));
      expect(stores.session.getState().session?.current).toBe('other/two');
    });

    it('leave it when a pack comes on', async () => {
      const { stores, user } = await openWithRun('demo/one');
      await user.click(await switchOf('Other'));
      await user.click(await switchOf('Other'));
      expect(stores.session.getState().session?.current).toBe('demo/one');
    });

    it.each([
      ['alpha', 3],
      ['beta', 1],
    ])('lose no answer that was checked: %s is rated %i', async (option, rating) => {
      const { stores, user, wait } = await openWithRun('demo/one');
      const run = stores.session.getState();
      run.respond({ kind: 'choice', option: option as OptionId });
      run.check();
      wait();
      await user.click(await switchOf('Demo'));
      expect(answersOf(stores)).toMatchObject([{ card: 'demo/one', r: rating }]);
    });

    it('count nothing that was not checked', async () => {
      const { stores, user } = await openWithRun('demo/one');
      stores.session.getState().respond({ kind: 'choice', option: 'alpha' as OptionId });
      await user.click(await switchOf('Demo'));
      expect(answersOf(stores)).toEqual([]);
    });
  });

  it('leave a mark for the next visit, which waits for no store', async () => {
    const { ports, user } = await openWithout(['third'], '/settings');
    await user.click(await switchOf('Demo'));
    expect(ports.marks.get(packsOffMark)).toBe('third demo');
  });

  it('write nothing when nothing changes', async () => {
    const { stores } = await openWithout(['other'], '/settings');
    await expect.poll(() => stores.record.getState().opening).toBe('open');
    stores.record.getState().switchPack(packId('other'), false);
    stores.record.getState().switchPack(packId('demo'), true);
    expect(stores.record.getState().entries).toBe(1);
  });

  it('a stale mark does not outlive the opening of the record', async () => {
    const { stores } = await openWithout([], '/settings', { marks: { ...marks, [packsOffMark]: 'demo' } });
    await expect.poll(() => stores.record.getState().packs.size).toBe(0);
  });
});
