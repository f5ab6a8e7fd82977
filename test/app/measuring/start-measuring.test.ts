import { describe, expect, it, vi } from 'vitest';
import { createStores, type Stores } from '../../../src/app/store/stores.tsx';
import { readMeasured } from '../../../src/core/model/measured-memory.ts';
import type { MemoryFinding } from '../../../src/core/scheduler/fit/measure-memory.ts';
import type { MemoryMeter } from '../../../src/core/scheduler/fit/memory-meter.ts';
import { noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { ownParameters } from '../../../src/core/scheduler/memory/own-parameters.ts';
import { takeParameters } from '../../../src/core/scheduler/memory/parameters.ts';
import { meterInProcess } from '../../meter-in-process.ts';
import { demoCard, showing } from '../card/question-base.ts';
import { type PortOptions, portsOf } from '../study-builders.tsx';
import { pageAfter } from './measured-learner.ts';

const dayMs = 24 * 60 * 60 * 1000;
const own: MemoryFinding = { t: 'own', answers: 812, deviations: [-0.5, 0, 0, 0, 0] };

/** A meter that finds this, and tells how often and by what it was asked. */
function meterOf(finding: MemoryFinding = own) {
  return vi.fn<MemoryMeter['measure']>(async () => finding);
}

/** A meter that finds when it is told to. */
function heldMeter() {
  let resolve = (_: MemoryFinding) => {};
  const finding = new Promise<MemoryFinding>((found) => {
    resolve = found;
  });
  return { measure: vi.fn<MemoryMeter['measure']>(() => finding), find: (found: MemoryFinding) => resolve(found) };
}

async function openPage(options: PortOptions, measure: MemoryMeter['measure']) {
  const works: Promise<void>[] = [];
  const whenIdle = (work: () => Promise<void>) => void works.push(work());
  const ports = portsOf({ whenIdle, ...options, openMemoryMeter: async () => ({ measure }) });
  const stores = createStores(ports);
  await Promise.all([stores.record.getState().open(), stores.decks.getState().loadIndexes()]);
  return { ...stores, works, time: ports.time };
}

/** All that was begun has come to its end. */
async function settled({ record, works }: Awaited<ReturnType<typeof openPage>>): Promise<void> {
  for (const work of works) await work;
  await expect.poll(() => record.getState().save).toBe('saved');
}

function parametersOf({ record }: Pick<Stores, 'record'>): string {
  return record.getState().settings.parameters;
}

describe('the learner’s memory', () => {
  it('[S33] is measured by the whole log, and what is found is in use at once', async () => {
    const measure = meterOf();
    const page = await openPage(await pageAfter(500), measure);
    await expect.poll(() => parametersOf(page)).toBe('fsrs-6 -0.5 0 0 0 0 812 2026-11-23');
    expect(measure).toHaveBeenCalledTimes(1);
    const [log, folding] = measure.mock.calls[0]!;
    expect(log).toHaveLength(500);
    expect(folding).toEqual({ desiredRetention: 0.9, parameters: takeParameters(), lineage: noLineage });
  });

  it('[S33] of somebody who forgets sooner gives shorter intervals, and back when it is not wanted', async () => {
    const page = await openPage(await pageAfter(700), meterInProcess.measure);
    await expect.poll(() => parametersOf(page)).toMatch(/^fsrs-6 /);
    const { setting } = page.record.getState();
    const stability = () => page.record.getState().cards.get(demoCard('q1'))?.stability ?? 0;
    const measured = stability();
    setting('ownIntervals', false);
    await expect.poll(stability).toBeGreaterThan(measured);
    setting('ownIntervals', true);
    await expect.poll(stability).toBe(measured);
    expect(readMeasured(parametersOf(page))?.answers).toBe(650);
  });

  it('[S33] is not measured with too few repeated answers', async () => {
    const measure = meterOf();
    await settled(await openPage(await pageAfter(449), measure));
    expect(measure).not.toHaveBeenCalled();
  });

  it('[S33] is measured once a study day, and then only with a tenth more answers', async () => {
    const measure = meterOf({ t: 'kept', answers: 450 });
    const page = await openPage(await pageAfter(500), measure);
    await settled(page);
    const answer = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const at = showing(`${page.time.now}-${n}`);
        page.record.getState().answer({ card: demoCard('q0'), rev: 'rev1', r: 3, took: 1, at });
      }
      await settled(page);
    };
    await answer(20);
    expect(measure).toHaveBeenCalledTimes(1);
    page.time.now += dayMs;
    await answer(24);
    expect(measure).toHaveBeenCalledTimes(1);
    page.time.now += dayMs;
    await answer(1);
    expect(measure).toHaveBeenCalledTimes(2);
    await answer(60);
    expect(measure).toHaveBeenCalledTimes(2);
    expect(parametersOf(page)).toBe('');
  });

  it('[S33] is not measured twice a day by a page that is opened again, whatever came of it', async () => {
    const options = await pageAfter(500);
    const failing = vi.fn<MemoryMeter['measure']>(async () => Promise.reject(new Error('The worker did not start')));
    const page = await openPage(options, failing);
    await expect.poll(() => page.measuring.getState().failure).toContain('did not start');
    const again = meterOf();
    const marks = { ...options.marks, measured: page.ports.marks.get('measured') ?? '' };
    await settled(await openPage({ ...options, marks, tab: 'b' }, again));
    expect([failing.mock.calls.length, again.mock.calls.length]).toEqual([1, 0]);
    const nextDay = meterOf();
    await settled(await openPage({ ...options, marks, tab: 'c', now: (options.now ?? 0) + dayMs }, nextDay));
    expect(nextDay).toHaveBeenCalledTimes(1);
  });

  it('[S33] is measured by one of two tabs that are ready at once', async () => {
    const options = await pageAfter(500);
    const idle: (() => Promise<void>)[] = [];
    const whenIdle = (work: () => Promise<void>) => void idle.push(work);
    const measure = meterOf({ t: 'kept', answers: 450 });
    const first = await openPage({ ...options, whenIdle }, measure);
    const ofFirst = idle.splice(0);
    const second = await openPage({ ...options, tab: 'b', whenIdle }, measure);
    expect(second.ports.marks.get('measured')).toBeNull();
    const begun = ofFirst.map((work) => work());
    // Marks are the browser's, which both tabs read.
    second.ports.marks.set('measured', first.ports.marks.get('measured') ?? '');
    await Promise.all([...begun, ...idle.map((work) => work())]);
    expect(measure).toHaveBeenCalledTimes(1);
  });

  it('[S33] is not measured while a run goes on, but after it', async () => {
    const idle: (() => Promise<void>)[] = [];
    const measure = meterOf();
    const whenIdle = (work: () => Promise<void>) => void idle.push(work);
    const page = await openPage({ ...(await pageAfter(500)), whenIdle }, measure);
    page.session.getState().begin([demoCard('one')]);
    await Promise.all(idle.splice(0).map((work) => work()));
    expect(measure).not.toHaveBeenCalled();
    page.session.getState().close();
    await Promise.all(idle.splice(0).map((work) => work()));
    expect(measure).toHaveBeenCalledTimes(1);
  });

  it('[S33] changes nothing while a run goes on that began meanwhile', async () => {
    const { measure, find } = heldMeter();
    const page = await openPage(await pageAfter(500), measure);
    await expect.poll(() => measure.mock.calls.length).toBe(1);
    page.practice.getState().begin([demoCard('one')]);
    find(own);
    await settled(page);
    expect(parametersOf(page)).toBe('');
    page.practice.getState().close();
    expect(parametersOf(page)).not.toBe('');
  });

  it('[S33] that was measured beside another memory than is in use by now is dropped', async () => {
    const { measure, find } = heldMeter();
    const page = await openPage(await pageAfter(500), measure);
    await expect.poll(() => measure.mock.calls.length).toBe(1);
    const other = 'fsrs-6 0.1 0 0 0 0 900 2026-11-23';
    page.record.getState().setting('parameters', other);
    find(own);
    await settled(page);
    expect(parametersOf(page)).toBe(other);
  });

  it('[S33] is not measured for somebody who wants the usual one', async () => {
    const options = await pageAfter(500);
    const measure = meterOf();
    const first = await openPage({ ...options, whenIdle: () => {} }, measure);
    first.record.getState().setting('ownIntervals', false);
    await settled(first);
    await settled(await openPage({ ...options, tab: 'b' }, measure));
    expect(measure).not.toHaveBeenCalled();
  });

  it('[S33] becomes the usual one again where that fits better', async () => {
    const options = await pageAfter(500);
    const first = await openPage({ ...options, whenIdle: () => {} }, meterOf());
    first.record.getState().setting('parameters', 'fsrs-6 0.1 0 0 0 0 900 2026-11-20');
    await settled(first);
    const measure = meterOf({ t: 'usual', answers: 450 });
    const page = await openPage({ ...options, tab: 'b' }, measure);
    await settled(page);
    expect(measure.mock.calls[0]?.[1].parameters).toEqual(ownParameters([0.1, 0, 0, 0, 0]));
    expect(parametersOf(page)).toBe('');
  });
});
