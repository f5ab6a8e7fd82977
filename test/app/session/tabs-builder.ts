import { expect } from 'vitest';
import type { Ports } from '../../../src/app/ports.ts';
import { createStores, type Stores } from '../../../src/app/store/stores.tsx';
import { type CardId, questionOfCard } from '../../../src/core/model/id.ts';
import type { LogStore } from '../../../src/core/model/log/log-store.ts';
import type { MarkStore } from '../../../src/core/model/mark-store.ts';
import type { Question } from '../../../src/core/model/question.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import type { Answer } from '../../../src/core/scheduler/fold/latest-answers.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { demoCard } from '../card/question-base.ts';
import { choice, option, portsOf, type TestClock } from '../study-builders.tsx';

export const one = demoCard('one');
export const two = demoCard('two');
export const three = demoCard('three');
const fiveChoices = ['one', 'two', 'three', 'four', 'five'].map(choice);

/** What all tabs of one browser share. */
export interface Browser {
  readonly marks: MarkStore;
  readonly store: LogStore;
  readonly questions: readonly Question[];
  readonly listeners: Map<string, () => void>;
  now: number;
}

export interface Tab extends Stores {
  readonly time: TestClock;
  readonly name: string;
}

export function openBrowser(questions: readonly Question[] = fiveChoices): Browser {
  const { marks } = portsOf({ marks: { started: '1' } });
  return { marks, store: createMemoryStore(), questions, listeners: new Map(), now: Date.UTC(2026, 10, 23, 12) };
}

/** `before` runs while the record is still closed. */
export async function openTab(browser: Browser, name: string, before = (_: Stores) => {}): Promise<Tab> {
  const { store, questions, listeners } = browser;
  const tabs: Ports['tabs'] = {
    announce: () => {
      for (const [tab, tell] of listeners) if (tab !== name) tell();
    },
    subscribe: (tell) => {
      listeners.set(name, tell);
      return () => void listeners.delete(name);
    },
  };
  const ports = { ...portsOf({ store, questions, tabs, tab: name, now: browser.now }), marks: browser.marks };
  const stores = createStores(ports);
  await stores.decks.getState().loadIndexes();
  await stores.decks.getState().loadQuestion(questionOfCard(one));
  before(stores);
  await stores.record.getState().open();
  return { ...stores, time: ports.time, name };
}

export function run({ session }: Tab) {
  const { session: cards, showing, past, notice } = session.getState();
  return { current: cards?.current ?? null, waiting: cards?.waiting ?? [], showing, past, notice };
}

/** Answers the card on screen, right or wrong, and leaves the verdict there. */
export function check({ session, time }: Tab, isRight: boolean): void {
  time.now += 1000;
  session.getState().respond({ kind: 'choice', option: option(isRight ? 'alpha' : 'beta').id });
  session.getState().check();
  time.now += 1000;
}

export function rate({ session }: Tab, rating: Rating): void {
  session.getState().rate(rating, session.getState().sequence);
}

export async function undo(tab: Tab): Promise<void> {
  tab.time.now += 1000;
  tab.session.getState().undo();
  await settled(tab);
}

/** Until the stores have it and the other tabs have read it. */
export async function settled({ record }: Tab): Promise<void> {
  await expect.poll(() => record.getState().unsaved).toBe(0);
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
}

export async function answersOf({ store }: Browser): Promise<readonly Answer[]> {
  const active = activeEntries((await store.readFrom(null)).entries);
  return active.filter((entry): entry is Answer => entry.t === 'answer');
}

/** Two tabs in one run: the second one was opened on the first card. */
export async function twoTabs(begun: readonly CardId[], questions?: readonly Question[]) {
  const browser = openBrowser(questions);
  const a = await openTab(browser, 'a');
  a.session.getState().begin(begun);
  check(a, true);
  const b = await openTab(browser, 'b');
  rate(a, 3);
  await settled(a);
  b.time.now = a.time.now + 1000;
  return { browser, a, b };
}

/** Closes the tab and opens another one, `later` ms after. */
export async function reload(browser: Browser, { name, time }: Tab, later = 1000): Promise<Tab> {
  browser.listeners.delete(name);
  browser.now = time.now + later;
  const tab = await openTab(browser, `${name}+`);
  await settled(tab);
  return tab;
}
