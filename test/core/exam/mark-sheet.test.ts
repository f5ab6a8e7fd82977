import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Place, untouched } from '../../../src/core/exam/attempt.ts';
import { markSheet } from '../../../src/core/exam/mark-sheet.ts';
import type { AnswerOption, Question, Response } from '../../../src/core/model/question.ts';
import { kindOf } from '../../../src/core/questions/registry.ts';
import type { Asked } from '../../../src/core/study/showing.ts';
import { match, order, typedCloze } from '../../app/card/kind-questions.ts';
import { base } from '../questions/question-base.ts';
import { optionId, pick } from './exam-builders.ts';

function option(id: string, right: boolean): AnswerOption {
  return { id: optionId(id), text: [id], right, rationale: [], belief: null, pinned: false };
}

function asked(question: Question): Asked {
  return { question, kind: kindOf(question.kind) };
}

/** `a` is right. */
const choice = asked({
  ...base,
  kind: 'choice',
  shuffle: true,
  options: [option('a', true), option('b', false), option('c', false)],
});
const names = ['a', 'b', 'c', 'd', 'e'];
/** `a` and `c` are right. */
const multi = asked({
  ...base,
  kind: 'multi',
  shuffle: true,
  options: names.map((name) => option(name, name === 'a' || name === 'c')),
});
const typed = asked({
  ...base,
  kind: 'typed',
  accepted: [{ form: 'text', text: 'binpack', allowsSlip: false }],
  wrong: [],
});
const recall = asked({ ...base, kind: 'recall', back: [] });

const picks = (...options: readonly string[]): Response => ({ kind: 'multi', options: options.map(optionId) });
const text = (words: string): Response => ({ kind: 'typed', text: words });

function markOf(question: Asked | null, response: Response | null, more: Partial<Place> = {}) {
  return markSheet([{ ...untouched, response, ...more }], [question])[0]!;
}

const isRight = (question: Asked | null, response: Response | null) => markOf(question, response).isRight;
const isAnswered = (question: Asked | null, response: Response | null) => markOf(question, response).isAnswered;

describe('the right answer', () => {
  it.each<readonly [string, Asked]>([
    ['choice', choice],
    ['multi', multi],
    ['typed', typed],
    ['order', asked(order)],
    ['match', asked(match)],
    ['typed-cloze', asked(typedCloze)],
  ])('to a question of the kind %s is whole and right', (_, one) => {
    const right = one.kind.rightResponse(one.question, one.question.kind === 'typed-cloze' ? 1 : 0);
    expect(right).not.toBeNull();
    expect([isRight(one, right), isAnswered(one, right)]).toEqual([true, true]);
  });
});

