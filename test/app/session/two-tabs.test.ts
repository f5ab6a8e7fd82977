import { describe, expect, it } from 'vitest';
import type { Ports } from '../../../src/app/ports.ts';
import { createStores, type Stores } from '../../../src/app/store/stores.tsx';
import { type CardId, questionOfCard, type Timestamp } from '../../../src/core/model/id.ts';
import type { LogStore } from '../../../src/core/model/log/log-store.ts';
import type { MarkStore } from '../../../src/core/model/mark-store.ts';
import type { Question } from '../../../src/core/model/question.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import type { Answer } from '../../../src/core/scheduler/fold/latest-answers.ts';
import { studyDayOf } from '../../../src/core/scheduler/study-day.ts';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { packId } from '../../core/ids.ts';
import { demoCard, showing } from '../card/question-base.ts';
import { choice, option, portsOf, type TestClock, typed } from '../study-builders.tsx';

const hourMs = 3_600_000;
const one = demoCard('one');
const two = demoCard('two');
const three = demoCard('three');
const fiveChoices = ['one', 'two', 'three', 'four', 'five'].map(choice);

/** What all tabs of one browser share. */
interface Browser {
  readonly marks: MarkStore;
  readonly store: LogStore;
  readonly questions: readonly Question[];
  readonly listeners: Map<string, () => void>;
  now: number;
}

interface Tab extends Stores {
  readonly time: TestClock;
  readonly name: string;
}

function openBrowser(questions: readonly Question[] = fiveChoices): Browser {
  const { marks } = portsOf({ marks: { started: '1' } });
  return { marks, store: createMemoryStore(), questions, listeners: new Map(), now: Date.UTC(2026, 10, 23, 12) };
}

