// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { cardIdOf } from '../../../src/core/model/id.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { LogStore } from '../../../src/core/model/log/log-store.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { studyDayOf } from '../../../src/core/scheduler/study-day.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { demoCard } from '../card/question-base.ts';
import { choice, type OpenedApp, openApp, type PortOptions, recall, reopen, typed } from '../study-builders.tsx';

afterEach(cleanup);

const started = { started: '1' };
const threeChoices = ['one', 'two', 'three'].map(choice);
const hourMs = 3_600_000;

interface Browser extends OpenedApp {
  readonly options: PortOptions;
  readonly store: LogStore;
}

async function openAt(path: string, questions: readonly Question[] = threeChoices): Promise<Browser> {
  const store = createMemoryStore();
  const options = { questions, store };
  const app = openApp(path, { ...options, marks: path === '/' ? {} : started });
  await waitFor(() => expect(app.stores.session.getState().showing).not.toBeNull());
  await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
  app.wait();
  return { ...app, options, store };
}

/** Reloads, and waits until the card is there again. */
async function reload(app: Browser, path: string, later?: number): Promise<Browser> {
  await saved(app);
  const again = reopen(app, path, app.options, later);
  await waitFor(() => expect(again.stores.record.getState().opening).toBe('open'));
  again.wait();
  return { ...again, options: app.options, store: app.store };
}

async function saved({ stores }: OpenedApp): Promise<void> {
  await waitFor(() => expect(stores.record.getState().unsaved).toBe(0));
}

function answers({ stores }: OpenedApp): readonly LogEntry[] {
  return activeEntries(stores.record.getState().recent()).filter(({ t }) => t === 'answer');
}

const verdict = () => screen.findByRole('heading', { level: 3 });

describe.each(['/', '/review'])('a wrong answer on %s', (path) => {
  it('is recorded as Again when it is checked', async () => {
    const app = await openAt(path);
    await app.user.keyboard('b{Enter}');
    await verdict();
    expect(answers(app)).toMatchObject([{ card: 'demo/one', r: 1, given: 'beta' }]);
  });

  it('is recorded once when the learner goes on', async () => {
    const app = await openAt(path);
    await app.user.keyboard('b{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: /Card 2 of 3/ })).toHaveFocus();
    expect(app.stores.record.getState().recent()).toHaveLength(1);
  });

  it('shows its verdict again after a reload, and counts once', async () => {
    const app = await openAt(path);
    await app.user.keyboard('b{Enter}');
    const again = await reload(app, path);
    expect(await verdict()).toHaveTextContent('Not this time. The answer is A.');
    await again.user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('heading', { name: /Card 2 of 3/ })).toBeVisible();
    expect(answers(again)).toMatchObject([{ card: 'demo/one', r: 1 }]);
  });

  it('is written again when the page closed before a store had it', async () => {
    const app = await openAt(path);
    await app.user.keyboard('b{Enter}');
    const again = await reload({ ...app, options: { ...app.options, store: createMemoryStore() } }, path);
    await verdict();
    expect(answers(again)).toMatchObject([{ card: 'demo/one', r: 1, given: 'beta' }]);
  });
});

