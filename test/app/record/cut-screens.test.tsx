// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { planOf } from '../../../src/app/store/plan-store.ts';
import { entryIdOf } from '../../../src/core/model/log/log.ts';
import type { OpenedRecord } from '../../../src/core/model/log/log-store.ts';
import { cardId } from '../../core/ids.ts';
import { type OpenedApp, openApp, openedRecord } from '../study-builders.tsx';
import { cutRecord, past, storeOf } from './cut-record.ts';

afterEach(cleanup);

/** All that can be read; what is said aloud comes with a later frame, and goes again. */
function shown(): string {
  return [...document.body.children].map(({ id, textContent }) => (regions.includes(id) ? '' : textContent)).join('');
}

const regions = ['status', 'alert'];

/** What each of the screens says that an act leads through, over a record that was read whole and over one that was not. */
async function expectSame(path: string, act: (app: OpenedApp) => AsyncGenerator<void>): Promise<void> {
  const texts: string[][] = [];
  for (const open of [openedRecord, cutRecord]) {
    const store = await storeOf(past);
    const said: string[] = [];
    const app = openApp(path, { store, openRecord: async (): Promise<OpenedRecord> => open(store) });
    await expect.poll(() => app.stores.record.getState().opening).toBe('open');
    await expect.poll(() => app.stores.decks.getState().status).toBe('ready');
    for await (const _ of act(app)) {
      await expect.poll(() => app.stores.record.getState().save).not.toBe('saving');
      await expect.poll(() => document.querySelector('[aria-busy=true]')).toBeNull();
      said.push(shown());
    }
    texts.push(said);
    cleanup();
  }
  expect(texts[0]?.join('').length).toBeGreaterThan(100);
  expect(texts[1]).toEqual(texts[0]);
}

/** An app over a snapshot, in which something of the record waits for `release`. */
async function openHeld(
  path: string,
  hold: (whole: OpenedRecord, held: Promise<void>) => Partial<OpenedRecord>,
): Promise<{ readonly stores: OpenedApp['stores']; readonly release: () => void }> {
  const store = await storeOf(past);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const record = await cutRecord(store, hold(await openedRecord(store), held));
  const { stores } = openApp(path, { store, openRecord: async () => record });
  await expect.poll(() => stores.record.getState().opening).toBe('open');
  return { stores, release };
}

it('Today says the same over a snapshot', () =>
  expectSame('/', async function* () {
    await expect.poll(shown).toMatch(/min/);
    yield;
  }));

it('a run through cards with Undo is the same over a snapshot', () =>
  expectSame('/review', async function* ({ user, wait, stores }) {
    await expect.poll(() => stores.session.getState().showing).not.toBeNull();
    for (const keys of ['a{Enter}', '{Enter}', 'b{Enter}', 'u', 'u', '{Enter}']) {
      wait();
      await user.keyboard(keys);
      yield;
    }
  }));

it('the screen stays as it is while the whole log is read', async () => {
  const { stores, release } = await openHeld('/', (whole, held) => ({ readAll: () => held.then(whole.readAll) }));
  await expect.poll(() => stores.decks.getState().status).toBe('ready');
  await expect.poll(shown).toMatch(/min/);
  const text = shown();
  const before = planOf(stores).current().set.cards;
  for (const entry of past.slice(0, 8)) stores.record.getState().undo(entryIdOf(entry));
  await expect.poll(() => stores.record.getState().save).toBe('saved');
  expect(planOf(stores).current().set.cards).toEqual(before);
  expect(shown()).toBe(text);
  release();
  await expect.poll(() => stores.record.getState().cards.get(cardId('demo/one'))?.reps).toBe(1);
});

it('Settings says that the copies are being compared until they have been', async () => {
  const { release } = await openHeld('/settings', (whole, held) => ({ verify: () => held.then(whole.verify) }));
  expect(await screen.findByText(/Its two copies are being compared\.$/)).toBeVisible();
  release();
  expect(await screen.findByText(/Everything is kept/)).toBeVisible();
});
