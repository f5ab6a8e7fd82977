import { describe, expect, it } from 'vitest';
import { backupText, planRestore } from '../../../src/app/store/record/backup.ts';
import { createSaveQueue, type SaveChange } from '../../../src/app/store/record/save-queue.ts';
import { createStores } from '../../../src/app/store/stores.tsx';
import type { CardId } from '../../../src/core/model/id.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { cardId, noteId, packId, questionId } from '../../core/ids.ts';
import { writeLog } from '../../log-builders.ts';
import { showing } from '../card/question-base.ts';
import { choice, decksOf, decksOfPacks, note, openedRecord, option, portsOf, recall } from '../study-builders.tsx';

const one = cardId('demo/one');
const two = cardId('demo/two');
const restored = [writeLog('restored').answer('three', 3)];

/** Tabs of which another one can speak. */
function createTabs() {
  const listeners = new Set<() => void>();
  return {
    announce: () => {},
    subscribe: (onChange: () => void) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    tell: () => {
      for (const listener of listeners) listener();
    },
  };
}

const answerOf = (card: CardId) => ({ card, rev: 'rev1', r: 3 as const, took: 1, at: showing(`at-${card}`) });

describe('the record store', () => {
  it('opens again after a failure, and brings what was answered meanwhile', async () => {
    const store = createMemoryStore();
    let attempts = 0;
    const openRecord = async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('chunk not found');
      return openedRecord(store);
    };
    const { record } = createStores(portsOf({ openRecord }));
    await record.getState().open();
    expect(record.getState().opening).toBe('failed');
    record.getState().answer(answerOf(one));
    await expect.poll(() => record.getState().save).toBe('saved');
    expect(record.getState().opening).toBe('open');
    expect((await store.readFrom(null)).entries).toHaveLength(1);
  });

  it('gives the whole of it, for a backup, only once the stores are read', async () => {
    const store = createMemoryStore();
    await store.append(restored);
    let open = () => {};
    const held = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { record } = createStores(portsOf({ openRecord: () => held.then(() => openedRecord(store)) }));
    const opening = record.getState().open();
    const asked = record.getState().whole();
    open();
    await opening;
    expect(await asked).toEqual(restored);
  });

  it('makes no backup while another tab keeps the stores closed', async () => {
    const ports = portsOf({
      openRecord: (onBlocked) => {
        onBlocked();
        return new Promise(() => {});
      },
    });
    const { record } = createStores(ports);
    void record.getState().open();
    await expect(backupText(record, ports.clock)).rejects.toThrow('Another tab');
  });

  it('reads once however often it is opened', async () => {
    const store = createMemoryStore();
    const first = createStores(portsOf({ store })).record.getState();
    await first.open();
    first.answer(answerOf(one));
    await expect.poll(async () => (await store.readFrom(null)).entries.length).toBe(1);
    const { record } = createStores(portsOf({ store, tab: 'b' }));
    await Promise.all([record.getState().open(), record.getState().open()]);
    expect(record.getState().entries).toBe(1);
    expect(record.getState().recordedBefore).toBe(true);
  });

  it('restores a backup by union: what is here already changes nothing, and nothing happens before it is asked for', async () => {
    const there = createStores(portsOf({ tab: 'b' }));
    await there.record.getState().open();
    there.record.getState().answer(answerOf(one));
    const text = await backupText(there.record, there.ports.clock);
    const { record } = createStores(portsOf());
    await record.getState().open();
    const plan = await planRestore(record, `${text}{"torn`);
    expect(plan).toMatchObject({ added: 1, damagedLines: [3], hasHeader: true });
    expect(record.getState().entries).toBe(0);
    await record.getState().merge(plan.entries);
    await record.getState().merge(plan.entries);
    expect(record.getState().entries).toBe(1);
    expect(record.getState().cards.get(one)?.reps).toBe(1);
  });

  it('takes a restored entry once, though the stores are still being read and another tab writes then', async () => {
    const store = createMemoryStore();
    const tabs = createTabs();
    const there = createStores(portsOf({ store, tab: 'b' })).record.getState();
    await there.open();
    there.answer(answerOf(one));
    await expect.poll(async () => (await store.readFrom(null)).entries.length).toBe(1);
    const { record } = createStores(portsOf({ store, tabs }));
    const opening = record.getState().open();
    await record.getState().merge([...there.recent(), ...restored]);
    await opening;
    tabs.tell();
    there.answer(answerOf(two));
    await expect.poll(async () => (await store.readFrom(null)).entries.length).toBe(3);
    tabs.tell();
    await expect.poll(() => record.getState().cards.has(two)).toBe(true);
    expect(record.getState().entries).toBe(3);
  });

  it('refolds every card when the desired retention changes', async () => {
    const { record } = createStores(portsOf());
    await record.getState().open();
    record.getState().answer({ ...answerOf(one), r: 4 });
    const before = record.getState().cards.get(one)?.due ?? 0;
    record.getState().setting('desiredRetention', 0.95);
    expect(record.getState().cards.get(one)?.due).toBeLessThan(before);
  });

  it('has another map of cards after each entry, so that whoever looks at the map sees every change', async () => {
    const { record } = createStores(portsOf());
    await record.getState().open();
    const { cards } = record.getState();
    record.getState().answer(answerOf(one));
    expect(record.getState().cards).not.toBe(cards);
    expect([...record.getState().cards.keys()]).toEqual([one]);
  });

  it('mirrors in marks what must act before the first paint', async () => {
    const ports = portsOf();
    const { record } = createStores(ports);
    await record.getState().open();
    record.getState().setting('theme', 'dark');
    expect(ports.marks.get('theme')).toBe('dark');
    expect(createStores(portsOf({ marks: { theme: 'dark' } })).record.getState().settings.theme).toBe('dark');
  });
});

