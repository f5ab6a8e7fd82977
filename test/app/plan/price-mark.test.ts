import { describe, expect, it } from 'vitest';
import { keepPrices, readPrices } from '../../../src/app/store/price-mark.ts';
import type { MarkStore } from '../../../src/core/model/mark-store.ts';

const kept = {
  key: 'today',
  prices: {
    day: 20_000,
    examDay: 20_010,
    calibration: { shift: -0.1, slope: 1.1, fade: -0.2 },
    seconds: [0, 900],
    worth: 12,
    prices: [0, 0.01],
    groups: { '4': { secondsPerWorth: 16, firstSeen: [0, 0.5], begun: 2 } },
    score: 0.8,
  },
};

function marksWith(text: string | null): MarkStore {
  let held = text;
  const set: MarkStore['set'] = (_, value) => {
    held = value;
  };
  return { get: () => held, set, remove: () => {}, keys: () => [] };
}

/** What is kept, with one value in another's place. */
function changed(path: string, value: unknown): string {
  const copy = structuredClone(kept) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce((at, step) => at[step] as Record<string, unknown>, copy);
  place[last] = value;
  return JSON.stringify(copy);
}

describe('kept prices', () => {
  it('are read as they were kept', () => {
    const marks = marksWith(null);
    const read = readPrices(marksWith(JSON.stringify(kept)));
    expect(read).toEqual(kept);
    if (read !== null) keepPrices(marks, read);
    expect(readPrices(marks)).toEqual(kept);
  });

  it('from before recall was measured by days have a fade of none', () => {
    const older = changed('prices.calibration', { shift: -0.1, slope: 1.1 });
    const { calibration } = readPrices(marksWith(older))?.prices ?? {};
    expect(calibration).toEqual({ shift: -0.1, slope: 1.1, fade: 0 });
  });

  it.each([
    null,
    '',
    '{',
    'null',
    '[]',
    '7',
    changed('key', 7),
    changed('prices', null),
    changed('prices.day', '20000'),
    changed('prices.examDay', -1),
    changed('prices.score', 7),
    changed('prices.score', -0.1),
    changed('prices.worth', null),
    changed('prices.calibration', { shift: 'x', slope: 1 }),
    changed('prices.calibration', { shift: 0, slope: 1, fade: 'x' }),
    changed('prices.seconds', 'many'),
    changed('prices.prices', [0, -0.01]),
    changed('prices.prices', Array(62).fill(0)),
    changed('prices.groups', [7]),
    changed('prices.groups.4.firstSeen', [0, 5]),
    changed('prices.groups.4.secondsPerWorth', 'x'),
    changed('prices.groups.4.begun', -3),
  ])('are passed over where they cannot be: %s', (text) => {
    expect(readPrices(marksWith(text))).toBeNull();
  });
});
