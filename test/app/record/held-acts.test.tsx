// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Later, later } from '../../../src/app/later.ts';
import { createStores } from '../../../src/app/store/stores.tsx';
import { entryIdOf } from '../../../src/core/model/log/log.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { cardId } from '../../core/ids.ts';
import { openApp, openedRecord, option, type PortOptions, portsOf } from '../study-builders.tsx';

afterEach(cleanup);

const one = cardId('demo/one');

/** Code that comes when it is released. */
function heldCode() {
  let release = () => {};
  const held = new Promise<Later>((resolve) => {
    release = () => resolve(later);
  });
  return { loadLater: () => held, release };
}

/** A run on its first card, whose wrong answer has been checked. */
function answerWrong(options: PortOptions) {
  const ports = portsOf(options);
  const stores = createStores(ports);
  void stores.record.getState().open();
  const run = stores.session.getState();
  run.begin([one, cardId('demo/two')]);
  ports.time.now += 1000;
  run.respond({ kind: 'choice', option: option('beta').id });
  run.check();
  return { ...stores, time: ports.time };
}

describe('before the code of the record is there', () => {
  it('an answer has its verdict, and counts as not saved', () => {
    const { session, record } = answerWrong(heldCode());
    expect(session.getState().showing).toMatchObject({ phase: 'answered', verdict: { score: 0 } });
    expect(record.getState()).toMatchObject({ unsaved: 1, save: 'saving' });
  });

  it('it is written once, as of the moment in which it was given, and the run knows it then', async () => {
    const store = createMemoryStore();
    const code = heldCode();
    const { session, record, time } = answerWrong({ ...code, store });
    const given = time.now;
    time.now += 60_000;
    code.release();
    await expect.poll(() => record.getState().acknowledged).not.toBeNull();
    const { entries } = await store.readFrom(null);
    expect(entries).toMatchObject([{ t: 'answer', card: one, r: 1, ms: given }]);
    expect(session.getState().showing?.entry).toBe(entryIdOf(entries[0]!));
    expect(record.getState()).toMatchObject({ unsaved: 0, save: 'saved' });
    expect(record.getState().cards.get(one)?.reps).toBe(1);
  });

  it('what is done after waits for it, in order', async () => {
    const store = createMemoryStore();
    const code = heldCode();
    const { session, record, time } = answerWrong({ ...code, store });
    time.now += 1000;
    record.getState().register({ t: 'flag', card: one, value: true });
    session.getState().undo();
    code.release();
    await expect.poll(() => record.getState().acknowledged).not.toBeNull();
    expect((await store.readFrom(null)).entries.map(({ t }) => t)).toEqual(['answer', 'flag', 'undo']);
    expect(session.getState().showing).toMatchObject({ phase: 'asking', entry: null });
  });

  it('a page that is left then has its answer written by the next one', async () => {
    const store = createMemoryStore();
    const { ports } = answerWrong({ ...heldCode(), store });
    const marks = Object.fromEntries(ports.marks.keys().map((key) => [key, ports.marks.get(key) ?? '']));
    const next = createStores(portsOf({ store, marks, tab: 'b', now: ports.clock.now() + 1000 }));
    await next.record.getState().open();
    await expect.poll(() => next.record.getState().acknowledged).not.toBeNull();
    expect((await store.readFrom(null)).entries).toMatchObject([{ t: 'answer', card: one, r: 1 }]);
    expect(next.session.getState().showing).toMatchObject({ card: one, phase: 'answered' });
  });

  it('the mark of the run knows the answer that was written late', async () => {
    const code = heldCode();
    const { session, record, ports } = answerWrong(code);
    code.release();
    await expect.poll(() => record.getState().acknowledged).not.toBeNull();
    const mark = JSON.parse(ports.marks.get('session') ?? '{}');
    expect(mark.showing.entry).toBe(session.getState().showing?.entry);
  });
});

describe('code that cannot be loaded', () => {
  it('is told as stores that cannot be opened are; Try again saves what was answered, once', async () => {
    const store = createMemoryStore();
    let isOffline = true;
    let opened = 0;
    const app = openApp('/', {
      loadLater: async () => {
        if (isOffline) throw new TypeError('Failed to fetch dynamically imported module: later.js');
        return later;
      },
      openRecord: async () => {
        opened += 1;
        return openedRecord(store);
      },
    });
    app.wait();
    await app.user.click(screen.getByRole('radio', { name: /Option beta/ }));
    await app.user.click(screen.getByRole('button', { name: 'Check answer' }));
    expect(await screen.findByRole('region', { name: 'Saving failed' })).toHaveTextContent(
      '1 unsaved, kept while this page is open. A part of Sveska could not be loaded.',
    );
    expect(screen.getByText('Not saved')).toBeVisible();
    isOffline = false;
    await app.user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Saving failed' })).toBeNull();
    expect((await store.readFrom(null)).entries).toMatchObject([{ t: 'answer', card: one, r: 1 }]);
    expect(opened).toBe(1);
  });

  it('leaves an answer on screen, which goes on when the code comes', async () => {
    const code = heldCode();
    const app = openApp('/', code);
    app.wait();
    await app.user.click(screen.getByRole('radio', { name: /Option alpha/ }));
    await app.user.click(screen.getByRole('button', { name: 'Check answer' }));
    expect(screen.getByRole('heading', { name: 'Correct.' })).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Good/ })).toBeNull();
    await act(async () => code.release());
    app.wait();
    await app.user.click(screen.getByRole('button', { name: /^Good/ }));
    expect(screen.getByRole('heading', { name: /Card 2 of 3/ })).toHaveFocus();
  });
});
