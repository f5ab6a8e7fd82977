import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/app/store/plan-store.ts';
import { createStores } from '../../../src/app/store/stores.tsx';
import { packId } from '../../core/ids.ts';
import { demoCard, showing } from '../card/question-base.ts';
import { portsOf, threePacks } from '../study-builders.tsx';

const dayMs = 86_400_000;

async function openPlan() {
  const ports = portsOf({ packs: threePacks() });
  const stores = createStores(ports);
  await Promise.all([stores.record.getState().open(), stores.decks.getState().loadIndexes()]);
  const { record } = stores;
  return { ...record.getState(), record, plan: planOf(stores), time: ports.time };
}

type Opened = Awaited<ReturnType<typeof openPlan>>;

const changes: readonly (readonly [what: string, change: (opened: Opened) => void])[] = [
  ['an answer', ({ answer }) => answer({ card: demoCard('one'), rev: 'rev1', r: 3, took: 1, at: showing('a') })],
  ['a setting', ({ setting }) => setting('newPerDay', 1)],
  ['another memory', ({ setting }) => setting('parameters', 'fsrs-6 0.3 0 0 0 0 812 2026-11-20')],
  ['a pack that is off', ({ switchPack }) => switchPack(packId('other'), false)],
  ['the next day', ({ time }) => (time.now += dayMs)],
];

describe('the plan store', () => {
  it('plans once, however often it is asked', async () => {
    const { plan, record } = await openPlan();
    const { set } = plan.current();
    record.setState({ unsaved: 1 });
    expect(plan.current().set).toBe(set);
  });

  it.each(changes)('plans anew after %s', async (_what, change) => {
    const opened = await openPlan();
    const before = opened.plan.current();
    change(opened);
    expect(opened.plan.current()).not.toBe(before);
  });
});
