import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../src/core/model/log/log-entry.ts';
import { type Column, type Snapshot, sumOf } from '../../../../src/core/model/log/snapshot.ts';
import type { Folding } from '../../../../src/core/scheduler/fold/base/base.ts';
import { buildBase } from '../../../../src/core/scheduler/fold/base/build-base.ts';
import { readSnapshot } from '../../../../src/core/scheduler/fold/base/read-snapshot.ts';
import { isFoldedBy, snapshotFormat, writeSnapshot } from '../../../../src/core/scheduler/fold/base/write-snapshot.ts';
import { lineageOf, noLineage } from '../../../../src/core/scheduler/fold/lineage.ts';
import { startLiveFold } from '../../../../src/core/scheduler/fold/live-fold.ts';
import { ownParameters } from '../../../../src/core/scheduler/memory/own-parameters.ts';
import { at, card, writeLog } from '../../../log-builders.ts';
import { anyLineage, descent } from '../any-lineage.ts';

const folding: Folding = { desiredRetention: 0.9, lineage: noLineage };

/** Thirty days of four cards with all that a card can have; the latest five entries are the tail. */
function learner(): readonly LogEntry[] {
  const log = writeLog();
  const answers = Array.from({ length: 30 }, (_, day) => log.answer(`c${day % 4}`, day % 3 === 0 ? 1 : 3, at(day)));
  log.undo(answers[28]!, at(31));
  log.write({ t: 'note', card: card('c1'), text: 'a note\nof two lines' }, at(31));
  log.write({ t: 'flag', card: card('c2'), value: true }, at(31));
  log.write({ t: 'suspend', card: card('c3'), value: true }, at(31));
  log.write({ t: 'setting', key: 'newPerDay', value: 7 }, at(31));
  log.write({ t: 'pack-off', pack: 'other' }, at(31));
  for (let day = 32; day < 37; day += 1) log.answer('c0', 3, at(day));
  return log.entries;
}

function snapshotOf(log: readonly LogEntry[] = learner(), by: Folding = folding): Snapshot {
  return structuredClone(writeSnapshot(buildBase(log, by, { entries: 5, days: 0, most: 100 })));
}

/** The same with other contents and the sum that belongs to them, as only another program would write it. */
function forge(change: (snapshot: Snapshot) => Partial<Snapshot>): Snapshot {
  const { sum: _, ...rest } = { ...snapshotOf(), ...change(snapshotOf()) };
  return { ...rest, sum: sumOf(rest) };
}

function withColumn(name: string, change: (column: Column) => Column): Snapshot {
  return forge(({ columns }) => ({ columns: { ...columns, [name]: change(columns[name]!) } }));
}

function withValue(name: string, value: number): Snapshot {
  return withColumn(name, (column) => {
    column[1] = value;
    return column;
  });
}

function withFacts(change: Readonly<Record<string, unknown>>): Snapshot {
  return forge(({ texts }) => ({
    texts: { ...texts, facts: JSON.stringify({ ...JSON.parse(texts.facts!), ...change }) },
  }));
}

function withTail(change: (tail: readonly LogEntry[]) => readonly unknown[]): Snapshot {
  return forge(({ tail }) => ({ tail: JSON.stringify(change(JSON.parse(tail))) }));
}

