import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/io/storage/memory-store.ts';
import { typed } from '../study-builders.tsx';
import {
  answersOf,
  type Browser,
  check,
  one,
  openBrowser,
  openTab,
  rate,
  reload,
  run,
  settled,
  type Tab,
  three,
  two,
  twoTabs,
  undo,
} from './tabs-builder.ts';

const hourMs = 3_600_000;
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
