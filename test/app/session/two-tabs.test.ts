import { describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../src/core/model/id.ts';
import type { Rating } from '../../../src/core/model/verdict.ts';
import { studyDayOf } from '../../../src/core/scheduler/study-day.ts';
import { packId } from '../../core/ids.ts';
import { demoCard, showing } from '../card/question-base.ts';
import {
  answersOf,
  check,
  one,
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

/** Answers the card on screen, and waits until every tab knows. */
async function answer(tab: Tab, rating: Rating): Promise<void> {
  check(tab, rating > 1);
  rate(tab, rating);
  await settled(tab);
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
