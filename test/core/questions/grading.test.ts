import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionId } from '../../../src/core/model/id.ts';
import type {
  AcceptedAnswer,
  AnswerOption,
  ChoiceQuestion,
  CommandQuestion,
  MultiQuestion,
  Question,
  TypedClozeQuestion,
  TypedQuestion,
} from '../../../src/core/model/question.ts';
import { command } from '../../../src/core/questions/command/kind.ts';
import { gradeResponse, kindOf } from '../../../src/core/questions/registry.ts';
import { seededRandom } from '../../../src/core/text/seeded-random.ts';
import { base } from './question-base.ts';

function option(id: string, right: boolean, pinned = false): AnswerOption {
  return { id: id as OptionId, text: [id], right, rationale: [], belief: null, pinned };
}

const choice: ChoiceQuestion = {
  ...base,
  kind: 'choice',
  shuffle: true,
  options: [option('a', false), option('b', true), option('c', false), option('d', false, true)],
};
const multi: MultiQuestion = {
  ...base,
  kind: 'multi',
  shuffle: true,
  options: [option('a', true), option('b', true), option('c', false), option('d', false)],
};
const typed = (...accepted: readonly AcceptedAnswer[]): TypedQuestion => ({
  ...base,
  kind: 'typed',
  accepted,
  wrong: [],
});
const text = (answer: string, allowsSlip = false): AcceptedAnswer => ({ form: 'text', text: answer, allowsSlip });
const score = (question: TypedQuestion, given: string) => gradeResponse(question, { kind: 'typed', text: given }).score;
const ids = (...names: string[]) => names as OptionId[];

function scoreOfRight(question: Question): number | null {
  const right = kindOf(question.kind).rightResponse(question, 0);
  return right === null ? null : gradeResponse(question, right).score;
}

describe('a command that the author lists as wrong', () => {
  const question: CommandQuestion = {
    ...base,
    kind: 'command',
    accepted: ['aws ecs list-tasks --cluster shop'],
    wrong: [{ command: 'aws ecs list-tasks —cluster shop', reason: 'That is a dash of a text editor.' }],
  };

  it('is told the reason first, although it is partly right', () => {
    const { score, advice } = command.grade(question, { kind: 'command', text: 'aws  ecs list-tasks —cluster shop' });
    expect([score, advice[0]]).toEqual([0.5, 'That is a dash of a text editor.']);
  });
});

describe('a blank that is typed', () => {
  const blanks: TypedClozeQuestion = {
    ...base,
    kind: 'typed-cloze',
    cards: 2,
    answers: [[text('awsvpc')], [text('bridge'), text('host')]],
  };

  it.each([
    [1, 'awsvpc', 1],
    [1, 'bridge', 0],
    [2, 'bridge', 1],
    [2, 'host', 1],
    [2, 'awsvpc', 0],
    [3, 'awsvpc', 0],
  ])('on card %d takes %s: %d', (card, given, expected) => {
    expect(gradeResponse(blanks, { kind: 'typed-cloze', card, text: given }).score).toBe(expected);
  });
});

describe('choice', () => {
  it('is right for the right option only', () => {
    expect(gradeResponse(choice, { kind: 'choice', option: 'b' as OptionId }).score).toBe(1);
    expect(gradeResponse(choice, { kind: 'choice', option: 'a' as OptionId }).score).toBe(0);
    expect(gradeResponse(choice, { kind: 'choice', option: 'no' as OptionId }).score).toBe(0);
  });
  it('accounts for every option', () =>
    expect(gradeResponse(choice, { kind: 'choice', option: 'a' as OptionId }).parts.map(({ state }) => state)).toEqual([
      'wrong',
      'missed',
      'left',
      'left',
    ]));
  it('is guessed once in as many tries as it has options', () =>
    expect(kindOf('choice').guessRate(choice)).toBe(1 / 4));
});

describe('multi', () => {
  it('is right for exactly the right options, in any order', () => {
    expect(gradeResponse(multi, { kind: 'multi', options: ids('b', 'a') }).score).toBe(1);
    expect(gradeResponse(multi, { kind: 'multi', options: ids('a') }).score).toBe(0);
    expect(gradeResponse(multi, { kind: 'multi', options: ids('a', 'b', 'c') }).score).toBe(0);
  });
  it('is wrong with one beside the right ones that is no option of it', () =>
    expect(gradeResponse(multi, { kind: 'multi', options: ids('a', 'b', 'gone') }).score).toBe(0));
  it('is guessed once in as many tries as there are pairs', () =>
    expect(kindOf('multi').guessRate(multi)).toBeCloseTo(1 / 6));
});

