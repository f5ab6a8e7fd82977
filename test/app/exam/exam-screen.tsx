import { act, render, screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import { App } from '../../../src/app/app.tsx';
import { createStores, type Stores } from '../../../src/app/store/stores.tsx';
import type { LogStore } from '../../../src/core/model/log/log-store.ts';
import type { ExamBlueprint } from '../../../src/core/model/pack.ts';
import type { Question } from '../../../src/core/model/question.ts';
import type { Tabs } from '../../../src/core/model/tabs.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import {
  choice,
  type OpenedApp,
  openApp,
  type PortOptions,
  portsOf,
  reopen,
  type TestPack,
} from '../study-builders.tsx';

export const minuteMs = 60_000;

/** The exam of the test pack: its blueprint names Security first, and two of its ten questions do not count. */
export const demoExam: ExamBlueprint = {
  name: 'Demo exam (DEM-1)',
  questions: 10,
  scored: 8,
  minutes: 20,
  pass: 720,
  scale: [100, 1000],
  domains: {
    security: { title: 'Security', weight: 40 },
    development: { title: 'Development', weight: 60 },
  },
};

/** Questions `PREFIX1`, `PREFIX2`, … of a domain; the first option of each is right. */
export function choices(prefix: string, count: number, domain: string): readonly Question[] {
  return Array.from({ length: count }, (_, n) => ({ ...choice(`${prefix}${n + 1}`), domain }));
}

/** Just the ten that the exam needs: d1 to d6 and s1 to s4, of which d6 and s4 are the pilots. */
export const tenQuestions: readonly Question[] = [
  ...choices('d', 6, 'development'),
  ...choices('s', 4, 'security'),
].map((question) => (/[/](d6|s4)$/.test(question.id) ? { ...question, status: 'pilot' } : question));

export function examPack(questions: readonly Question[] = tenQuestions, exam: Partial<ExamBlueprint> = {}): TestPack {
  return { id: 'demo', questions, info: { exam: { ...demoExam, ...exam } } };
}

/** An exam of two questions, for what needs no more. */
export function shortPack(minutes = 20): TestPack {
  const questions = [...choices('d', 1, 'development'), ...choices('s', 1, 'security')];
  const half = { development: { title: 'Development', weight: 50 }, security: { title: 'Security', weight: 50 } };
  return examPack(questions, { questions: 2, scored: 2, minutes, domains: half });
}

/** An exam of one question. */
export function onePack(question: Question): TestPack {
  const domains = { security: { title: 'Security', weight: 100 } };
  return examPack([{ ...question, domain: 'security' }], { questions: 1, scored: 1, domains });
}

/** An app with what it was opened over, so that it can be opened again. */
export interface ExamApp extends OpenedApp {
  readonly options: PortOptions & { readonly store: LogStore };
}

export async function openAt(path: string, packs: readonly TestPack[] = [examPack()]): Promise<ExamApp> {
  // jsdom lays nothing out: there is nothing to scroll.
  Object.assign(globalThis, { scrollTo: () => {} });
  const options = { packs, store: createMemoryStore() };
  const app = openApp(path, { ...options, marks: { started: '1' } });
  await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
  return { ...app, options };
}

interface Wish {
  readonly questions?: number;
  readonly clock?: string;
  readonly rules?: 'Practice' | 'Strict';
}

/** Where exams are begun, with what was chosen there, the exam not begun yet. */
export async function openSetup(packs?: readonly TestPack[]): Promise<ExamApp> {
  const app = await openAt('/exam', packs);
  await screen.findByRole('heading', { level: 1, name: 'Practice exam' });
  return app;
}

/** Chooses, begins, and waits for the first question. */
export async function begin({ user }: ExamApp, { questions, clock, rules }: Wish = {}): Promise<void> {
  for (const name of [questions && `${questions} questions`, clock, rules]) {
    if (name) await user.click(await screen.findByRole('radio', { name }));
  }
  await user.click(await screen.findByRole('button', { name: /^Start \d+ questions$/ }));
  await waitFor(() => expect(question()).toHaveFocus());
}

export async function openExam(packs?: readonly TestPack[], wish?: Wish): Promise<ExamApp> {
  const app = await openSetup(packs);
  await begin(app, wish);
  return app;
}

/** The heading of the question on the desk. */
export function question(): HTMLElement {
  return screen.getByRole('heading', { level: 2, name: /^Question \d+ ?of \d+/ });
}

