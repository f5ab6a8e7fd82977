import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from '../../../src/core/model/card-state.ts';
import type { Timestamp } from '../../../src/core/model/id.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { buildBase } from '../../../src/core/scheduler/fold/base/build-base.ts';
import { historyIn } from '../../../src/core/scheduler/fold/card-history.ts';
import { foldRegisters } from '../../../src/core/scheduler/fold/fold-registers.ts';
import { noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { startLiveFold } from '../../../src/core/scheduler/fold/live-fold.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { anyHistory, at, card, writeLog } from '../../log-builders.ts';
import { foldInRows, foldLog } from './fold-log.ts';
import { naiveFold } from './naive-fold.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });
const folding = { desiredRetention: 0.9, lineage: noLineage };
const runs = { numRuns: 300 };

function byCard(states: ReadonlyMap<string, CardState>): [string, CardState][] {
  return [...states].sort(([a], [b]) => (a < b ? -1 : 1));
}

function shuffled<T>(things: readonly T[], seed: number): T[] {
  const keyed = things.map((thing, index) => [Math.imul(index + 1, seed | 1) >>> 3, thing] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, thing]) => thing);
}

describe('the fold is a function of a set', () => {
  it('[S10] does not depend on the order in which entries arrive', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer(), (history, seed) => {
        expect(byCard(foldLog(shuffled(history, seed), scheduler))).toEqual(byCard(foldLog(history, scheduler)));
      }),
      runs,
    );
  });

  it('[S11] does not count an entry twice', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer(), (history, seed) => {
        const doubled = shuffled([...history, ...structuredClone(history)], seed);
        expect(byCard(foldLog(doubled, scheduler))).toEqual(byCard(foldLog(history, scheduler)));
      }),
      runs,
    );
  });

  it('[S12] gives what a second, naive implementation of the rules gives', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        expect(byCard(foldInRows(history, 0.9))).toEqual(byCard(naiveFold(history, scheduler)));
        expect(byCard(foldLog(history, scheduler))).toEqual(byCard(naiveFold(history, scheduler)));
      }),
      { numRuns: 1000 },
    );
  });

  it('[S13] is the same for one card alone', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const states = foldInRows(history, 0.9);
        for (const name of ['one', 'two', 'three']) {
          const own = history.filter((entry) => !('card' in entry) || entry.card === card(name));
          expect(foldInRows(own, 0.9).get(card(name))).toEqual(states.get(card(name)));
        }
      }),
      runs,
    );
  });

  it('[S14] is the same when entries are added one by one, in any order', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer(), fc.nat({ max: 40 }), (history, seed, known) => {
        const arriving = shuffled(history, seed);
        const live = startLiveFold(buildBase(arriving.slice(0, known), folding));
        for (const entry of arriving.slice(known)) live.add([entry]);
        expect(byCard(live.states)).toEqual(byCard(foldLog(history, scheduler)));
      }),
      { numRuns: 1000 },
    );
  });

  it('[S14] names every card whose state an added entry changed', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 40 }), (history, known) => {
        const live = startLiveFold(buildBase(history.slice(0, known), folding));
        const before = new Map(live.states);
        const touched = new Set<string>(live.add(history.slice(known)));
        for (const [id, state] of live.states) {
          if (JSON.stringify(state) !== JSON.stringify(before.get(id))) expect(touched).toContain(id);
        }
      }),
      runs,
    );
  });

  it('[S14] tells of each card which of its entries count, in which order, and which were taken back', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer(), fc.nat({ max: 40 }), (history, seed, known) => {
        const arriving = shuffled(history, seed);
        const live = startLiveFold(buildBase(arriving.slice(0, known), folding));
        for (const entry of arriving.slice(known)) live.add([entry]);
        for (const id of new Set(history.flatMap((entry) => ('card' in entry ? [entry.card] : [])))) {
          expect(live.historyOf(id)).toEqual(historyIn(history, id));
        }
      }),
      runs,
    );
  });

  it('two contents at one place are one entry, whichever comes first', () => {
    const log = writeLog();
    const entry = log.answer('one', 3);
    const forged = { ...entry, r: 1 } as LogEntry;
    const states = [foldLog([entry, forged], scheduler), foldLog([forged, entry], scheduler)];
    expect(states[0]).toEqual(states[1]);
    expect(states[0]?.get(card('one'))?.reps).toBe(1);
  });
});

describe('registers', () => {
  it('[S30] the last value in the order of the fold wins, not the last to arrive', () => {
    const log = writeLog();
    log.write({ t: 'setting', key: 'newPerDay', value: 5 }, at(0));
    log.write({ t: 'setting', key: 'newPerDay', value: 9 }, at(1));
    log.write({ t: 'pack-off', pack: 'aws-ecs' }, at(1));
    const { settings, packs } = foldRegisters([...log.entries].reverse());
    expect([settings.get('newPerDay'), packs.get('aws-ecs')]).toEqual([9, false]);
  });

  it('[S30] an undone setting falls back to the one before', () => {
    const log = writeLog();
    log.write({ t: 'setting', key: 'newPerDay', value: 5 }, at(0));
    log.undo(log.write({ t: 'setting', key: 'newPerDay', value: 9 }, at(1)), at(1));
    expect(foldRegisters(log.entries).settings.get('newPerDay')).toBe(5);
  });

  it('[S31] a card that was only suspended has no reps and nothing due', () => {
    const log = writeLog();
    log.write({ t: 'suspend', card: card('one'), value: true }, at(0) as Timestamp);
    expect(foldLog(log.entries, scheduler).get(card('one'))).toMatchObject({ suspended: true, reps: 0, due: null });
  });
});