describe('shuffling', () => {
  const order = (seed: number, question = choice) =>
    (kindOf(question.kind).vary(question, seed) as ChoiceQuestion).options.map(({ id }) => id);
  it('gives the same order for the same seed', () => expect(order(7)).toEqual(order(7)));
  it('keeps pinned options in place and loses none', () =>
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(order(seed)[3]).toBe('d');
        expect([...order(seed)].sort()).toEqual(['a', 'b', 'c', 'd']);
      }),
    ));
  it('gives each order about as often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed++)
      counts.set(order(seed).join(''), (counts.get(order(seed).join('')) ?? 0) + 1);
    expect([...counts.values()].every((count) => count > 850 && count < 1_150)).toBe(true);
    expect(counts.size).toBe(6);
  });
  it('leaves the order alone where the author says so', () =>
    expect(order(3, { ...choice, shuffle: false })).toEqual(['a', 'b', 'c', 'd']));
  it('draws below the bound', () => {
    const draw = seededRandom(1);
    expect(
      Array.from({ length: 1_000 }, () => draw(3)).every((value) => value >= 0 && value < 3 && Number.isInteger(value)),
    ).toBe(true);
  });
});

describe('typed', () => {
  it.each(['binpack', ' BinPack ', 'BINPACK', 'ｂｉｎｐａｃｋ'])('accepts %j for binpack', (given) =>
    expect(score(typed(text('binpack')), given)).toBe(1),
  );
  it.each(['', 'binpak', 'bin pack', 'spread'])('refuses %j for binpack', (given) =>
    expect(score(typed(text('binpack')), given)).toBe(0),
  );
  it.each(['binpak', 'binnpack', 'bimpack', 'bnipack'])(
    'accepts %j where one slip is allowed, and spells it out',
    (given) => {
      const verdict = gradeResponse(typed(text('binpack', true)), { kind: 'typed', text: given });
      expect(verdict).toMatchObject({ score: 1, advice: ['It is spelt "binpack".'] });
    },
  );
  it.each(['binpk', 'bimpak', 'spread', ''])('refuses %j, which is more than one slip', (given) =>
    expect(score(typed(text('binpack', true)), given)).toBe(0),
  );

  const size: AcceptedAnswer = { form: 'number', value: 12, tolerance: 0.5, unit: 'GiB' };
  it.each(['12 GiB', '12gib', '12.5 GiB', '11.5 GiB', '12288 MiB', '12,288 MiB', '12884901888 B'])(
    'accepts %j for 12 ± 0.5 GiB',
    (given) => expect(score(typed(size), given)).toBe(1),
  );
  it.each(['12.6 GiB', '11 GiB', '14 GB', '12 min', 'eleven', '12 cows', '1,2 GiB'])(
    'refuses %j for 12 ± 0.5 GiB',
    (given) => expect(score(typed(size), given)).toBe(0),
  );
  it.each([
    ['20 GiB', 20, 'GiB', '20480 MiB'],
    ['2048 MiB', 2048, 'MiB', '2 GiB'],
  ])('takes %j in another unit', (given, value, unit, same) => {
    const question = typed({ form: 'number', value, tolerance: 0, unit });
    expect([score(question, given), score(question, same), score(question, `${same}0`)]).toEqual([1, 1, 0]);
  });
  it.each([
    ['12 hours', 12, 'h', '720 min'],
    ['50 %', 50, '%', '50 per cent'],
    ['100 ms', 100, 'ms', '0.1 s'],
    ['32768', 32768, '', '32,768'],
  ])('understands %j', (given, value, unit, same) => {
    const question = typed({ form: 'number', value, tolerance: 0, unit });
    expect([score(question, given), score(question, same)]).toEqual([1, 1]);
  });
  it('names curly quotes and dashes instead of only refusing them', () => {
    const question = typed(text('--query "x"'));
    expect(gradeResponse(question, { kind: 'typed', text: '—query “x”' })).toMatchObject({
      score: 0,
      advice: [
        'You typed a curly quote; a computer wants a straight one (").',
        'You typed an em dash; a computer wants two hyphens (--).',
      ],
    });
  });
});

describe('every kind', () => {
  it('grades its own right answer right', () => {
    for (const question of [
      choice,
      multi,
      typed(text('x')),
      typed({ form: 'number', value: 3, tolerance: 0, unit: 'GiB' }),
    ]) {
      expect(scoreOfRight(question)).toBe(1);
    }
  });
  it('leaves recall and cloze to the learner', () => {
    expect(gradeResponse({ ...base, kind: 'recall', back: [] }, { kind: 'recall' }).score).toBeNull();
    expect(gradeResponse({ ...base, kind: 'cloze', cards: 2 }, { kind: 'cloze' }).score).toBeNull();
  });
  it('takes no response of another kind', () =>
    expect(() => gradeResponse(choice, { kind: 'recall' })).toThrow('Inconsistent'));
});