/** Its name: `d1` of "What about d1?". */
export function nameHere(): string {
  return /What about ([\w-]+)\?/.exec(screen.getByText(/^What about/).textContent)?.[1] ?? '';
}

export async function press({ user }: OpenedApp, name: string | RegExp): Promise<void> {
  await user.click(screen.getByRole('button', { name }));
}

/** Which question is on the desk, from 1. */
export function numberHere(): number {
  return Number(/Question (\d+)/.exec(question().textContent)?.[1]);
}

function navigator() {
  return within(screen.getByRole('navigation', { name: 'Questions' }));
}

/** What the navigator says of each question that it lists: "1, answered". */
export function cells(): readonly string[] {
  return navigator()
    .queryAllByRole('button')
    .map(({ textContent }) => textContent.replace('Question ', ''));
}

/** Turns to the question of that name by the navigator. */
export async function turnTo(app: OpenedApp, name: string): Promise<void> {
  for (let place = 1; place <= 20 && nameHere() !== name; place += 1) {
    await app.user.click(screen.getByRole('button', { name: new RegExp(`^Question ?${place},`) }));
  }
  expect(nameHere()).toBe(name);
}

/** Submits and confirms it; the report stands. */
export async function handIn(app: OpenedApp): Promise<void> {
  await press(app, 'Submit');
  await press(app, 'Submit exam');
  await screen.findByRole('heading', { level: 1, name: /^\d+ of \d+, \d+ %$/ });
}

/** Lets time pass by both clocks of the device, which each page looks at after every `step`. */
export function pass({ ports }: OpenedApp, ms: number, step = minuteMs): void {
  for (let left = ms; left > 0; left -= step) {
    ports.time.now += Math.min(left, step);
    ports.time.uptimeMs += Math.min(left, step);
    lookAgain();
  }
}

export function lookAgain(): void {
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

export function timeLeft(): string {
  return screen.getByRole('timer').textContent;
}

export async function saved({ stores }: { readonly stores: Stores }): Promise<void> {
  await waitFor(() => expect(stores.record.getState().unsaved).toBe(0));
}

/** The address of the exam that was begun. */
export function examAddress(): string {
  expect(location.pathname).toMatch(/^\/exam\/[a-z0-9-]+$/);
  return location.pathname;
}

/** Closes the page, and opens it again `later` ms after, with other packs if they changed meanwhile. */
export async function closeAndOpen(
  app: ExamApp,
  path: string,
  { later = minuteMs, packs = app.options.packs }: { later?: number; packs?: readonly TestPack[] | undefined } = {},
): Promise<ExamApp> {
  act(() => void dispatchEvent(new Event('pagehide')));
  await saved(app);
  const options = { store: app.options.store, ...(packs && { packs }) };
  const again = reopen(app, path, options, later);
  await waitFor(() => expect(again.stores.record.getState().opening).toBe('open'));
  return { ...again, options };
}

/** One of two tabs of a browser. */
interface Tab {
  readonly stores: Stores;
  /** What this tab shows. */
  readonly page: ReturnType<typeof within>;
}

/** An exam that is begun in one tab, and the same address in another one of the same browser. */
export async function openTwoTabs(): Promise<{ readonly app: OpenedApp; readonly first: Tab; readonly second: Tab }> {
  Object.assign(globalThis, { scrollTo: () => {} });
  const [store, packs] = [createMemoryStore(), [examPack()]];
  const listeners = new Map<string, () => void>();
  const tabsOf = (own: string): Tabs => ({
    announce: () => {
      for (const [name, tell] of listeners) if (name !== own) tell();
    },
    subscribe: (tell) => {
      listeners.set(own, tell);
      return () => void listeners.delete(own);
    },
  });
  const app = openApp('/exam', { store, packs, tabs: tabsOf('a'), marks: { started: '1' } });
  const first = { stores: app.stores, page: within(document.body.lastElementChild as HTMLElement) };
  await waitFor(() => expect(app.stores.record.getState().opening).toBe('open'));
  await begin({ ...app, options: { store, packs } });
  await app.user.keyboard('b');
  await saved(first);
  const { marks, clock } = app.ports;
  const stores = createStores({ ...portsOf({ store, packs, tabs: tabsOf('b'), tab: 'b' }), marks, clock });
  const second = { stores, page: within(render(<App stores={stores} />).container) };
  return { app, first, second };
}

/** The heading of a report. */
export const score = () => screen.findByRole('heading', { level: 1, name: /^\d+ of \d+, \d+ %$/ });

/** The texts of a table, row by row, without its head. */
export const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent.trim()));
