import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt, Ending, Place, Progress } from '../../../src/core/exam/attempt.ts';
import {
  endingWrite,
  paperWrite,
  placeWrite,
  progressWrite,
  type Registers,
  readAttempt,
  readAttempts,
} from '../../../src/core/exam/attempt-registers.ts';
import type { Timestamp } from '../../../src/core/model/id.ts';
import type { Response } from '../../../src/core/model/question.ts';
import { begun, drawn, markAll, moment, optionId, paperOf, pick } from './exam-builders.ts';

const anyOption = fc.string({ unit: 'binary' }).map(optionId);
const anyText = fc.string({ unit: 'binary' });
const anyTime = fc.maxSafeNat().map((ms) => (ms % 8e15) as Timestamp);
const anyPairs = fc.dictionary(anyText, anyOption, { noNullPrototype: true });

const anyResponse: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ kind: fc.constantFrom('recall', 'cloze') }),
  fc.record({ kind: fc.constant('choice'), option: anyOption }),
  fc.record({ kind: fc.constant('multi'), options: fc.array(anyOption) }),
  fc.record({ kind: fc.constant('order'), steps: fc.array(anyOption) }),
  fc.record({ kind: fc.constant('match'), pairs: anyPairs }),
  fc.record({ kind: fc.constantFrom('typed', 'command', 'config', 'json'), text: anyText }),
  fc.record({ kind: fc.constant('typed-cloze'), text: anyText, card: fc.nat() }),
);

const anyPlace: fc.Arbitrary<Place> = fc.record({
  response: fc.option(anyResponse),
  struck: fc.array(anyOption),
  isFlagged: fc.boolean(),
  isAnswered: fc.boolean(),
  isSeen: fc.boolean(),
  spentMs: fc.maxSafeNat(),
  leftWith: fc.array(anyResponse, { maxLength: 10 }),
});

const anyMark = fc.record({
  isRight: fc.boolean(),
  isAnswered: fc.boolean(),
  change: fc.constantFrom(null, 'helped', 'hurt', 'same'),
  spentMs: fc.maxSafeNat(),
});

/** Any exam of one to four questions, under way or ended. */
const anyAttempt: fc.Arbitrary<Attempt> = fc
  .record({
    paper: fc.record({ count: fc.integer({ min: 1, max: 4 }), isStrict: fc.boolean(), startedAt: anyTime }),
    limitMs: fc.option(fc.nat()),
    places: fc.array(anyPlace, { minLength: 4, maxLength: 4 }),
    marks: fc.array(anyMark, { minLength: 4, maxLength: 4 }),
    progress: fc.record({ at: fc.nat(3), wall: anyTime, isPaused: fc.boolean(), extensions: fc.nat(10) }),
    by: fc.constantFrom(null, 'learner', 'time', 'dropped'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ paper: { count, ...more }, limitMs, places, marks, progress, by, share }) => ({
    id: 'one',
    paper: paperOf(count, { ...more, limitMs, questions: paperOf(count).questions }),
    sheet: places.slice(0, count),
    progress: {
      ...progress,
      at: progress.at % count,
      leftMs: limitMs === null ? null : Math.round(limitMs * share),
    } satisfies Progress,
    ending: by && ({ at: progress.wall, by, marks: by === 'dropped' ? [] : marks.slice(0, count) } satisfies Ending),
  }));

function registersOf({ id, paper, sheet, progress, ending }: Attempt): ReadonlyMap<string, string> {
  return new Map([
    paperWrite(id, paper),
    ...sheet.map((place, n) => placeWrite(id, n, place)),
    progressWrite(id, progress),
    ...(ending === null ? [] : [endingWrite(id, ending)]),
  ]);
}

const ended = (attempt: Attempt, at: number): Attempt => ({
  ...attempt,
  ending: { at: at as Timestamp, by: 'learner', marks: markAll(attempt.sheet) },
});

