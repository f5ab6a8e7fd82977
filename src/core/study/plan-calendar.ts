import { dayMs } from '../model/day-ms.ts';
import type { StudyDay, Timestamp } from '../model/id.ts';
import type { DayAhead } from '../scheduler/plan/for-exam/exam-prospect.ts';

const encoder = new TextEncoder();
/** Octets of a line without its end (RFC 5545, 3.1). */
const longestLine = 75;

export interface PlanCalendar {
  /** The days of the plan; those without minutes are left out. */
  readonly ahead: readonly DayAhead[];
  readonly examDay: StudyDay;
  /** "AWS Certified Developer – Associate". */
  readonly examName: string;
  readonly now: Timestamp;
}

/** The study days and the exam as a calendar file (iCalendar, RFC 5545): an entry for the whole of each day. */
export function writeCalendar({ ahead, examDay, examName, now }: PlanCalendar): string {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const studied = ahead.filter(({ minutes }) => minutes > 0);
  const events = [
    ...studied.map((day) => eventLines(`study-${dateOf(day.day)}`, day.day, studyWords(day), stamp)),
    eventLines('exam', examDay, `Exam: ${examName}`, stamp),
  ];
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sveska//Study plan//EN', 'CALSCALE:GREGORIAN'];
  return [...head, ...events.flat(), 'END:VCALENDAR'].map((line) => `${folded(line)}\r\n`).join('');
}

function studyWords({ minutes, fresh }: DayAhead): string {
  const cards = Math.round(fresh);
  const words = `Sveska: ${Math.round(minutes)} min`;
  return cards === 0 ? words : `${words}, about ${cards} new ${cards === 1 ? 'card' : 'cards'}`;
}

/** An entry keeps its name from one file to the next: the exam moves with its date, a day's study takes its place. */
function eventLines(name: string, day: StudyDay, words: string, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${name}@sveska`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf((day + 1) as StudyDay)}`,
    `SUMMARY:${escaped(words)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function dateOf(day: StudyDay): string {
  return new Date(day * dayMs).toISOString().slice(0, 10).replaceAll('-', '');
}

function escaped(words: string): string {
  return words.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** Cut into lines that are short enough, never within a character; each but the first begins with a blank. */
function folded(line: string): string {
  const lines: string[] = [];
  let rest = '';
  for (const character of line) {
    if (encoder.encode(rest + character).length > longestLine) {
      lines.push(rest);
      rest = ' ';
    }
    rest += character;
  }
  return [...lines, rest].join('\r\n');
}
