import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timestamp } from '../../../src/core/model/id.ts';
import { canonicalJson, hashText } from '../../../src/core/model/log/entry-id.ts';
import { exportLog } from '../../../src/core/model/log/export-log.ts';
import { entryIdOf, followEntry, nextPlace, startLog } from '../../../src/core/model/log/log.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { readLine, writeLine } from '../../../src/core/model/log/log-lines.ts';
import { restoreLog } from '../../../src/core/model/log/restore-log.ts';
import { readSettings, settingDefaults } from '../../../src/core/model/settings.ts';
import { foldRegisters } from '../../../src/core/scheduler/fold/fold-registers.ts';
import { schedulerOf } from '../../../src/core/scheduler/memory/own-scheduler.ts';
import { anyHistory, at, minuteMs, noon, writeLog } from '../../log-builders.ts';
import { logId } from '../ids.ts';
import { foldLog } from '../scheduler/fold-log.ts';

const about = { app: 'sveska 0.1.0', made: '2026-03-02T12:00:00Z' };
const place = (entry: LogEntry) => `${entry.log}:${entry.n}`;
const byPlace = (a: LogEntry, b: LogEntry) => (place(a) < place(b) ? -1 : 1);

describe('the clock of a log', () => {
  it('numbers 1, 2, 3 and never goes back, whatever the device says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 4e12 })), (times) => {
        let clock = startLog(logId('a'));
        for (const [index, now] of times.entries()) {
          const next = nextPlace(clock, now as Timestamp, 60);
          expect(next.n).toBe(index + 1);
          expect(next.ms > clock.ms || (next.ms === clock.ms && next.c > clock.c)).toBe(true);
          clock = next;
        }
      }),
    );
  });

  it('follows another tab, so that what comes after it sorts after it', () => {
    const seen = nextPlace(startLog(logId('b')), at(0, 5000), 0);
    const next = nextPlace(followEntry(startLog(logId('a')), seen, noon), noon, 0);
    expect([next.log, next.n, next.ms, next.c]).toEqual(['a', 1, seen.ms, seen.c + 1]);
  });

  it('does not go back to follow what another tab wrote before it, in the same millisecond', () => {
    const seen = nextPlace(startLog(logId('b')), noon, 0);
    const first = nextPlace(startLog(logId('a')), noon, 0);
    const second = nextPlace(first, noon, 0);
    expect([second.ms, second.c > seen.c]).toEqual([seen.ms, true]);
    expect(nextPlace(followEntry(second, seen, noon), noon, 0)).toMatchObject({ n: 3, ms: noon, c: second.c + 1 });
  });

  it('does not follow a clock that is more than ten minutes ahead', () => {
    const own = nextPlace(startLog(logId('a')), noon, 0);
    const wrong = nextPlace(startLog(logId('b')), at(0, 10 * minuteMs + 1), 0);
    expect(followEntry(own, wrong, noon)).toBe(own);
    const near = at(0, 10 * minuteMs);
    expect(followEntry(own, nextPlace(startLog(logId('b')), near, 0), noon).ms).toBe(near);
  });
});

describe('ids and lines', () => {
  it('an id is base 32 of SHA-256 over the canonical JSON, whatever the order of the fields', () => {
    const entry = writeLog().answer('one', 3);
    const reversed = Object.fromEntries(Object.entries(entry).reverse()) as unknown as LogEntry;
    expect(entryIdOf(reversed)).toBe(entryIdOf(entry));
    expect(entryIdOf(entry)).toMatch(/^[a-z2-7]{52}$/);
    const bits = [...createHash('sha256').update('abc').digest()]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('');
    const letters = (bits.padEnd(260, '0').match(/.{5}/g) ?? []).map(
      (five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five, 2)],
    );
    expect(hashText('abc')).toBe(letters.join(''));
  });

  it('canonical JSON means the same as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('a line gives its entry back', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const entry of history) expect(readLine(writeLine(entry))).toEqual(entry);
      }),
      { numRuns: 50 },
    );
  });

  it('a line with any character changed, lost or added is damaged', () => {
    const log = writeLog();
    const line = writeLine(log.answer('one', 3));
    for (let index = 0; index < line.length; index += 1) {
      const changed = String.fromCharCode(line.charCodeAt(index) ^ 1);
      expect(readLine(line.slice(0, index) + changed + line.slice(index + 1))).toBeNull();
      expect(readLine(line.slice(0, index))).toBeNull();
    }
  });

  it('a line whose check was cut is damaged, for less than eight characters say nothing', () => {
    const { h, ...entry } = JSON.parse(writeLine(writeLog().answer('one', 3)));
    expect(readLine(JSON.stringify({ h, ...entry }))).toEqual(entry);
    for (let length = 0; length < 8; length += 1) {
      expect(readLine(JSON.stringify({ h: h.slice(0, length), ...entry }))).toBeNull();
    }
  });

  it.each(['', 'null', '[]', '{}', '7', '{"h":"aaaaaaaa"}', 'x'.repeat(9)])('%j is no entry', (line) => {
    expect(readLine(line)).toBeNull();
  });
});

