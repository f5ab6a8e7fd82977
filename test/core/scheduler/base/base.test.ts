import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../../src/core/model/id.ts';
import type { LogEntry } from '../../../../src/core/model/log/log-entry.ts';
import { buildBase } from '../../../../src/core/scheduler/fold/base/build-base.ts';
import type { Cut } from '../../../../src/core/scheduler/fold/base/cut-log.ts';
import { type Lineage, lineageOf, noLineage } from '../../../../src/core/scheduler/fold/lineage.ts';
import { startLiveFold } from '../../../../src/core/scheduler/fold/live-fold.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { ownParameters } from '../../../../src/core/scheduler/memory/own-parameters.ts';
import { anyHistory, at, card, minuteMs, writeLog } from '../../../log-builders.ts';
import { anyDeviations } from '../any-deviations.ts';
import { anyLineage, descent } from '../any-lineage.ts';
import { naiveFold } from '../naive-fold.ts';
import { again, expectToEqualWhole, folding, scheduler, sorted } from './equal-whole.ts';

const anyCut: fc.Arbitrary<Cut> = fc.record({
  entries: fc.integer({ min: 0, max: 6 }),
  days: fc.constantFrom(0, 0.2, 2),
  most: fc.constantFrom(8, 1000),
});

function shuffled<T>(things: readonly T[], seed: number): T[] {
  const keyed = things.map((thing, index) => [Math.imul(index + 1, seed | 1) >>> 3, thing] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, thing]) => thing);
}

/** How much of a log is known at the start. */
const anyPart = fc.constantFrom(0.25, 0.5, 0.75, 1);

interface Course {
  readonly arriving: readonly LogEntry[];
  readonly part: number;
  readonly cut: Cut;
  readonly lineage: Lineage;
  /** FSRS-6's own unless said otherwise. */
  readonly parameters?: readonly number[];
}

/** Starts from a snapshot of what is known and adds the rest, reading the whole log where that is asked for. */
function goThrough(course: Course): { readonly told: number; readonly asked: number } {
  const { arriving, part, cut, lineage, parameters } = course;
  const by = { ...folding, parameters, lineage };
  const own = createScheduler(by);
  const start = (log: readonly LogEntry[]) => startLiveFold(again(buildBase(log, by, cut)));
  const known = Math.floor(part * arriving.length);
  let live = start(arriving.slice(0, known));
  expectToEqualWhole(live, arriving.slice(0, known), lineage, own);
  let [told, asked] = [0, 0];
  for (let count = known + 1; count <= arriving.length; count += 1) {
    const before = new Map(live.states);
    const touched = live.add(arriving.slice(count - 1, count));
    if (touched === 'needs-whole') live = start(arriving.slice(0, count));
    else {
      const changed = [...live.states].filter(([id, state]) => state !== before.get(id)).map(([id]) => id);
      expect(touched).toEqual(expect.arrayContaining(changed));
      if (live.base.count > 0) told += 1;
    }
    if (touched === 'needs-whole') asked += 1;
    expectToEqualWhole(live, arriving.slice(0, count), lineage, own);
  }
  return { told, asked };
}

describe('a base and what comes after it', () => {
  it('[S15] fold to what the whole log folds to, from a snapshot and entry by entry', () => {
    let [told, asked] = [0, 0];
    fc.assert(
      fc.property(anyHistory, anyPart, anyCut, (history, part, cut) => {
        const counts = goThrough({ arriving: history, part, cut, lineage: noLineage });
        told += counts.told;
        asked += counts.asked;
        const live = startLiveFold(again(buildBase(history, folding, cut)));
        expect(sorted(live.states)).toEqual(sorted(naiveFold(history, scheduler)));
      }),
      { numRuns: 150 },
    );
    // Histories as no learner has them; and still not all is read anew.
    expect(told).toBeGreaterThan(50);
    expect(asked).toBeGreaterThan(15);
  });

  it('[S15] do so in any order of arrival, doubled entries included', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer(), anyPart, anyCut, (history, seed, part, cut) => {
        const arriving = shuffled([...history, ...structuredClone(history.slice(-9))], seed);
        goThrough({ arriving, part, cut, lineage: noLineage });
      }),
      { numRuns: 60 },
    );
  });

  it('[S15] do so for any lineage', () => {
    fc.assert(
      fc.property(anyHistory, anyPart, anyCut, anyLineage, (history, part, cut, lineage) => {
        goThrough({ arriving: history, part, cut, lineage });
      }),
      { numRuns: 100 },
    );
  });

  it('[S98] do so by the parameters of a learner’s own memory', () => {
    fc.assert(
      fc.property(anyHistory, anyPart, anyCut, anyLineage, anyDeviations, (history, part, cut, lineage, deviations) => {
        goThrough({ arriving: history, part, cut, lineage, parameters: ownParameters(deviations) });
      }),
      { numRuns: 60 },
    );
  });

  it('[S15] do so with the answers of later packs to what the entries of the tail were split into', () => {
    const log = writeLog();
    const lineage = lineageOf([descent('left', ['one']), descent('right', ['one'])]);
    for (let day = 0; day < 9; day += 1) log.answer('one', 3, at(day));
    log.answer('left', 3, at(9));
    log.answer('right', 1, at(9));
    const live = startLiveFold(
      again(buildBase(log.entries, { ...folding, lineage }, { entries: 3, days: 0, most: 1000 })),
    );
    expect([live.base.count, live.base.held.length]).toEqual([8, 8]);
    expect(live.add([log.answer('left', 3, at(12))])).toEqual([card('left')]);
    expectToEqualWhole(live, log.entries, lineage);
  });

  it.each(['a', 'b'])('[S15] do so when log %s has moved an undo before the answer that it takes back', (fixing) => {
    const [a, b] = [writeLog('a'), writeLog('b')];
    const answer = b.answer('one', 1, at(3));
    const undo = a.undo(answer, at(3));
    const others = [b.answer('one', 1, at(3)), a.answer('one', 3, at(3))];
    const fixer = fixing === 'a' ? a : b;
    const fix = fixer.write({ t: 'clock-fix', ref: undo.log, from: 1, to: 1, delta: at(0) - at(3) }, at(3));
    const log = [answer, undo, ...others, fix];
    const live = startLiveFold(again(buildBase(log, folding, { entries: 0, days: 0, most: 8 })));
    expect(live.base.count).toBe(1);
    expectToEqualWhole(live, log, noLineage);
  });

  it('[S15] count an undo among what a correction moved, though it comes after it', () => {
    const [a, b] = [writeLog('a'), writeLog('b')];
    const log = [b.answer('one', 1, at(3)), a.answer('one', 1, at(3))];
    const undo = a.undo(log[0] as LogEntry, at(3));
    const fix = a.write({ t: 'clock-fix', ref: undo.log, from: 1, to: 2, delta: at(0) - at(3) }, at(3));
    const live = startLiveFold(again(buildBase([...log, fix], folding, { entries: 6, days: 0, most: 8 })));
    live.add([undo]);
    expect(live.base.times.corrections.map(({ entries }) => entries)).toEqual([2]);
    expectToEqualWhole(live, [...log, fix, undo], noLineage);
  });

  it('[S15] are cut so that the tail has at least the latest entries and the latest days', () => {
    const log = writeLog();
    for (let day = 0; day < 100; day += 1) log.answer('one', 3, at(day));
    const countAfter = (cut: Cut) => buildBase(log.entries, folding, cut).tail.length;
    expect(countAfter({ entries: 10, days: 0, most: 50 })).toBe(10);
    expect(countAfter({ entries: 10, days: 30, most: 50 })).toBe(31);
    expect(countAfter({ entries: 10, days: 70, most: 50 })).toBe(50);
    expect(countAfter({ entries: 200, days: 0, most: 200 })).toBe(100);
    expect(buildBase(log.entries, folding).base.count).toBe(0);
  });
});

