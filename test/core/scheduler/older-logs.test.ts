import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { readLine } from '../../../src/core/model/log/log-lines.ts';
import { foldRegisters } from '../../../src/core/scheduler/fold/fold-registers.ts';
import { createScheduler } from '../../../src/core/scheduler/memory/fsrs.ts';
import { foldLog } from './fold-log.ts';

const scheduler = createScheduler({ desiredRetention: 0.9 });

/** Logs as a version wrote them. These files are never made anew: what they hold, learners have on their disks. */
function linesOf(file: string): LogEntry[] {
  const lines = readFileSync(`test/fixtures/logs/${file}`, 'utf8').trimEnd().split('\n');
  return lines.map((line) => readLine(line) as LogEntry);
}

describe('a log from before answers said how they were given', () => {
  const log = linesOf('format-1.jsonl');
  const states = foldLog(log, scheduler);
  const facts = (name: string) => [...states].find(([card]) => card === `aws-ecs/${name}`)?.[1];

  it('has no line that cannot be read', () => {
    expect(log).not.toContain(null);
  });

  it('gives the answer that was not taken back', () => {
    expect(facts('cheapest-placement')).toMatchObject({ reps: 1, lastRating: 3, firstDay: 20514, due: 20516 });
  });

  it('gives a card that was reset and left for another day', () => {
    expect(facts('which-port/2')).toMatchObject({ due: null, buriedUntil: 20515 });
  });

  it('gives marks, and the answer at its corrected time', () => {
    expect(facts('binpack-field')).toMatchObject({
      suspended: true,
      flagged: true,
      note: 'Fullest first.',
      firstDay: 20515,
    });
  });

  it('gives settings, what screens kept, and packs', () => {
    const { settings, packs } = foldRegisters(log);
    expect([...settings]).toEqual([
      ['minutesPerDay', 30],
      ['reading', 'ports#dynamic'],
    ]);
    expect([...packs]).toEqual([
      ['demo', false],
      ['aws-ecs', true],
    ]);
  });
});

describe('a log in which answers say how they were given', () => {
  const log = linesOf('format-1-with-how.jsonl');
  const states = foldLog(log, scheduler);
  const facts = (name: string) => [...states].find(([card]) => card === `aws-ecs/${name}`)?.[1];

  it('has no line that cannot be read', () => {
    expect(log).not.toContain(null);
  });

  it.each([
    ['cheapest-placement', { reps: 1, lastRating: 3 }],
    ['type-login-v2', { reps: 1, lastRating: 3 }],
    ['which-port/2', { reps: 1 }],
    ['binpack-field', { reps: 2, firstDay: 20514, lastDay: 20514 }],
  ])('gives %s', (name, expected) => {
    expect(facts(name)).toMatchObject(expected);
  });

  it('gives a setting made under a wrong clock at its corrected time', () => {
    expect(foldRegisters(log).settings.get('newPerDay')).toBe(3);
  });
});

describe('a log in which right answers say how likely they were recalled', () => {
  const log = linesOf('format-1-with-p.jsonl');
  const states = foldLog(log, scheduler);
  const facts = (name: string) => [...states].find(([card]) => card === `aws-ecs/${name}`)?.[1];

  it('has no line that cannot be read', () => {
    expect(log).not.toContain(null);
  });

  it.each([
    ['cheapest-placement', { lastRating: 3, due: 20516 }],
    ['binpack-field', { lastRating: 2, due: 20515 }],
    ['which-port', { reps: 2, lapses: 0, missedDay: null, lastRating: 1, due: 20517 }],
    ['type-login-v2', { lastRating: 4, due: 20525 }],
  ])('gives %s', (name, expected) => {
    expect(facts(name)).toMatchObject(expected);
  });
});
