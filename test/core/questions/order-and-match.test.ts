import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionId } from '../../../src/core/model/id.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { gradeResponse, kindOf } from '../../../src/core/questions/registry.ts';
import { matchOf, orderOf } from './question-base.ts';

const ids = (letters: string) => [...letters] as OptionId[];
const orderScore = (ranks: readonly number[], letters: string) =>
  gradeResponse(orderOf(...ranks), { kind: 'order', steps: ids(letters) }).score;

function scoreOfRight(question: Question): number | null {
  const right = kindOf(question.kind).rightResponse(question, 0);
  return right === null ? null : gradeResponse(question, right).score;
}

describe('order', () => {
  it.each(['abcd', 'acbd'])('takes %s where b and c may swap', (letters) =>
    expect(orderScore([1, 2, 2, 3], letters)).toBe(1),
  );
  it.each(['bacd', 'dcba', 'abc', 'abcdd', 'aabc', 'abcx', ''])('refuses %s there', (letters) =>
    expect(orderScore([1, 2, 2, 3], letters)).toBeLessThan(1),
  );
  it('names each step that is in its place', () => {
    const { parts, score } = gradeResponse(orderOf(1, 2, 3), { kind: 'order', steps: ids('acb') });
    expect(parts.map(({ part, state }) => `${part} ${state}`)).toEqual(['a right', 'b wrong', 'c wrong']);
    expect(score).toBeCloseTo(1 / 3);
  });
  it('says which step was left out', () =>
    expect(gradeResponse(orderOf(1, 2), { kind: 'order', steps: ids('a') }).parts[1]?.state).toBe('missed'));

  const ranked = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 8 }).map((ranks) => ranks.sort());
  const mixed = ranked
    .map((ranks) => orderOf(...ranks))
    .chain((question) =>
      fc.tuple(fc.constant(question), fc.shuffledSubarray([...question.steps], { minLength: question.steps.length })),
    );
  it('takes exactly the orders in which no rank comes before a smaller one', () =>
    fc.assert(
      fc.property(mixed, ([question, steps]) => {
        const isAllowed = steps.every((step, index) => index === 0 || step.rank >= (steps[index - 1]?.rank ?? 0));
        const { score } = gradeResponse(question, { kind: 'order', steps: steps.map(({ id }) => id) });
        expect(score === 1).toBe(isAllowed);
      }),
    ));
  it('is never shown in a right order, and always with all its steps', () =>
    fc.assert(
      fc.property(ranked, fc.integer(), (ranks, seed) => {
        fc.pre(new Set(ranks).size > 1);
        const question = orderOf(...ranks);
        const shown = kindOf(question.kind).vary(question, seed);
        if (shown.kind !== 'order') throw new Error('another kind');
        const given = shown.steps.map(({ id }) => id);
        expect(gradeResponse(question, { kind: 'order', steps: given }).score).not.toBe(1);
        expect(given.toSorted()).toEqual(question.steps.map(({ id }) => id));
      }),
    ));
  it('is guessed as often as there are allowed orders', () =>
    expect(kindOf('order').guessRate(orderOf(1, 2, 2, 3))).toBe(2 / 24));
});

describe('match', () => {
  it('scores the share of right pairs', () => {
    const question = matchOf([0, 1, 2], 4);
    const pairs = { l0: 'r0', l1: 'r2' } as unknown as Readonly<Record<string, OptionId>>;
    const { score, parts } = gradeResponse(question, { kind: 'match', pairs });
    expect(score).toBeCloseTo(1 / 3);
    expect(parts.map(({ part, state }) => `${part} ${state}`)).toEqual(['l0 right', 'l1 wrong', 'l2 missed']);
  });
  it('lets two lefts share a right', () => {
    const question = matchOf([0, 0, 1], 2);
    expect(scoreOfRight(question)).toBe(1);
  });
  it.each(['__proto__', 'constructor', 'toString'])('takes nothing from a pair called %s', (name) => {
    const pairs = JSON.parse(`{"${name}": "r0"}`) as Readonly<Record<string, OptionId>>;
    expect(gradeResponse(matchOf([0, 1], 3), { kind: 'match', pairs }).score).toBe(0);
  });

  const asked = fc.integer({ min: 2, max: 6 }).chain((rights) =>
    fc.record({
      rights: fc.constant(rights),
      keyed: fc.array(fc.nat(rights - 1), { minLength: 2, maxLength: 6 }),
      given: fc.array(fc.nat(rights - 1), { minLength: 6, maxLength: 6 }),
      seed: fc.integer(),
    }),
  );
  it('is right for its own pairs only, decoys or not, however it is shown', () =>
    fc.assert(
      fc.property(asked, ({ rights, keyed, given, seed }) => {
        const question = kindOf('match').vary(matchOf(keyed, rights), seed);
        const pairs = Object.fromEntries(keyed.map((_, left) => [`l${left}`, `r${given[left]}` as OptionId]));
        const { score } = gradeResponse(question, { kind: 'match', pairs });
        const right = keyed.filter((wanted, left) => wanted === given[left]).length;
        expect(score).toBeCloseTo(right / keyed.length);
        expect(score === 1).toBe(right === keyed.length);
      }),
    ));
  it('keeps all sides when it is shuffled', () =>
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const shown = kindOf('match').vary(matchOf([0, 1, 2], 5), seed);
        if (shown.kind !== 'match') throw new Error('another kind');
        expect(shown.rights.map(({ id }) => id).toSorted()).toEqual(['r0', 'r1', 'r2', 'r3', 'r4']);
        expect(shown.lefts).toHaveLength(3);
      }),
    ));
});
