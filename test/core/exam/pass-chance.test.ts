import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawExam } from '../../../src/core/exam/draw-exam.ts';
import { passChance } from '../../../src/core/exam/pass-chance.ts';
import { combinations } from '../../../src/core/questions/options/combinations.ts';
import { question } from '../scheduler/plan-builders.ts';
import { domainsOf, dva } from './exam-builders.ts';

const one = domainsOf([100]);
const chanceOf = (rates: readonly number[], count: number, needed: number) =>
  passChance(one, new Map([['d0', rates]]), { questions: count, scored: count }, needed);

describe('passChance', () => {
  it('is the hypergeometric distribution where each question is known or not', () => {
    const known = fc.array(fc.boolean(), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(known, fc.nat(14), fc.nat(14), (isKnown, size, needed) => {
        const count = Math.min(size, isKnown.length);
        const right = isKnown.filter(Boolean).length;
        const of = (k: number) => combinations(right, k) * combinations(isKnown.length - right, count - k);
        const ways = Array.from({ length: count + 1 }, (_, k) => (k < needed ? 0 : of(k)));
        const expected = ways.reduce((sum, n) => sum + n, 0) / combinations(isKnown.length, count);
        expect(chanceOf(isKnown.map(Number), count, needed)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('is the binomial distribution where each question is guessed alike', () => {
    const expected = combinations(5, 4) * 0.25 ** 4 * 0.75 + 0.25 ** 5;
    expect(chanceOf(new Array(9).fill(0.25), 5, 4)).toBeCloseTo(expected, 12);
  });

  it('does not depend on the order of the questions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }),
        fc.nat(12),
        (quarters, n) => {
          const rates = quarters.map((quarter) => quarter / 4);
          expect(chanceOf(rates.toReversed(), n, 2)).toBeCloseTo(chanceOf(rates, n, 2), 10);
        },
      ),
    );
  });

  it('has small chances, too, with all their digits', () =>
    expect(chanceOf(new Array(60).fill(0.01), 10, 10) / 0.01 ** 10).toBeCloseTo(1, 9));

  it('is that of exams as they are drawn', () => {
    const domains = Object.keys(dva.domains);
    const pool = new Map(
      domains.map((domain) => [domain, Array.from({ length: 30 }, (_, n) => question(`${domain}-${n}`, { domain }))]),
    );
    // Each second question of two domains is known: 14 or 15 of the 29 of them that count.
    const isKnown = (id: string) => /(?:development|security)-\d*[02468]$/.test(id);
    const rates = new Map([...pool].map(([domain, all]) => [domain, all.map(({ id }) => Number(isKnown(id)))]));
    const exams = Array.from({ length: 2000 }, (_, n) => drawExam(dva, pool, dva, n * 7919));
    const passed = exams.filter(
      (exam) => exam.filter(({ id, isScored }) => isScored && isKnown(id)).length >= 15,
    ).length;
    expect(passed / exams.length).toBeCloseTo(passChance(dva, rates, dva, 15), 1);
  });

  it('counts what there is where a pool is too small', () => {
    expect(chanceOf([1, 1], 5, 2)).toBe(1);
    expect(chanceOf([1, 1], 5, 3)).toBe(0);
    expect(chanceOf([], 5, 0)).toBe(1);
  });
});