describe('the save queue', () => {
  it('tries again by itself after a failure, in order, and keeps what came meanwhile', async () => {
    const kept: LogEntry[] = [];
    const changes: SaveChange[] = [];
    let fails = true;
    const queue = createSaveQueue({
      retryMs: 20,
      append: async (entries) => {
        if (fails) throw new Error('full');
        kept.push(...entries);
      },
      onChange: (change) => changes.push(change),
    });
    queue.push({ n: 1 } as LogEntry);
    await expect.poll(() => changes.at(-1)?.save).toBe('failed');
    queue.push({ n: 2 } as LogEntry);
    expect(changes.at(-1)?.save).toBe('failed');
    fails = false;
    await expect.poll(() => changes.at(-1)).toMatchObject({ save: 'saved', unsaved: 0, failure: '' });
    expect(kept.map(({ n }) => n)).toEqual([1, 2]);
  });

  it('saves what comes while others are being saved after them, one batch at a time, and loses none', async () => {
    const batches: (readonly number[])[] = [];
    const ends: (() => void)[] = [];
    const changes: SaveChange[] = [];
    const queue = createSaveQueue({
      retryMs: 20,
      append: (entries) => {
        batches.push(entries.map(({ n }) => n));
        return new Promise((resolve) => ends.push(resolve));
      },
      onChange: (change) => changes.push(change),
    });
    for (const n of [1, 2, 3]) queue.push({ n } as LogEntry);
    expect(batches).toEqual([[1]]);
    ends[0]?.();
    await expect.poll(() => batches).toEqual([[1], [2, 3]]);
    expect(changes.at(-1)).toMatchObject({ save: 'saving', unsaved: 2, acknowledged: { n: 1 } });
    expect(queue.waiting().map(({ n }) => n)).toEqual([2, 3]);
    ends[1]?.();
    await expect.poll(() => changes.at(-1)).toMatchObject({ save: 'saved', unsaved: 0, acknowledged: { n: 3 } });
    expect(queue.waiting()).toEqual([]);
  });
});

describe('the deck store', () => {
  it('waits for the indexes that another part of the page has asked for: a card, a note and search are there', async () => {
    const notes = [note()];
    const source = decksOfPacks([{ id: 'demo', questions: [choice('one'), choice('two')], notes }], true);
    const { decks } = createStores(portsOf({ decks: source }));
    const { loadIndexes, loadQuestion, loadNote, loadSearch } = decks.getState();
    void loadIndexes();
    const wanted = [loadQuestion(questionId('demo/two')), loadNote(packId('demo'), noteId('ports')), loadSearch()];
    source.release();
    const [question, read, documents] = await Promise.all(wanted);
    expect([question, read, documents]).toMatchObject([{ id: two }, { id: 'ports' }, { length: 4 }]);
  });

  it('finds nothing out of packs that cannot be read: it fails', async () => {
    const broken = { ...decksOf([choice('one')]), open: () => Promise.reject(new Error('gone')) };
    const { decks } = createStores(portsOf({ decks: broken }));
    await expect(decks.getState().loadSearch()).rejects.toThrow('gone');
  });
});

describe('the session store', () => {
  it('shows an edited card anew without losing the session or the chosen option', async () => {
    const before = choice('one');
    const decks = decksOf([before, recall('two')]);
    const { decks: deckStore, session } = createStores(portsOf({ decks }));
    await deckStore.getState().loadIndexes();
    session.getState().begin([one, cardId('demo/two')]);
    session.getState().respond({ kind: 'choice', option: option('beta').id });
    decks.edit({ id: 'demo', questions: [{ ...before, prompt: [['p', 0, 'Edited.']] }, recall('two')] });
    await expect.poll(() => session.getState().showing?.question.prompt).toEqual([['p', 0, 'Edited.']]);
    expect(session.getState().showing?.response).toEqual({ kind: 'choice', option: 'beta' });
    expect(session.getState().session?.cards).toHaveLength(2);
  });

  it('lets a choice go whose option was edited away', async () => {
    const before = choice('one');
    const after = before.kind === 'choice' ? { ...before, options: before.options.slice(0, 1) } : before;
    const decks = decksOf([before, recall('two')]);
    const { decks: deckStore, session } = createStores(portsOf({ decks }));
    await deckStore.getState().loadIndexes();
    session.getState().begin([one]);
    session.getState().respond({ kind: 'choice', option: option('beta').id });
    decks.edit({ id: 'demo', questions: [after, recall('two')] });
    await expect.poll(() => session.getState().showing?.response).toBeNull();
  });

  it('leaves a card that was forgotten four times for tomorrow, until the rating is undone', async () => {
    const names = ['one', 'two', 'three', 'four'];
    const ports = portsOf({ questions: names.map((name) => choice(name)) });
    const { record, session, decks } = createStores(ports);
    await decks.getState().loadQuestion(questionId('demo/two'));
    session.getState().begin(names.map((name) => cardId(`demo/${name}`)));
    for (let showing = 0; showing < 3 * names.length + 1; showing += 1) {
      ports.time.now += 1000;
      session.getState().respond({ kind: 'choice', option: option('beta').id });
      session.getState().check();
      ports.time.now += 1000;
      session.getState().rate(1, session.getState().sequence);
    }
    expect(session.getState().session?.left).toEqual([one]);
    expect(record.getState().cards.get(one)?.buriedUntil).toBe(record.getState().today() + 1);
    session.getState().undo();
    expect(record.getState().cards.get(one)?.buriedUntil).toBe(record.getState().today());
    expect(session.getState().showing?.phase).toBe('answered');
  });
});