describe('an answer of an exam', () => {
  it('is right for the right option only', () => {
    expect(['a', 'b', 'c'].map((option) => isRight(choice, pick(option)))).toEqual([true, false, false]);
  });

  it('is right as a whole or not at all, of several options', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(names), (picked) => {
        const isWhole = picked.length === 2 && picked.includes('a') && picked.includes('c');
        expect(isRight(multi, picks(...picked))).toBe(isWhole);
      }),
    );
  });

  it('is right however the options were shuffled', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(choice, multi), (shuffle, { question, kind }) => {
        const shown = { question: kind.vary(question, shuffle), kind };
        expect(isRight(shown, kind.rightResponse(question, 0))).toBe(true);
      }),
    );
  });

  it('is right when it is typed as it should be', () => {
    expect([isRight(typed, text(' Binpack ')), isRight(typed, text('spread'))]).toEqual([true, false]);
  });

  it.each<[string, Asked, Response | null]>([
    ['nothing', choice, null],
    ['nothing of several options', multi, null],
    ['none of several options', multi, picks()],
    ['one of the two that are asked for', multi, picks('a')],
    ['no text', typed, text('')],
    ['spaces', typed, text('  ')],
  ])('is wrong, and none, when it is %s', (_, question, response) => {
    expect([isRight(question, response), isAnswered(question, response)]).toEqual([false, false]);
  });

  it('is one when it is wrong, too', () => {
    expect([isAnswered(choice, pick('b')), isAnswered(multi, picks('b', 'd')), isAnswered(typed, text('x'))]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is wrong when an option that was picked is no more', () => {
    expect([isRight(choice, pick('gone')), isRight(multi, picks('a', 'c', 'gone'))]).toEqual([false, false]);
  });

  it('is wrong when the question is no more, and none', () => {
    expect([isRight(null, pick('a')), isAnswered(null, pick('a'))]).toEqual([false, false]);
    expect(markSheet([{ ...untouched, response: pick('a') }], [])).toMatchObject([
      { isRight: false, isAnswered: false },
    ]);
  });

  it('is wrong when nobody but the learner could judge it', () => {
    expect(isRight(recall, { kind: 'recall' })).toBe(false);
  });

  it.each([picks('a'), picks('a', 'c'), text('a'), { kind: 'recall' } as const])(
    'is wrong when it is of another kind: %o',
    (response) => {
      expect(isRight(choice, response)).toBe(false);
    },
  );

  it('is wrong when it is of another kind, though the same words would be right', () => {
    expect(isRight(typed, { kind: 'command', text: 'binpack' })).toBe(false);
  });

  // A kind that is asked about a response of another one throws.
  it.each([
    ['several options', multi],
    ['a text', typed],
  ] as const)('is wrong when it is an option and the question wants %s by now', (_, question) => {
    expect(isRight(question, pick('a'))).toBe(false);
  });

  it('has its mark in the place of its question, with the time that it took', () => {
    const sheet = [pick('b'), null, pick('a')].map((response, n) => ({ ...untouched, response, spentMs: n }));
    expect(markSheet(sheet, [choice, choice, choice])).toEqual([
      { isRight: false, isAnswered: true, change: null, spentMs: 0 },
      { isRight: false, isAnswered: false, change: null, spentMs: 1 },
      { isRight: true, isAnswered: true, change: null, spentMs: 2 },
    ]);
    expect(markSheet([], [])).toEqual([]);
  });
});

describe('a change of an answer', () => {
  const changeOf = (first: string, response: Response | null, ...between: readonly string[]) =>
    markOf(choice, response, { leftWith: [first, ...between].map(pick) }).change;

  it('helps when the first answer was wrong and the last one is right', () => {
    expect(changeOf('b', pick('a'), 'a')).toBe('helped');
  });

  it('hurts when the first answer was right and the last one is wrong, or none', () => {
    expect([changeOf('a', pick('b'), 'b'), changeOf('a', null)]).toEqual(['hurt', 'hurt']);
  });

  it('does neither between wrong answers', () => {
    expect([changeOf('b', pick('c'), 'c'), changeOf('b', null), changeOf('gone', pick('b'))]).toEqual([
      'same',
      'same',
      'same',
    ]);
  });

  it('is none when the last answer is the first one again, or the question was left once', () => {
    expect([changeOf('a', pick('a'), 'b', 'a'), changeOf('b', pick('b')), changeOf('a', pick('a'))]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is none when the question was never left with an answer', () => {
    expect([markOf(choice, pick('a')).change, markOf(choice, null).change]).toEqual([null, null]);
  });

  it('is held against the first answer, whatever was between', () => {
    expect([changeOf('b', pick('a'), 'c', 'b', 'a'), changeOf('a', pick('b'), 'a', 'c')]).toEqual(['helped', 'hurt']);
  });

  it('does the same in a question that is no more', () => {
    expect(markOf(null, pick('b'), { leftWith: [pick('a')] }).change).toBe('same');
  });

  // Ticks are kept in the order in which they were set: one that is taken away and set again changes nothing.
  it('is none when the same options were ticked in another order', () => {
    expect(markOf(multi, picks('c', 'a'), { leftWith: [picks('a', 'c')] }).change).toBeNull();
  });
});