/** `before` runs while the record is still closed. */
async function openTab(browser: Browser, name: string, before = (_: Stores) => {}): Promise<Tab> {
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

function run({ session }: Tab) {
  const { session: cards, showing, past, notice } = session.getState();
  return { current: cards?.current ?? null, waiting: cards?.waiting ?? [], showing, past, notice };
}

/** Answers the card on screen, right or wrong, and leaves the verdict there. */
function check({ session, time }: Tab, isRight: boolean): void {
  time.now += 1000;
  session.getState().respond({ kind: 'choice', option: option(isRight ? 'alpha' : 'beta').id });
  session.getState().check();
  time.now += 1000;
}

function rate({ session }: Tab, rating: Rating): void {
  session.getState().rate(rating, session.getState().sequence);
}

/** Answers the card on screen, and waits until every tab knows. */
async function answer(tab: Tab, rating: Rating): Promise<void> {
  check(tab, rating > 1);
  rate(tab, rating);
  await settled(tab);
}

async function undo(tab: Tab): Promise<void> {
  tab.time.now += 1000;
  tab.session.getState().undo();
  await settled(tab);
}

/** Until the stores have it and the other tabs have read it. */
async function settled({ record }: Tab): Promise<void> {
  await expect.poll(() => record.getState().unsaved).toBe(0);
  for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
}

async function answersOf({ store }: Browser): Promise<readonly Answer[]> {
  const active = activeEntries((await store.readFrom(null)).entries);
  return active.filter((entry): entry is Answer => entry.t === 'answer');
}

/** Two tabs in one run: the second one was opened on the first card. */
async function twoTabs(begun: readonly CardId[], questions?: readonly Question[]) {
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

const overruledAnswer = { kind: 'typed', text: 'bin packing' } as const;

/** A written answer that was refused twice, and that the learner counts as right without going on. */
async function overruled(browser: Browser, name: string): Promise<Tab> {
  const tab = await openTab(browser, name);
  const { session, time } = tab;
  session.getState().begin([one, two]);
  await shown(tab);
  for (let tries = 0; tries < 2; tries += 1) {
    time.now += 1000;
    session.getState().respond(overruledAnswer);
    session.getState().check();
  }
  time.now += 1000;
  session.getState().overrule(true);
  await settled(tab);
  return tab;
}

/** Until the kind of the card on screen is loaded. */
async function shown(tab: Tab): Promise<void> {
  await expect.poll(() => run(tab).showing).not.toBeNull();
}

/** Closes the tab and opens another one, `later` ms after. */
async function reload(browser: Browser, { name, time }: Tab, later = 1000): Promise<Tab> {
  browser.listeners.delete(name);
  browser.now = time.now + later;
  const tab = await openTab(browser, `${name}+`);
  await settled(tab);
  return tab;
}

describe('two tabs in one run', () => {
  it('go on together: what was rated in one is not asked in the other', async () => {
    const { a, b } = await twoTabs([one, two, three]);
    await answer(b, 3);
    expect([run(a).current, run(a).waiting]).toEqual([three, []]);
  });

  it('say so when the card on screen was rated in the other', async () => {
    const { a, b } = await twoTabs([one, two, three]);
    await answer(b, 3);
    expect(run(a).notice).toMatch(/answered or put aside elsewhere/);
  });

  it('ask nothing again after a reload, whichever wrote the mark last', async () => {
    const { browser, a, b } = await twoTabs([one, two, three, demoCard('four')]);
    browser.listeners.delete('a');
    await answer(b, 3);
    await answer(b, 3);
    const { skip } = a.session.getState();
    skip();
    const again = await reload(browser, a);
    expect([run(again).current, run(again).waiting]).toEqual([demoCard('four'), []]);
  });

  it('ask a card that was forgotten in the other one', async () => {
    const { browser, a, b } = await twoTabs([one, two, three]);
    browser.listeners.delete('a');
    await answer(b, 1);
    const again = await reload(browser, a);
    expect([run(again).current, ...run(again).waiting]).toContain(two);
  });

  it('let a card go that was forgotten here and remembered there', async () => {
    const { a, b } = await twoTabs([one, two, three]);
    await answer(a, 1);
    await answer(b, 3);
    await answer(b, 3);
    expect([run(a).current, run(a).waiting, run(b).current]).toEqual([null, [], null]);
  });

  it('leave the verdict on screen to be read, and then go on', async () => {
    const { a, b } = await twoTabs([one, two, three]);
    check(a, true);
    await answer(b, 3);
    expect([run(a).current, run(a).showing?.phase]).toEqual([two, 'answered']);
  });

  it('rate one showing once', async () => {
    const { browser, a } = await twoTabs([one, two, three]);
    check(a, true);
    const c = await openTab(browser, 'c');
    c.time.now = a.time.now;
    rate(c, 2);
    await settled(c);
    expect([run(a).current, (await answersOf(browser)).filter(({ card }) => card === two).length]).toEqual([three, 1]);
  });

  it.each([
    ['suspended', { t: 'suspend', card: two, value: true }],
    ['left for another day', { t: 'bury', card: two, day: studyDayOf(Date.UTC(2026, 10, 24, 12) as Timestamp, 0) }],
  ] as const)('do not ask what was %s in the other', async (_, fields) => {
    const { a, b } = await twoTabs([one, two, three]);
    b.record.getState().register(fields);
    await settled(b);
    expect([run(a).current, run(a).waiting]).toEqual([three, []]);
  });

  it('do not ask for a pack that was switched off in the other', async () => {
    const { browser, a, b } = await twoTabs([one, two, three]);
    b.record.getState().switchPack(packId('demo'), false);
    await settled(b);
    expect([run(a).current, run(await reload(browser, a)).current]).toEqual([null, null]);
  });

  it('keep a card that was answered in its note, a step away', async () => {
    const { a } = await twoTabs([one, two, three]);
    const { record } = a;
    record.getState().answer({ card: two, rev: 'rev1', r: 3, took: 1, at: showing('in-note'), how: 'reading' });
    await settled(a);
    expect(run(a).current).toBe(two);
  });
});

describe('a wrong answer that another tab has taken back', () => {
  it('is recorded again by Continue', async () => {
    const { browser, a } = await twoTabs([one, two, three]);
    check(a, false);
    await settled(a);
    const c = await openTab(browser, 'c');
    c.time.now = a.time.now;
    await undo(c);
    expect(run(a).showing?.entry).toBeNull();
    a.time.now += 1000;
    rate(a, 1);
    await settled(a);
    expect((await answersOf(browser)).filter(({ card }) => card === two)).toMatchObject([{ r: 1, given: 'beta' }]);
  });
});

describe('undo, when the card was answered in another tab since', () => {
  /** Forgotten in `a`, remembered in `b`. */
  async function answeredTwice() {
    const tabs = await twoTabs([one, two, three]);
    await answer(tabs.a, 1);
    tabs.b.session.getState().begin([two]);
    await answer(tabs.b, 3);
    return tabs;
  }

  it('takes back its own entry and leaves the newer one', async () => {
    const { browser, a } = await answeredTwice();
    await undo(a);
    expect((await answersOf(browser)).filter(({ card }) => card === two).map(({ r }) => r)).toEqual([3]);
  });

  it('does not bring the older look back, to be rated over the newer answer', async () => {
    const { a } = await answeredTwice();
    await undo(a);
    expect([run(a).current, run(a).notice]).toEqual([three, expect.stringMatching(/that answer stands/)]);
  });

  it('asks the card anew when it was forgotten there', async () => {
    const { a, b } = await twoTabs([one, two, three]);
    await answer(a, 3);
    b.session.getState().begin([two]);
    await answer(b, 1);
    await undo(a);
    expect([run(a).current, run(a).showing?.phase]).toEqual([two, 'asking']);
  });

  it('of a wrong answer on screen goes on to the next card', async () => {
    const { a, b } = await twoTabs([one, two, three]);
    check(a, false);
    await settled(a);
    b.session.getState().begin([two]);
    await answer(b, 3);
    await undo(a);
    expect([run(a).current, run(a).notice]).toEqual([three, expect.stringMatching(/that answer stands/)]);
  });

  it('takes back the steps before, one by one', async () => {
    const { browser, a } = await answeredTwice();
    await undo(a);
    await undo(a);
    expect([run(a).current, (await answersOf(browser)).map(({ card }) => card)]).toEqual([one, [two]]);
  });

  it('does not take back a suspension of another tab', async () => {
    const { a, b } = await twoTabs([one, two, three]);
    a.session.getState().suspend();
    await settled(a);
    for (const value of [false, true]) b.record.getState().register({ t: 'suspend', card: two, value });
    await settled(b);
    await undo(a);
    expect([a.record.getState().cards.get(two)?.suspended, run(a).current]).toEqual([true, three]);
  });
});

describe('a refused answer that the learner counts as right', () => {
  const written = ['one', 'two'].map(typed);

  it('waits for its rating after a reload', async () => {
    const browser = openBrowser(written);
    const again = await reload(browser, await overruled(browser, 'a'));
    await shown(again);
    expect(run(again).showing).toMatchObject({ card: one, phase: 'answered', isOverruled: true });
  });

  it('ends in one entry as soon as it is rated, in whatever tabs', async () => {
    const browser = openBrowser(written);
    const a = await overruled(browser, 'a');
    browser.listeners.delete('a');
    const b = await reload(browser, a);
    await shown(b);
    for (const tab of [a, b]) {
      tab.time.now += 1000;
      rate(tab, 3);
      await settled(tab);
    }
    expect(new Set((await answersOf(browser)).map(({ at, r }) => `${at} ${r}`)).size).toBe(1);
  });

  it.each([20, 24 * 30])('ends in one entry with that rating when the run is over, %d hours later', async (hours) => {
    const browser = openBrowser(written);
    await reload(browser, await overruled(browser, 'a'), hours * hourMs);
    expect(await answersOf(browser)).toMatchObject([{ card: one, r: 3, overruled: true }]);
  });

  it('does so in a page that was left open', async () => {
    const browser = openBrowser(written);
    const tab = await overruled(browser, 'a');
    tab.time.now += 24 * hourMs;
    tab.session.getState().retire();
    await settled(tab);
    expect(await answersOf(browser)).toMatchObject([{ card: one, r: 3, overruled: true }]);
  });

  it('does so when another run began before the record was read', async () => {
    const browser = openBrowser(written);
    const { time } = await overruled(browser, 'a');
    browser.now = time.now + 1000;
    const later = await openTab(browser, 'b', (stores) => stores.session.getState().begin([two]));
    await settled(later);
    expect(await answersOf(browser)).toMatchObject([{ card: one, r: 3, overruled: true }]);
  });
});

describe('a wrong answer of a run that is over', () => {
  it('is in the record once, though no store had it when the page closed', async () => {
    const browser = openBrowser();
    const tab = await openTab({ ...browser, store: createMemoryStore() }, 'a');
    tab.session.getState().begin([one, two]);
    check(tab, false);
    await settled(tab);
    await reload(browser, tab, 24 * hourMs);
    expect(await answersOf(browser)).toMatchObject([{ card: one, r: 1, given: 'beta' }]);
  });

  it('is not written again when another tab has taken it back', async () => {
    const browser = openBrowser();
    const a = await openTab(browser, 'a');
    a.session.getState().begin([one, two]);
    check(a, false);
    await settled(a);
    const mark = browser.marks.get('session') ?? '';
    await undo(a);
    browser.marks.set('session', mark);
    await reload(browser, a, 24 * hourMs);
    expect(await answersOf(browser)).toEqual([]);
  });
});
