import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMeasured } from '../../../../src/core/model/measured-memory.ts';
import { readSettings, settingDefaults } from '../../../../src/core/model/settings.ts';
import { foldRegisters } from '../../../../src/core/scheduler/fold/fold-registers.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { ownParameters } from '../../../../src/core/scheduler/memory/own-parameters.ts';
import { schedulerOf } from '../../../../src/core/scheduler/memory/own-scheduler.ts';
import { takeParameters } from '../../../../src/core/scheduler/memory/parameters.ts';
import { at, writeLog } from '../../../log-builders.ts';
import { anyDeviations } from '../any-deviations.ts';

const usual = takeParameters();
const measured = (deviations: Parameters<typeof ownParameters>[0]) =>
  writeMeasured({ deviations, answers: 812, date: '2026-12-03' });

describe('a learner’s own memory', () => {
  it('[S98] moves w0 to w3, w8, the decay, w4 and w11, as far as FSRS-6 lets them, and nothing else', () => {
    fc.assert(
      fc.property(anyDeviations, (deviations) => {
        const [first, w8, decay, w4, w11] = deviations;
        const wanted = usual.map((value, place) => {
          if (place < 4) return value * Math.exp(first);
          if (place === 20) return value * Math.exp(decay);
          if (place === 11) return value * Math.exp(w11);
          return value + (place === 8 ? w8 : place === 4 ? w4 : 0);
        });
        expect(ownParameters(deviations)).toEqual(takeParameters(wanted));
      }),
    );
    expect(ownParameters([0, 0, 0, 0, 0])).toEqual(usual);
  });

  it('[S98] is in force as soon as it was measured, unless the learner does not want it', () => {
    const parameters = measured([0.5, 0, 0, 0, 0]);
    expect(schedulerOf(settingDefaults).parameters).toEqual(usual);
    const own = { ...settingDefaults, parameters };
    expect(schedulerOf(own).parameters).toEqual(ownParameters([0.5, 0, 0, 0, 0]));
    expect(schedulerOf({ ...own, ownIntervals: false }).parameters).toEqual(usual);
  });

  it('[S98] makes one scheduler for the same settings', () => {
    const own = { ...settingDefaults, parameters: measured([0.5, 0, 0, 0, 0]) };
    expect(schedulerOf(own)).toBe(schedulerOf({ ...own }));
    expect(schedulerOf(own)).not.toBe(schedulerOf({ ...own, desiredRetention: 0.85 }));
    const { interval } = createScheduler({ desiredRetention: 0.85 });
    expect(schedulerOf({ ...settingDefaults, desiredRetention: 0.85 }).interval(10)).toBe(interval(10));
  });

  it('[S98] keeps the schedulers of the latest settings, and no more of them', () => {
    const byMany = (count: number) => {
      for (let n = 1; n <= count; n += 1)
        schedulerOf({ ...settingDefaults, parameters: measured([n / 1000, 0, 0, 0, 0]) });
    };
    const inUse = schedulerOf(settingDefaults);
    byMany(3);
    expect(schedulerOf(settingDefaults)).toBe(inUse);
    byMany(3);
    expect(schedulerOf(settingDefaults)).toBe(inUse);
    byMany(4);
    expect(schedulerOf(settingDefaults)).not.toBe(inUse);
    expect(schedulerOf(settingDefaults).parameters).toEqual(inUse.parameters);
  });

  it('[S98] is the last one in the log that can be, whichever device wrote it', () => {
    const [a, b] = [writeLog('a'), writeLog('b')];
    const write = (log: typeof a, value: string, day: number) =>
      log.write({ t: 'setting', key: 'parameters', value }, at(day));
    const [early, late] = [measured([0.1, 0, 0, 0, 0]), measured([0.2, 0, 0, 0, 0])];
    write(a, early, 0);
    write(b, late, 1);
    write(a, 'fsrs-9 out of this world', 2);
    const entries = [...b.entries, ...a.entries];
    expect(readSettings(foldRegisters(entries).settings).parameters).toBe(late);
    write(a, '', 3);
    expect(readSettings(foldRegisters([...entries, ...a.entries]).settings).parameters).toBe('');
  });
});
