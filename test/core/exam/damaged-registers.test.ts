import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/core/exam/attempt.ts';
import {
  endingWrite,
  paperWrite,
  placeWrite,
  progressWrite,
  type Registers,
  readAttempt,
  readAttempts,
} from '../../../src/core/exam/attempt-registers.ts';
import type { SettingValue } from '../../../src/core/model/settings.ts';
import { begun, drawn, limitMs, markAll, moment, paperOf, pick } from './exam-builders.ts';

/** An exam of three questions that was handed in, each with an answer of its own. */
const whole: Attempt = (() => {
  const { sheet, progress, ...attempt } = begun(paperOf(3));
  const places = sheet.map((place, n) => ({
    ...place,
    response: pick(`o${n}`),
    isAnswered: true,
    isSeen: true,
    spentMs: 1000 * (n + 1),
    leftWith: [pick(`o${n}`)],
  }));
  return {
    ...attempt,
    sheet: places,
    progress: { ...progress, at: 2, leftMs: limitMs - 6000, wall: moment(6000).wall },
    ending: { at: moment(6000).wall, by: 'learner', marks: markAll(places) },
  };
})();
const { id, paper, sheet, progress } = whole;
const registers: ReadonlyMap<string, string> = new Map([
  paperWrite(id, paper),
  ...sheet.map((place, n) => placeWrite(id, n, place)),
  progressWrite(id, progress),
  endingWrite(id, whole.ending!),
]);
const keys = [...registers.keys()];

const oddValues: readonly unknown[] = [
  ...[null, true, 'five', '', -1, 0.5, 1e300, -1e300, 2 ** 53, 501, [], {}, [null], [[]], '__proto__'],
  { kind: 'choice' },
  { kind: 'constructor', text: '' },
  { kind: 'match', pairs: null },
  [{ kind: 'multi', options: [1] }, pick('a')],
  [{ id: 'demo/q-1' }, drawn('q-9')],
];
const anyValue = fc.oneof(fc.constantFrom(...oddValues), fc.jsonValue(), fc.integer());

/** Something in the place of a register: no text, no JSON, another JSON, a part of what was there, or one field changed. */
function anyDamage(key: string): fc.Arbitrary<SettingValue> {
  const text = registers.get(key)!;
  const fields = Object.keys(JSON.parse(text) as object);
  return fc.oneof(
    fc.constantFrom(null, true, 7, Number.NaN, '', 'null', '[]', '{}', '"exam"', '{"__proto__":{"marks":[]}}'),
    fc.string(),
    fc.json(),
    fc.nat(text.length).map((length) => text.slice(0, length)),
    fc.tuple(fc.constantFrom(...fields), anyValue).map(([field, value]) => changed(key, { [field]: value })),
  );
}

/** The register with other fields. */
function changed(key: string, fields: object): string {
  return JSON.stringify({ ...JSON.parse(registers.get(key)!), ...fields });
}