describe('an exam in the record', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyAttempt, (attempt) => {
        expect(readAttempt(registersOf(attempt), attempt.id)).toEqual(attempt);
      }),
    );
  });

  it('is at its beginning when there is its paper only', () => {
    const paper = paperOf(3);
    expect(readAttempt(new Map([paperWrite('one', paper)]), 'one')).toEqual(begun(paper));
  });

  it('is none when its paper is not there', () => {
    const registers = new Map(registersOf(begun(paperOf(3))));
    registers.delete('exam:one');
    expect([readAttempt(registers, 'one'), readAttempts(registers)]).toEqual([null, []]);
  });

  it('is decided by the last write of each register, and of no other exam', () => {
    const [own, other] = ['one', 'one-1'].map((id) => begun(paperOf(2), id));
    const registers = new Map<string, string>([
      ...registersOf(own!),
      ...registersOf(other!),
      placeWrite('one', 0, { ...own!.sheet[0]!, response: pick('a') }),
      placeWrite('one-1', 0, { ...own!.sheet[0]!, response: pick('b') }),
      placeWrite('one', 0, { ...own!.sheet[0]!, response: pick('c') }),
    ]);
    const answers = ['one', 'one-1'].map((id) => readAttempt(registers, id)?.sheet[0]?.response);
    expect(answers).toEqual([pick('c'), pick('b')]);
  });

  it('ends when it is marked in full, and not before', () => {
    const { ending, ...attempt } = ended(begun(paperOf(3)), 1);
    const endingOf = (marks: Ending['marks']) =>
      readAttempt(registersOf({ ...attempt, ending: { ...ending!, marks } }), 'one')?.ending?.marks.length;
    const [mark] = ending!.marks;
    expect([0, 2, 3].map((count) => endingOf(Array.from({ length: count }, () => mark!)))).toEqual([
      undefined,
      undefined,
      3,
    ]);
  });
});

describe('the exams in the record', () => {
  it('are the latest first, those of one moment in the order of their ids', () => {
    const papers = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z0-9-]{1,64}$/), fc.nat(5)), {
      selector: ([id]) => id,
    });
    fc.assert(
      fc.property(papers, (made) => {
        const registers = new Map(made.map(([id, at]) => paperWrite(id, paperOf(1, { startedAt: moment(at).wall }))));
        const sorted = [...made].sort(([a, at], [b, than]) => than - at || (a < b ? -1 : 1)).map(([id]) => id);
        expect(readAttempts(registers).map(({ id }) => id)).toEqual(sorted);
      }),
    );
  });

  it('are those that were not dropped', () => {
    const fields = { at: moment(0).wall, marks: [] };
    const dropped: Attempt = { ...begun(paperOf(1), 'two'), ending: { ...fields, by: 'dropped' } };
    const registers = new Map([...registersOf(begun(paperOf(1))), ...registersOf(dropped)]);
    expect(readAttempts(registers).map(({ id }) => id)).toEqual(['one']);
    expect(readAttempt(registers, 'two')?.ending?.by).toBe('dropped');
  });

  it.each(['constructor', 'prototype', 'to-string', '1', 'at', 'end', '-', 'x'.repeat(64)])(
    'may be called %s',
    (id) => {
      const attempt = ended(begun(paperOf(2), id), 5);
      const registers = new Map([...registersOf(attempt), ...registersOf(begun(paperOf(1)))]);
      expect(readAttempts(registers).find((each) => each.id === id)).toEqual(attempt);
      expect(readAttempts(registers)).toHaveLength(2);
    },
  );

  it.each(['__proto__', 'Constructor', '', 'a:b', 'a b', 'x'.repeat(65), 'é', '\u0000', 'one:1', 'one\n'])(
    'are none that is called %j',
    (id) => {
      const registers: Registers = new Map([...registersOf(begun(paperOf(1), id)), ...registersOf(begun(paperOf(1)))]);
      expect(readAttempts(registers).map((each) => each.id)).toEqual(['one']);
    },
  );

  it.each(['__proto__', 'constructor', 'exam:constructor', 'toString', ''])('are not in a register %j', (key) => {
    expect(readAttempts(new Map([[key, paperWrite('one', paperOf(1))[1]]]))).toHaveLength(
      key === 'exam:constructor' ? 1 : 0,
    );
    expect(readAttempt(new Map(), key)).toBeNull();
  });

  it('hold any number of questions up to 500', () => {
    const counts = [500, 501, 5000].map((count) => readAttempts(new Map([paperWrite('one', paperOf(count))]))[0]);
    expect(counts.map((attempt) => attempt?.sheet.length)).toEqual([500, 500, 500]);
  });

  it('keep the questions of a paper, which are called by what can be an id', () => {
    const paper = { ...paperOf(1), questions: [drawn('__proto__'), drawn('x'), drawn('')] };
    expect(readAttempts(new Map([paperWrite('one', paper)]))).toEqual([]);
  });
});
