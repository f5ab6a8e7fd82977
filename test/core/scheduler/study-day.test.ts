import { expect, it } from 'vitest';
import { studyDayOf } from '../../../src/core/scheduler/study-day.ts';

const hourMs = 3_600_000;
/** Both changes of the clock in both halves of the world, and Samoa's missing 30 December 2011. */
const spans = [
  [Date.UTC(2026, 2, 1), 60 * 24],
  [Date.UTC(2026, 9, 1), 45 * 24],
  [Date.UTC(2024, 1, 27), 4 * 24],
] as const;

function offsetIn(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (ms) => {
    const text = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

it('[S5] a study day begins at four in the morning, local time', () => {
  const before = Date.UTC(2026, 2, 2, 3, 59, 59, 999);
  expect(studyDayOf(before + 1, 0) - studyDayOf(before, 0)).toBe(1);
  expect(studyDayOf(before, 60)).toBe(studyDayOf(before + 1, 0));
  expect(studyDayOf(before + 1, -60)).toBe(studyDayOf(before, 0));
});

it('[S6] in no time zone does the study day go back or skip a day, clock changes included', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter((_, index) => index % 8 === 0);
  const extra = ['Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Europe/Sarajevo'];
  let hours = 0;
  for (const zone of new Set([...zones, ...extra])) {
    const offset = offsetIn(zone);
    for (const [from, count] of spans) {
      let previous = studyDayOf(from, offset(from));
      for (let hour = 1; hour <= count; hour += 1) {
        const ms = from + hour * hourMs;
        const day = studyDayOf(ms, offset(ms));
        if (day < previous || day > previous + 1) expect.fail(`${zone} at ${new Date(ms).toISOString()}`);
        previous = day;
        hours += 1;
      }
    }
  }
  expect(hours).toBeGreaterThan(100_000);
});