describe('ordinary study', () => {
  /** Sixty days of a learner with forty cards. */
  function learnerOf() {
    const log = writeLog('past');
    for (let step = 0; step < 600; step += 1)
      log.answer(`c${step % 40}`, (step % 4 === 0 ? 1 : 3) as 1 | 3, at(step / 10));
    return log;
  }
  const cut: Cut = { entries: 50, days: 3, most: 1000 };
  const steps = fc.array(
    fc.record({
      act: fc.constantFrom(
        'answer',
        'answer',
        'answer',
        'undo',
        'redo',
        'flag',
        'note',
        'bury',
        'suspend',
        'setting',
        'pack',
      ),
      name: fc.nat({ max: 50 }),
      rating: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      tab: fc.nat({ max: 1 }),
      back: fc.nat({ max: 5 }),
    }),
    { maxLength: 60 },
  );

  it('[S16] never needs the whole log', () => {
    const past = learnerOf();
    const start = again(buildBase(past.entries, folding, cut));
    expect(start.base.count).toBeGreaterThan(500);
    fc.assert(
      fc.property(steps, (acts) => {
        const tabs = [writeLog('tab-a'), writeLog('tab-b')];
        const live = startLiveFold(start);
        const added: LogEntry[] = [];
        acts.forEach(({ act, name, rating, tab, back }, index) => {
          const log = tabs[tab]!;
          const when = at(61, index * minuteMs) as Timestamp;
          const subject = card(`c${name}`);
          const target = act === 'redo' ? added.findLast(({ t }) => t === 'undo') : added.at(-1 - back);
          if (act === 'undo' || act === 'redo') {
            if (target === undefined) return;
            added.push(log.undo(target, when));
          } else if (act === 'flag') added.push(log.write({ t: 'flag', card: subject, value: back > 2 }, when));
          else if (act === 'note') added.push(log.write({ t: 'note', card: subject, text: `${back}` }, when));
          else if (act === 'bury') added.push(log.write({ t: 'bury', card: subject, day: 20_580 + back }, when));
          else if (act === 'suspend') added.push(log.write({ t: 'suspend', card: subject, value: back > 2 }, when));
          else if (act === 'setting') added.push(log.write({ t: 'setting', key: 'newPerDay', value: back }, when));
          else if (act === 'pack') added.push(log.write({ t: 'pack-off', pack: `p${back}` }, when));
          else added.push(log.answer(`c${name}`, rating, when));
          expect(live.add(added.slice(-1))).not.toBe('needs-whole');
        });
        expectToEqualWhole(live, [...past.entries, ...added], noLineage);
      }),
      { numRuns: 60 },
    );
  });

  it('[S16] takes back what the tail holds, and takes an entry twice', () => {
    const past = learnerOf();
    const live = startLiveFold(again(buildBase(past.entries, folding, cut)));
    const last = past.entries.at(-1)!;
    const undo = past.undo(last, at(61));
    expect(live.add([structuredClone(last), undo])).toEqual([card('c39')]);
    expect(live.add([past.undo(undo, at(61))])).toEqual([card('c39')]);
    expectToEqualWhole(live, past.entries, noLineage);
  });
});