describe('a snapshot', () => {
  it('[S18] gives back base and tail as they were', () => {
    const start = buildBase(learner(), folding, { entries: 5, days: 0, most: 100 });
    expect(start.base.count).toBe(36);
    expect(readSnapshot(snapshotOf())).toEqual(start);
  });

  it('[S18] stands for all entries, those of the tail and those added since included', () => {
    const live = startLiveFold(readSnapshot(snapshotOf())!);
    const other = writeLog('b');
    live.add([other.answer('c1', 3, at(40)), other.answer('c2', 3, at(41))]);
    const { position, count } = writeSnapshot(live);
    expect(position).toEqual({ logs: ['a', 'b'], counts: [41, 2], highest: [41, 2] });
    expect(count).toBe(43);
    expect(readSnapshot(structuredClone(writeSnapshot(live)))?.tail).toHaveLength(7);
  });

  it('[S18] may be of an empty log', () => {
    expect(readSnapshot(snapshotOf([]))).toEqual(buildBase([], folding));
  });

  it('[S18] keeps the lineage by which it was folded', () => {
    fc.assert(
      fc.property(anyLineage, anyLineage, (lineage, other) => {
        const { base } = readSnapshot(snapshotOf(learner(), { ...folding, lineage }))!;
        expect(base.folding.lineage).toEqual(lineage);
        expect(isFoldedBy(base, { ...folding, lineage: structuredClone(lineage) })).toBe(true);
        expect(isFoldedBy(base, { ...folding, lineage: other })).toBe(other === lineage);
        expect(isFoldedBy(base, folding)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('[S18] was folded by one retention, and by a lineage whatever order its packs came in', () => {
    const questions = [descent('x', ['one']), descent('y', ['two'])];
    const { base } = readSnapshot(snapshotOf(learner(), { ...folding, lineage: lineageOf(questions) }))!;
    expect(isFoldedBy(base, { desiredRetention: 0.9, lineage: lineageOf(questions.toReversed()) })).toBe(true);
    expect(isFoldedBy(base, { desiredRetention: 0.85, lineage: lineageOf(questions) })).toBe(false);
  });

  it('[S18] was folded by one list of parameters, and by none where it names none', () => {
    const own = { ...folding, parameters: ownParameters([0.2, 0, -0.1, 0, 0]) };
    const { base } = readSnapshot(snapshotOf(learner(), own))!;
    expect(base.folding).toEqual(own);
    expect(isFoldedBy(base, { ...own, parameters: [...own.parameters] })).toBe(true);
    expect(isFoldedBy(base, { ...own, parameters: ownParameters([0.2, 0, -0.1, 0, 0.001]) })).toBe(false);
    expect(isFoldedBy(base, folding)).toBe(false);
    const usual = snapshotOf();
    expect(usual.texts.facts).not.toContain('parameters');
    expect(isFoldedBy(readSnapshot(usual)!.base, folding)).toBe(true);
    expect(isFoldedBy(readSnapshot(usual)!.base, own)).toBe(false);
  });
});

describe('a snapshot that is not right', () => {
  it('[S19] is refused when any byte of a column is another', () => {
    const names = Object.keys(snapshotOf().columns);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 255 }), (name, place, flip) => {
        const snapshot = snapshotOf();
        const bytes = new Uint8Array(snapshot.columns[name]!.buffer);
        const index = place % bytes.length;
        bytes[index] = bytes[index]! ^ flip;
        expect(readSnapshot(snapshot)).toBeNull();
      }),
    );
  });

  it('[S19] is refused when any character of a text is another', () => {
    fc.assert(
      fc.property(fc.constantFrom('cards', 'facts', 'tail'), fc.nat(), (name, place) => {
        const snapshot = snapshotOf();
        const text = name === 'tail' ? snapshot.tail : snapshot.texts[name]!;
        const damaged = `${text.slice(0, place % text.length)}\u0000${text.slice((place % text.length) + 1)}`;
        const texts = name === 'tail' ? snapshot.texts : { ...snapshot.texts, [name]: damaged };
        expect(readSnapshot({ ...snapshot, texts, tail: name === 'tail' ? damaged : snapshot.tail })).toBeNull();
      }),
    );
  });

  it('[S19] is refused whatever else lies in its place, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true }), (junk) => {
        expect(readSnapshot(junk as Snapshot)).toBeNull();
        for (const key of Object.keys(snapshotOf())) {
          const spoilt = { ...snapshotOf(), [key]: junk };
          if (!Object.is(snapshotOf()[key as keyof Snapshot], junk)) expect(readSnapshot(spoilt)).toBeNull();
        }
      }),
    );
  });

  it.each<[string, () => Snapshot | null]>([
    ['is none', () => null],
    ['is of another version', () => forge(() => ({ format: snapshotFormat + 1 }))],
    ['has another sum', () => ({ ...snapshotOf(), sum: snapshotOf().sum + 1 })],
    ['lacks a column', () => forge(({ columns: { due, ...columns } }) => ({ columns }))],
    ['has a column too many', () => forge(({ columns }) => ({ columns: { ...columns, more: columns.due! } }))],
    ['has a column of another type', () => withColumn('due', (due) => Float64Array.from(due))],
    ['has a shorter column', () => withColumn('due', (due) => due.slice(1))],
    ['lacks a showing', () => withColumn('showings', (showings) => showings.slice(1))],
    ['counts showings back', () => withValue('showingEnds', 0)],
    ['has a rating that cannot be', () => withValue('lastRating', 5)],
    ['has a rating that is none', () => withValue('lastRating', 0)],
    ['has marks that cannot be', () => withValue('marks', 4)],
    ['has a stability below nothing', () => withValue('stability', -1)],
    ['has a stability that is no number', () => withValue('stability', Number.NaN)],
    ['has a difficulty that cannot be', () => withValue('difficulty', 10.5)],
    ['has no memory before and a difficulty', () => withValue('stabilityBefore', 0)],
    ['has an answer at no time', () => withValue('lastAt', Number.NaN)],
    ['has a day before the first', () => withValue('lastDay', 3)],
    ['is due before it was answered', () => withValue('due', 3)],
    ['has a memory that is never due', () => withValue('due', -(2 ** 31))],
    ['names fewer cards', () => forge(({ texts }) => ({ texts: { ...texts, cards: 'pack/c0' } }))],
    ['has facts that are no JSON', () => forge(({ texts }) => ({ texts: { ...texts, facts: '{' } }))],
    ['has no facts', () => forge(({ texts: { cards = '' } }) => ({ texts: { cards } }))],
    ['was folded by another memory model', () => withFacts({ model: '[]' })],
    ['says another retention than it was folded by', () => withFacts({ desiredRetention: 0.8 })],
    ['says other parameters than it was folded by', () => withFacts({ parameters: ownParameters([1, 0, 0, 0, 0]) })],
    ['says parameters that are none', () => withFacts({ parameters: [1, 2] })],
    ['has a base that counts otherwise than its logs', () => withFacts({ count: 35 })],
    ['lacks lists', () => withFacts({ fixes: null })],
    ['has a tail that is no JSON', () => forge(() => ({ tail: '[' }))],
    ['has a tail that is no list', () => forge(() => ({ tail: '{}' }))],
    ['has a tail of something else', () => withTail((tail) => [...tail.slice(1), null])],
    ['has an entry without a place', () => withTail(([first, ...others]) => [...others, { ...first, n: 'x' }])],
    [
      'has an entry of what cannot be a card',
      () => withTail(([first, ...others]) => [...others, { ...first, card: '/' }]),
    ],
    ['has an entry twice', () => withTail(([first, , ...others]) => [first, first, ...others])],
    [
      'has an entry that belongs into the base',
      () => withTail(([first, ...others]) => [{ ...first, ms: at(2) }, ...others]),
    ],
    ['lacks an entry of the tail', () => withTail((tail) => tail.slice(1))],
    ['counts otherwise', () => forge(({ count }) => ({ count: count + 1 }))],
    ['has another position', () => forge(({ position }) => ({ position: { ...position, highest: [40] } }))],
  ])('[S19] is refused when it %s', (_, make) => {
    expect(readSnapshot(make())).toBeNull();
  });

  it('[S19] is the only thing that is refused: what tests change is right before', () => {
    expect(readSnapshot(forge(() => ({})))).not.toBeNull();
    expect(readSnapshot(withFacts({}))).not.toBeNull();
    expect(readSnapshot(withTail((tail) => tail))).not.toBeNull();
  });
});

