// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { navigate } from 'wouter/use-browser-location';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { LogStore, OpenedRecord } from '../../../src/core/model/log/log-store.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { demoCard, showing } from '../card/question-base.ts';
import { goodReport, type OpenedApp, openApp, openedRecord } from '../study-builders.tsx';

afterEach(cleanup);

/** A store whose appends wait until the test lets them end. */
function heldStore(): LogStore & { settle(outcome: 'kept' | 'refused'): Promise<void>; readonly kept: LogEntry[] } {
  const kept: LogEntry[] = [];
  let waiting: (outcome: 'kept' | 'refused') => void = () => {};
  return {
    kept,
    append: (entries) =>
      new Promise((resolve, reject) => {
        waiting = (outcome) => {
          if (outcome === 'refused') return reject(new Error('QuotaExceededError'));
          kept.push(...entries);
          resolve();
        };
      }),
    readFrom: async () => ({ entries: [], cursor: new Map() }),
    close: async () => {},
    settle: async (outcome) => act(async () => waiting(outcome)),
  };
}

async function answerOne({ user, wait }: OpenedApp): Promise<void> {
  await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
  wait();
  await user.keyboard('a{Enter}');
  wait();
  await user.keyboard('{Enter}');
}

describe('saving', () => {
  it('says "Saved" only after the stores have said so', async () => {
    const store = heldStore();
    const app = openApp('/review', { marks: { started: '1' }, store });
    await answerOne(app);
    expect(screen.getByText('Saving')).toBeVisible();
    expect(screen.queryByText('Saved')).toBeNull();
    await store.settle('kept');
    expect(screen.getByText('Saved')).toBeVisible();
    expect(store.kept).toMatchObject([{ t: 'answer', card: 'demo/one', r: 3 }]);
  });

  it('counts an entry in Settings only after the stores have said so', async () => {
    const store = heldStore();
    const { user } = openApp('/settings', { marks: { started: '1' }, store });
    await user.click(await screen.findByRole('checkbox', { name: 'Single-key shortcuts' }));
    expect(await screen.findByText(/Nothing is recorded yet\./)).toBeVisible();
    await store.settle('kept');
    expect(screen.getByText(/1 entry, on this device only\./)).toBeVisible();
    expect(store.kept).toHaveLength(1);
  });

  it('goes on to the next card without waiting', async () => {
    const app = openApp('/review', { marks: { started: '1' }, store: heldStore() });
    await answerOne(app);
    expect(screen.getByRole('heading', { name: /Card 2 of 3/ })).toHaveFocus();
  });

  it('keeps an answer that could not be saved, says so until it is, and alerts once', async () => {
    const store = heldStore();
    const app = openApp('/review', { marks: { started: '1' }, store });
    await answerOne(app);
    await store.settle('refused');
    expect(screen.getByRole('region', { name: 'Saving failed' })).toHaveTextContent(
      'Progress can’t be saved in this browser. Export a backup now.',
    );
    expect(screen.getByText(/The storage that this browser gives to Sveska is full/)).toBeVisible();
    expect(screen.getByText('Error: QuotaExceededError')).not.toBeVisible();
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/can’t be saved/));
    expect(screen.getByRole('button', { name: 'Export a backup' })).toBeVisible();
    expect(app.stores.record.getState().cards.get(demoCard('one'))?.reps).toBe(1);
    await app.user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('Not saved')).toBeVisible();
    await store.settle('kept');
    expect(screen.queryByRole('region', { name: 'Saving failed' })).toBeNull();
    expect(store.kept).toHaveLength(1);
  });

  it('asks before the page is left while an answer is not saved, and only then', async () => {
    const store = heldStore();
    const app = openApp('/review', { marks: { started: '1' }, store });
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await answerOne(app);
    expect(leave()).toBe(true);
    await store.settle('kept');
    expect(leave()).toBe(false);
  });

  it('does not call memory a store: with neither store the banner stays', async () => {
    const report = { ...goodReport, indexedDb: 'InvalidStateError', opfs: 'SecurityError' };
    const app = openApp('/review', { marks: { started: '1' }, report });
    await answerOne(app);
    expect(screen.getByRole('region', { name: 'Saving failed' })).toBeVisible();
    expect(screen.queryByText('Saved')).toBeNull();
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/can’t be saved/));
    act(() => navigate('/settings'));
    expect(await screen.findByText(/neither of its two stores can be used/)).toBeVisible();
    expect(screen.queryByText(/is kept twice/)).toBeNull();
  });

  it('says that a tab with an older version is in the way, and saves what waited when it has gone', async () => {
    let goOn = () => {};
    const store = createMemoryStore();
    const openRecord = (onBlocked: () => void) => {
      onBlocked();
      return new Promise<OpenedRecord>((resolve) => {
        goOn = () => resolve(openedRecord(store));
      });
    };
    const app = openApp('/', { openRecord });
    expect(screen.getByRole('region', { name: 'Another tab is in the way' })).toHaveTextContent(/older version/);
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(/older version/));
    await app.user.click(screen.getAllByRole('radio')[0]!);
    await app.user.click(screen.getByRole('button', { name: 'Check answer' }));
    app.wait();
    await app.user.click(screen.getByRole('button', { name: /^Good/ }));
    expect(screen.getByText('Saving')).toBeVisible();
    await act(async () => goOn());
    expect(await screen.findByText('Saved')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Another tab is in the way' })).toBeNull();
    expect((await store.readFrom(null)).entries).toHaveLength(1);
  });

  it('shows what another tab has answered', async () => {
    const store = createMemoryStore();
    let tell = () => {};
    const tabs = {
      announce: () => {},
      subscribe: (listener: () => void) => {
        tell = listener;
        return () => {};
      },
    };
    const here = openApp('/', { marks: { started: '1' }, store, tabs });
    await screen.findByRole('heading', { name: /3 cards ready/ });
    const there = openApp('/review', { marks: { started: '1' }, store, tab: 'b' });
    await waitFor(() => expect(there.stores.session.getState().showing).not.toBeNull());
    there.stores.record.getState().answer({ card: demoCard('one'), rev: 'rev1', r: 3, took: 1, at: showing('x') });
    await waitFor(() => expect(there.stores.record.getState().save).toBe('saved'));
    tell();
    await waitFor(() => expect(here.stores.record.getState().cards.get(demoCard('one'))?.reps).toBe(1));
  });
});