function readWith(key: string, value: SettingValue): Attempt | null {
  return readAttempt(new Map<string, SettingValue>([...registers, [key, value]]), id);
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

function expectSane({ paper: read, sheet: places, progress: come, ending }: Attempt): void {
  expect(read.questions.length).toBeGreaterThan(0);
  expect(places).toHaveLength(read.questions.length);
  const counts = [
    read.startedAt,
    read.seed,
    come.at,
    come.wall,
    come.extensions,
    ...places.map((each) => each.spentMs),
  ];
  const ofEnding = ending === null ? [] : [ending.at, ...ending.marks.map(({ spentMs }) => spentMs)];
  const limits = [read.limitMs, come.leftMs].filter((ms) => ms !== null);
  expect([...counts, ...ofEnding, ...limits].filter((count) => !isCount(count))).toEqual([]);
  expect(come.at).toBeLessThan(places.length);
  expect(read.limitMs === null).toBe(come.leftMs === null);
  if (ending !== null) expect(ending.marks).toHaveLength(ending.by === 'dropped' ? 0 : places.length);
}

describe('a register that is damaged', () => {
  const anyKey = fc.constantFrom(...keys);
  const anyDamaged = anyKey.chain((key) => fc.tuple(fc.constant(key), anyDamage(key)));

  it('never throws, and never makes a count that cannot be', () => {
    fc.assert(
      fc.property(fc.array(anyDamaged, { minLength: 1, maxLength: 3 }), (damages) => {
        const damaged: Registers = new Map<string, SettingValue>([...registers, ...damages]);
        const read = readAttempt(damaged, id);
        if (read !== null) expectSane(read);
        expect(readAttempts(damaged)).toEqual(read === null || read.ending?.by === 'dropped' ? [] : [read]);
      }),
      { numRuns: 500 },
    );
  });

  it('hides nothing of the others', () => {
    fc.assert(
      fc.property(
        anyDamaged.filter(([key]) => key !== `exam:${id}`),
        ([key, value]) => {
          const read = readWith(key, value);
          const ofKey = (attempt: Attempt) => [
            [`exam:${id}`, attempt.paper],
            ...attempt.sheet.map((place, n) => [`exam:${id}:${n + 1}`, place]),
            [`exam:${id}:at`, attempt.progress],
            [`exam:${id}:end`, attempt.ending],
          ];
          const others = (attempt: Attempt) => ofKey(attempt).filter(([of]) => of !== key);
          expect(read).not.toBeNull();
          expect(others(read!)).toEqual(others(whole));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('hides nothing of another exam', () => {
    const other = begun(paperOf(1), 'other');
    fc.assert(
      fc.property(anyDamaged, (damage) => {
        const both = new Map<string, SettingValue>([...registers, paperWrite('other', other.paper), damage]);
        expect(readAttempts(both)).toContainEqual(other);
      }),
    );
  });

  it.each<[string, object, object]>([
    ['an answer', { response: 7 }, { response: null }],
    ['an answer of no kind', { response: { kind: 'constructor' } }, { response: null }],
    ['an answer that lacks its option', { response: { kind: 'choice' } }, { response: null }],
    ['an answer with no text', { response: { kind: 'typed', text: null } }, { response: null }],
    ['an answer to no card', { response: { kind: 'typed-cloze', text: '', card: 0.5 } }, { response: null }],
    ['an answer of steps that are none', { response: { kind: 'order', steps: ['a', 1] } }, { response: null }],
    ['an answer of pairs that are none', { response: { kind: 'match', pairs: { a: 1 } } }, { response: null }],
    ['a flag', { isFlagged: 'yes' }, { isFlagged: false }],
    ['a time', { spentMs: -1 }, { spentMs: 0 }],
    ['one of the options that are struck', { struck: ['a', 7, 'b'] }, { struck: ['a', 'b'] }],
    ['one of the answers before', { leftWith: [pick('a'), null, pick('b')] }, { leftWith: [pick('a'), pick('b')] }],
  ])('hides %s of a question, and nothing else of it', (_, damage, read) => {
    expect(readWith('exam:one:2', changed('exam:one:2', damage))?.sheet[1]).toEqual({ ...sheet[1], ...read });
  });

  it.each<[string, object, object]>([
    ['how far it has come', { at: -1 }, { at: 0 }],
    ['how far it has come, beyond the end', { at: 1000 }, { at: 2 }],
    ['what is left', { leftMs: -5 }, { leftMs: limitMs }],
    ['the clock', { wall: 'noon' }, { wall: paper.startedAt }],
    ['the pause', { isPaused: 1 }, { isPaused: false }],
    ['the extensions', { extensions: 0.5 }, { extensions: 0 }],
  ])('hides of the exam %s, and nothing else', (_, damage, read) => {
    expect(readWith('exam:one:at', changed('exam:one:at', damage))?.progress).toEqual({ ...progress, ...read });
  });

  it.each<object>([
    { at: null },
    { by: 'nobody' },
    { marks: {} },
    { marks: [] },
    { marks: whole.ending?.marks.slice(1) },
  ])('lets an exam that was handed in be handed in again: %j', (damage) => {
    expect(readWith('exam:one:end', changed('exam:one:end', damage))?.ending).toBeNull();
  });

  it('makes a mark of something else a wrong one', () => {
    const marks = [null, 7, { isRight: true, isAnswered: true, change: 'worse', spentMs: -1 }];
    expect(readWith('exam:one:end', changed('exam:one:end', { marks }))?.ending?.marks).toEqual([
      { isRight: false, isAnswered: false, change: null, spentMs: 0 },
      { isRight: false, isAnswered: false, change: null, spentMs: 0 },
      { isRight: true, isAnswered: true, change: null, spentMs: 0 },
    ]);
  });

  it.each<object>([
    { pack: '' },
    { pack: 'No id' },
    { questions: [] },
    { questions: [{ id: 'demo' }] },
    { questions: 'q' },
    { startedAt: -1 },
    { seed: -0.5 },
    { seed: null },
  ])('that is the paper, with %j, hides the exam', (damage) => {
    expect(readWith('exam:one', changed('exam:one', damage))).toBeNull();
  });

  // Else the questions after it would take the places, and the marks, of those before them.
  it('that has lost one question of the paper leaves the answers with the others', () => {
    const questions = paper.questions.map((question, n) => (n === 1 ? { ...question, id: 7 } : question));
    const read = readWith('exam:one', changed('exam:one', { questions }));
    const answers = read?.paper.questions.map((question, n) => [question.id, read.sheet[n]?.response]);
    expect(answers).toContainEqual([paper.questions[2]?.id, pick('o2')]);
  });

  it('gives an exam no more time than it has', () => {
    const read = readWith('exam:one:at', changed('exam:one:at', { leftMs: Number.MAX_SAFE_INTEGER }));
    expect(read?.progress.leftMs).toBeLessThanOrEqual(limitMs);
  });

  // Dates end at 8.64e15 ms: a screen that says when a later exam was begun throws.
  it('gives an exam no beginning that is beyond all dates', () => {
    const read = readWith('exam:one', changed('exam:one', { startedAt: Number.MAX_SAFE_INTEGER }));
    expect(read?.paper.startedAt ?? 0).toBeLessThanOrEqual(8.64e15);
  });
});