describe('the format of snapshots', () => {
  it('is raised whenever the same log folds to something else: then this text is another', () => {
    const { columns, texts } = snapshotOf();
    const { model: _, ...facts } = JSON.parse(texts.facts!);
    const { reps, lapses, firstDay, lastDay, due, marks, lastRating } = columns;
    const days = { reps, lapses, firstDay, lastDay, due, marks, lastRating };
    expect({
      snapshotFormat,
      columns: Object.keys(columns).sort().join(' '),
      facts: Object.keys(facts).join(' '),
    }).toMatchInlineSnapshot(`
      {
        "columns": "buriedUntil difficulty difficultyBefore due elapsedDays firstDay lapses lastAt lastDay lastRating marks missedDay reps showingEnds showings stability stabilityBefore voided",
        "facts": "desiredRetention lineage count answers position end held settings packs times oldest fixes awaited undone notes",
        "snapshotFormat": 3,
      }
    `);
    expect(Object.entries(days).map(([name, column]) => `${name} ${column?.join(' ')}`)).toMatchInlineSnapshot(`
      [
        "reps 7 8 7 7",
        "lapses 2 2 2 2",
        "firstDay 20514 20515 20516 20517",
        "lastDay 20538 20543 20540 20541",
        "due 20538 20550 20547 20541",
        "marks 0 0 2 1",
        "lastRating 1 3 3 1",
      ]
    `);
  });
});
