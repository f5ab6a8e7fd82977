import { expect, it } from 'vitest';
import type { StudyDay, Timestamp } from '../../../src/core/model/id.ts';
import { currentStudyDay, studyDayOf } from '../../../src/core/scheduler/study-day.ts';

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

const at = (...time: [number, number, number, number, number]) => Date.UTC(...time) as Timestamp;
const noDay = studyDayOf(at(2026, 2, 2, 12, 0), 0);

it('[S93] a run that began before four stays on its day until it pauses for half an hour', () => {
  const latest = { ms: at(2026, 2, 3, 3, 55), day: noDay };
  const dayAt = (hour: number, minute: number) => currentStudyDay(at(2026, 2, 3, hour, minute), 0, latest) - noDay;
  expect([dayAt(3, 59), dayAt(4, 2), dayAt(4, 25), dayAt(4, 26)]).toEqual([0, 0, 0, 1]);
});

it('[S93] whoever flies west stays on the day that was begun, and the next one begins at four there', () => {
  const latest = { ms: at(2026, 2, 2, 20, 0), day: studyDayOf(at(2026, 2, 2, 20, 0), 540) };
  const inLosAngeles = (...time: [number, number, number, number, number]) =>
    currentStudyDay(at(...time), -480, latest) - latest.day;
  expect([inLosAngeles(2026, 2, 3, 6, 0), inLosAngeles(2026, 2, 4, 11, 0), inLosAngeles(2026, 2, 4, 12, 0)]).toEqual([
    0, 0, 1,
  ]);
});

it('[S93] a day that no flight explains is not followed', () => {
  const latest = { ms: at(2026, 2, 2, 12, 0), day: (noDay + 700) as StudyDay };
  expect(currentStudyDay(at(2026, 2, 2, 13, 0), 0, latest)).toBe(noDay);
});