describe('a wrong answer of practice ahead of time', () => {
  it('is recorded at once as practice; what is answered after the learner has answers counted is a review', async () => {
    const app = await openAt('/review');
    act(() =>
      app.stores.session.getState().begin(
        threeChoices.map(({ id }) => cardIdOf(id)),
        { how: 'practice' },
      ),
    );
    app.wait();
    await app.user.keyboard('b{Enter}');
    await verdict();
    expect(answers(app)).toMatchObject([{ card: 'demo/one', r: 1, given: 'beta', how: 'practice' }]);
    expect(screen.getByText('Seen again in this session')).toBeVisible();
    await app.user.click(screen.getByRole('button', { name: 'Count all from here' }));
    app.wait();
    await app.user.keyboard('{Enter}');
    app.wait();
    await app.user.keyboard('a{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(answers(app)).toMatchObject([{ card: 'demo/one' }, { card: 'demo/two', r: 3 }]);
    expect(answers(app)[1]).not.toHaveProperty('how');
  });
});

describe('undo of an answer', () => {
  it('takes the answer on screen back and asks the card again, with what was chosen', async () => {
    const app = await openAt('/review');
    await app.user.keyboard('b{Enter}');
    app.wait();
    await app.user.keyboard('u');
    expect(await screen.findByRole('radio', { name: /Option beta/ })).toBeChecked();
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Answer taken back'));
    expect(answers(app)).toEqual([]);
  });

  it('lets the card be answered anew, as right as if nothing had been', async () => {
    const app = await openAt('/review');
    await app.user.keyboard('b{Enter}');
    app.wait();
    await app.user.keyboard('u');
    app.wait();
    await app.user.keyboard('a{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    expect(answers(app)).toMatchObject([{ card: 'demo/one', r: 3, given: 'alpha' }]);
  });

  it('of a wrong card that was left offers another try, and Continue records it again', async () => {
    const app = await openAt('/review');
    await app.user.keyboard('b{Enter}');
    app.wait();
    await app.user.keyboard('{Enter}');
    app.wait();
    await app.user.keyboard('u');
    expect(screen.getByRole('button', { name: 'Answer again' })).toBeVisible();
    expect(answers(app)).toEqual([]);
    app.wait();
    await app.user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(answers(app)).toMatchObject([{ card: 'demo/one', r: 1 }]);
  });

  it('keeps the answer when only the suspension is taken back', async () => {
    const app = await openAt('/review');
    await app.user.keyboard('b{Enter}');
    app.wait();
    await app.user.click(screen.getByRole('button', { name: 'Suspend this card' }));
    app.wait();
    await app.user.keyboard('u');
    expect(await verdict()).toHaveTextContent('Not this time');
    expect(answers(app)).toHaveLength(1);
  });
});

describe('a right answer that was not rated yet', () => {
  it.each(['/', '/review'])('shows its verdict again after a reload on %s, and is rated then', async (path) => {
    const app = await openAt(path);
    await app.user.keyboard('a{Enter}');
    expect(answers(app)).toEqual([]);
    const again = await reload(app, path);
    expect(await verdict()).toHaveTextContent('Correct.');
    await again.user.click(screen.getByRole('button', { name: /^Hard/ }));
    expect(answers(again)).toMatchObject([{ card: 'demo/one', r: 2, given: 'alpha' }]);
  });

  it('counts once when two tabs rate it', async () => {
    const app = await openAt('/review');
    await app.user.keyboard('a{Enter}');
    const other = await reload(app, '/review');
    await verdict();
    other.wait();
    await other.user.click(screen.getByRole('button', { name: /^Good/ }));
    await saved(other);
    app.wait(5000);
    app.stores.session.getState().rate(3, app.stores.session.getState().sequence);
    await saved(app);
    const { entries } = await app.store.readFrom(null);
    expect(new Set(entries.flatMap((entry) => (entry.t === 'answer' ? [entry.at] : []))).size).toBe(1);
  });

  it('counts as if Enter had been pressed when the page is opened on another day', async () => {
    const app = await openAt('/review');
    await app.user.keyboard('a{Enter}');
    const again = await reload(app, '/', 24 * hourMs);
    expect(await screen.findByRole('heading', { name: /ready/ })).toBeVisible();
    expect(answers(again)).toMatchObject([{ card: 'demo/one', r: 3 }]);
  });

  it('counts for the day on which it was given, however late the page is opened again', async () => {
    const app = await openAt('/review');
    const given = app.ports.time.now;
    await app.user.keyboard('a{Enter}');
    const again = await reload(app, '/', 20 * 24 * hourMs);
    await waitFor(() => expect(answers(again)).toHaveLength(1));
    const state = again.stores.record.getState().cards.get(demoCard('one'));
    expect(state).toMatchObject({ lastAt: given, lastDay: studyDayOf(given, 0) });
  });

  it('is not called saved', async () => {
    const app = await openAt('/review');
    await app.user.keyboard('b{Enter}');
    await screen.findByText('Saved');
    app.wait();
    await app.user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: /Card 2 of 3/ });
    app.wait();
    await app.user.keyboard('a{Enter}');
    expect(screen.queryByText('Saved')).toBeNull();
  });

  it('at the second try keeps its Hard over a reload', async () => {
    const app = await openAt('/review', [typed('one')]);
    await app.user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'spread{Enter}');
    await app.user.clear(screen.getByRole('textbox', { name: 'Your answer' }));
    await app.user.type(screen.getByRole('textbox', { name: 'Your answer' }), 'binpack{Enter}');
    const again = await reload(app, '/review');
    expect(await verdict()).toHaveTextContent('Correct at the second try');
    await again.user.keyboard('{Enter}');
    expect(answers(again)).toMatchObject([{ card: 'demo/one', r: 2, given: 'binpack' }]);
  });

  it('of a card that the learner rates shows the answer again', async () => {
    const app = await openAt('/review', [recall('one')]);
    await app.user.keyboard(' ');
    await reload(app, '/review');
    expect(await screen.findByText('Back of one')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Again/ })).toBeVisible();
  });
});

describe('a session that was closed', () => {
  it('is undone to its first answer after a reload', async () => {
    const app = await openAt('/review');
    for (const letter of 'aba') {
      await app.user.keyboard(`${letter}{Enter}`);
      app.wait();
      await app.user.keyboard('{Enter}');
      app.wait();
    }
    const again = await reload(app, '/review');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'false'));
    for (const id of ['three', 'two', 'one']) {
      await again.user.click(screen.getByRole('button', { name: 'Undo' }));
      expect(await screen.findByText(`What about ${id}?`)).toBeVisible();
      again.wait();
    }
    expect(answers(again)).toEqual([]);
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('asks again what the stores have lost, and nothing that they have', async () => {
    const app = await openAt('/review');
    for (const letter of 'aa') {
      await app.user.keyboard(`${letter}{Enter}`);
      app.wait();
      await app.user.keyboard('{Enter}');
      app.wait();
    }
    await saved(app);
    const [, second] = (await app.store.readFrom(null)).entries;
    const store = createMemoryStore();
    await store.append(second === undefined ? [] : [second]);
    const again = await reload({ ...app, options: { ...app.options, store } }, '/review');
    await waitFor(() => expect(again.stores.session.getState().session?.current).toBe('demo/one'));
    expect(again.stores.session.getState().session?.history).toEqual([{ card: 'demo/two', rating: 3, isMiss: false }]);
  });

  it('goes on past 04:00 and is over on another day', async () => {
    const night = Date.UTC(2026, 10, 24, 3, 50);
    const app = await openAt('/review');
    app.ports.time.now = night;
    await app.user.keyboard('b{Enter}');
    const past = await reload(app, '/review', hourMs);
    expect(await verdict()).toHaveTextContent('Not this time');
    await reload(past, '/', 12 * hourMs);
    expect(await screen.findByRole('heading', { name: /ready/ })).toBeVisible();
  });

  it('is forgotten when its mark is damaged', async () => {
    const app = await openAt('/review');
    await app.user.keyboard('b{Enter}');
    for (const damaged of ['{', '{"v":1}', '{"v":2}', '[]', 'null', '"x"']) {
      app.ports.marks.set('session', damaged);
      await reload(app, '/review');
      expect(await screen.findByRole('heading', { name: /Card 1 of/ })).toBeVisible();
    }
  });
});