describe('a backup', () => {
  it('names its format and every log with its length and hash in the first line', () => {
    const log = writeLog();
    log.answer('one', 3);
    const [first = '', line, ...rest] = exportLog(log.entries, about).split('\n');
    expect(JSON.parse(first)).toEqual({
      format: 'sveska-log-1',
      ...about,
      logs: [{ log: 'a', n: 1, sha: hashText(`${line}\n`) }],
    });
    expect(rest).toEqual(['']);
  });

  it('gives every entry back, unknown kinds and newer versions too, and is equal for equal sets', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const text = exportLog(history, about);
        const restored = restoreLog(text);
        expect([...restored.entries].sort(byPlace)).toEqual([...history].sort(byPlace));
        expect(restored).toMatchObject({ hasHeader: true, damagedLines: [], refused: 0, repeated: 0, incomplete: [] });
        expect(exportLog([...restored.entries].reverse(), about)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('gives every whole line back from a cut, shuffled, doubled, damaged file, and never throws', () => {
    const log = writeLog();
    for (let n = 0; n < 12; n += 1) log.answer('one', 3);
    const text = exportLog(log.entries, about);
    const change = fc.tuple(
      fc.constantFrom('cut', 'flip', 'double', 'shuffle', 'crlf', 'bom'),
      fc.nat({ max: text.length - 1 }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const mutated = changes.reduce((now, [kind, where]) => mutate(now, kind, where), text);
        const whole = log.entries.filter((entry) => mutated.split(/\r?\n/).includes(writeLine(entry)));
        const found = restoreLog(mutated).entries;
        for (const entry of whole) expect(found).toContainEqual(entry);
        for (const entry of found) expect(log.entries).toContainEqual(entry);
      }),
      { numRuns: 2000 },
    );
  });

  it('says which logs are shorter than promised, and counts what it could not read', () => {
    const [a, b] = [writeLog('a'), writeLog('b')];
    a.answer('one', 3);
    b.answer('one', 3);
    b.answer('two', 3);
    const text = exportLog([...a.entries, ...b.entries], about);
    expect(restoreLog(text.slice(0, -10))).toMatchObject({ incomplete: ['b'], damagedLines: [4] });
  });

  it('says which logs have as much as was promised, but not the same', () => {
    const [promised, other] = [writeLog('a'), writeLog('a')];
    promised.answer('one', 3);
    other.answer('one', 1);
    const [header] = exportLog(promised.entries, about).split('\n');
    const lines = other.entries.map(writeLine);
    expect(restoreLog([header, ...lines].join('\n'))).toMatchObject({ incomplete: ['a'], damagedLines: [] });
  });

  it('takes an entry once, the first, and counts how often it came again', () => {
    const log = writeLog();
    const first = log.answer('one', 3);
    const other = { ...first, r: 1 } as LogEntry;
    const lines = [first, first, other].map(writeLine);
    expect(restoreLog(lines.join('\n'))).toMatchObject({ entries: [first], repeated: 2, damagedLines: [] });
  });

  it.each([
    ['log', 'a/b'],
    ['log', '../a'],
    ['log', ''],
    ['card', 'one'],
    ['card', 'pack/one/0'],
    ['card', 'pack/__proto__'],
    ['card', 'pack/one/two/three'],
  ])('refuses a whole line whose %s is %j, and keeps the rest', (field, value) => {
    const log = writeLog();
    const whole = log.answer('one', 3);
    const odd = { ...log.answer('two', 3), [field]: value } as LogEntry;
    const { entries, refused, damagedLines } = restoreLog(`${writeLine(whole)}\n${writeLine(odd)}\n`);
    expect([entries, refused + damagedLines.length]).toEqual([[whole], 1]);
    expect(readLine(writeLine(odd))).toBeNull();
  });

  it.each(['constructor', 'length', 'then', 'null'])(
    'does no harm when a card, a setting and a pack are called %s',
    (name) => {
      const log = writeLog();
      log.answer(name, 3);
      log.write({ t: 'setting', key: name, value: 1 });
      log.write({ t: 'pack-off', pack: name });
      const { entries } = restoreLog(exportLog(log.entries, about));
      const scheduler = schedulerOf(settingDefaults);
      expect([...foldLog(entries, scheduler).keys()]).toEqual([`pack/${name}`]);
      expect(readSettings(foldRegisters(entries).settings)).toEqual(settingDefaults);
      expect([...foldRegisters(entries).packs]).toEqual([[name, false]]);
    },
  );

  it.each([
    '',
    '\u0000',
    '{"format":"sveska-log-1","logs":7}',
    '{"format":"sveska-log-1","logs":[null,{"log":1}]}',
    '[[[[',
  ])('takes %j without throwing', (text) => {
    expect(restoreLog(text).entries).toEqual([]);
  });
});

function mutate(text: string, kind: string, where: number): string {
  const lines = text.split('\n');
  switch (kind) {
    case 'cut':
      return text.slice(0, where);
    case 'flip':
      return text.slice(0, where) + String.fromCharCode(text.charCodeAt(where) ^ 2 || 63) + text.slice(where + 1);
    case 'double':
      return `${text}\n${text.slice(where)}`;
    case 'shuffle':
      return [...lines.slice(where % lines.length), ...lines.slice(0, where % lines.length)].join('\n');
    case 'crlf':
      return lines.join('\r\n');
    default:
      return `\uFEFF${text}`;
  }
}
