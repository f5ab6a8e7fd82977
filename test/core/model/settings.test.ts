import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings, type SettingValue, settingDefaults, settingRules } from '../../../src/core/model/settings.ts';
import { foldRegisters } from '../../../src/core/scheduler/fold/fold-registers.ts';
import { schedulerOf } from '../../../src/core/scheduler/memory/own-scheduler.ts';
import { at, writeLog } from '../../log-builders.ts';
import { foldLog } from '../scheduler/fold-log.ts';

const keys = Object.keys(settingRules);

function read(key: string, value: SettingValue) {
  return readSettings(new Map([[key, value]]));
}

describe('the gate of settings', () => {
  it.each([
    ['desiredRetention', 5],
    ['desiredRetention', 0],
    ['desiredRetention', Number.NaN],
    ['minutesPerDay', 4],
    ['minutesPerDay', 1e9],
    ['newPerDay', -1],
    ['textSize', 1000],
    ['theme', 'constructor'],
    ['contrast', 'less'],
    ['motion', 'system; reduce'],
    ['examDate', '2026-02-30'],
    ['examDate', 'tomorrow'],
    ['shortcuts', 'yes'],
    ['parameters', 'fsrs-7 0 0 0 0 0 812 2026-12-03'],
    ['parameters', 'fsrs-6 0 0 0 0 9 812 2026-12-03'],
    ['parameters', 0.9],
    ['ownIntervals', 1],
  ])('passes %s = %s over', (key, value) => {
    expect(read(key, value)).toEqual(settingDefaults);
  });

  it('keeps what can be, to the bounds', () => {
    const stored = { desiredRetention: 0.95, minutesPerDay: 240, newPerDay: 0, textSize: 160, examDate: '2028-02-29' };
    expect(readSettings(new Map(Object.entries(stored)))).toEqual({ ...settingDefaults, ...stored });
  });

  it('takes the fraction that an older version kept for the whole number next to it', () => {
    expect(read('minutesPerDay', 7.5).minutesPerDay).toBe(8);
  });

  it('whatever a register holds, the record can be folded by it', () => {
    const log = writeLog();
    log.answer('one', 3);
    log.answer('one', 3, at(9));
    const value = fc.oneof(
      fc.double(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('light', '2026-01-01', 'fsrs-6 3 -3 3 -3 3 1 2026-12-03', 'fsrs-6 -3 3 -3 3 -3 1 2026-12-03'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), (stored) => {
        const settings = readSettings(new Map(Object.entries(stored)));
        expect(foldLog(log.entries, schedulerOf(settings)).size).toBe(1);
      }),
    );
  });

  it('[S28] a setting that cannot be leaves the one before it in force', () => {
    const log = writeLog();
    log.write({ t: 'setting', key: 'desiredRetention', value: 0.85 });
    log.write({ t: 'setting', key: 'desiredRetention', value: 5 }, at(1));
    expect(readSettings(foldRegisters(log.entries).settings).desiredRetention).toBe(0.85);
  });

  it('is the one of the script that acts before the first paint', () => {
    const page = readFileSync('index.html', 'utf8');
    const looks = { theme: ['light', 'dark'], contrast: ['more'], motion: ['reduce'] } as const;
    for (const [name, values] of Object.entries(looks)) {
      expect(page).toContain(`${name}: [${values.map((value) => `'${value}'`).join(', ')}]`);
      for (const value of values) expect(Object.values(read(name, value))).toContain(value);
    }
    const { least, most } = settingRules.textSize;
    expect(page).toContain(`size >= ${least} && size <= ${most}`);
  });
});
