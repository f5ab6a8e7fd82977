import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StudyDay, Timestamp } from '../../../src/core/model/id.ts';
import { writeCalendar } from '../../../src/core/study/plan-calendar.ts';

const dayMs = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 30, 12, 5, 9) as Timestamp;
const today = Math.floor(now / dayMs) as StudyDay;
const day = (n: number) => (today + n) as StudyDay;
const ahead = [
  { day: day(0), minutes: 20, fresh: 12.4, unseen: 30 },
  { day: day(1), minutes: 0, fresh: 0, unseen: 30 },
  { day: day(2), minutes: 20, fresh: 1, unseen: 29 },
  { day: day(3), minutes: 20, fresh: 0.2, unseen: 29 },
];

/** Lines put together again, and the properties of each entry, as a calendar reads them (RFC 5545, 3.1 and 3.3.11). */
function readCalendar(text: string): readonly ReadonlyMap<string, string>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  const events: Map<string, string>[] = [];
  for (const line of lines) {
    const [name = '', ...value] = line.split(':');
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    else
      events.at(-1)?.set(
        name,
        value.join(':').replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)),
      );
  }
  return events;
}

describe('the calendar of a plan', () => {
  it('has an entry for each study day and the exam, and none for a day off', () => {
    const events = readCalendar(writeCalendar({ ahead, examDay: day(4), examName: 'AWS Certified', now }));
    expect(events.map((event) => [event.get('DTSTART;VALUE=DATE'), event.get('SUMMARY')])).toEqual([
      ['20261130', 'Sveska: 20 min, about 12 new cards'],
      ['20261202', 'Sveska: 20 min, about 1 new card'],
      ['20261203', 'Sveska: 20 min'],
      ['20261204', 'Exam: AWS Certified'],
    ]);
    expect(events[0]?.get('DTEND;VALUE=DATE')).toBe('20261201');
    expect(events.map((event) => event.get('DTSTAMP'))).toEqual(Array(4).fill('20261130T120509Z'));
    expect(new Set(events.map((event) => event.get('UID'))).size).toBe(4);
  });

  it('names an entry as an earlier plan named it, so that it takes its place', () => {
    const uids = (from: number) =>
      readCalendar(writeCalendar({ ahead: ahead.slice(from), examDay: day(4), examName: 'E', now })).map((event) =>
        event.get('UID'),
      );
    expect(uids(0)).toEqual(expect.arrayContaining([...uids(2)]));
  });

  it('keeps any name of an exam whole, in lines of at most 75 octets that end as they must', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (examName) => {
        const text = writeCalendar({ ahead, examDay: day(4), examName, now });
        const lines = text.split('\r\n');
        expect(lines.at(-1)).toBe('');
        for (const line of lines) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const said = readCalendar(text).at(-1)?.get('SUMMARY') ?? '';
        expect(said).toBe(`Exam: ${examName.replaceAll(/\r\n|\r/g, '\n')}`);
      }),
    );
  });
});
