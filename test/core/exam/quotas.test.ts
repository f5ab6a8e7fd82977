import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotasOf } from '../../../src/core/exam/quotas.ts';
import { anyWeights, domainsOf, dva } from './exam-builders.ts';

const anySize = fc.nat(500);

function quotas(weights: readonly number[], size: number): readonly number[] {
  return [...quotasOf(domainsOf(weights), size).values()];
}

describe('the quotas of domains', () => {
  it('are those of the exam for 65 questions, the 50 that are scored, and the short exams', () => {
    const of = (size: number) => Object.fromEntries(quotasOf(dva, size));
    expect(of(65)).toEqual({ development: 21, security: 17, deployment: 15, troubleshooting: 12 });
    expect(of(50)).toEqual({ development: 16, security: 13, deployment: 12, troubleshooting: 9 });
    expect(of(20)).toEqual({ development: 6, security: 5, deployment: 5, troubleshooting: 4 });
    expect(of(10)).toEqual({ development: 3, security: 3, deployment: 2, troubleshooting: 2 });
  });

  it('are there for every domain, and sum to the size', () => {
    fc.assert(
      fc.property(anyWeights, anySize, (weights, size) => {
        const found = quotas(weights, size);
        expect(found).toHaveLength(weights.length);
        expect(sum(found)).toBe(size);
      }),
    );
  });

  it('are within one of the exact share', () => {
    fc.assert(
      fc.property(anyWeights, anySize, (weights, size) => {
        const total = sum(weights);
        for (const [n, quota] of quotas(weights, size).entries()) {
          expect(Math.abs(quota - (size * weights[n]!) / total)).toBeLessThan(1);
        }
      }),
    );
  });

  it('are nothing for a domain without weight', () => {
    fc.assert(
      fc.property(anyWeights, anySize, (weights, size) => {
        const found = quotas(weights, size);
        expect(found.filter((quota, n) => weights[n] === 0 && quota !== 0)).toEqual([]);
      }),
    );
  });

  it('are none when no domain has a weight, or there is no domain', () => {
    expect([quotasOf(domainsOf([0, 0]), 10).size, quotasOf(domainsOf([]), 10).size]).toEqual([0, 0]);
  });

  it('are the same whatever the weights sum to', () => {
    fc.assert(
      fc.property(anyWeights, anySize, fc.constantFrom(2, 4, 0.5), (weights, size, scale) => {
        const scaled = weights.map((weight) => weight * scale);
        expect(quotas(scaled, size)).toEqual(quotas(weights, size));
      }),
    );
  });

  it('give the questions that are over to the same remainders as one who deals them out by whole numbers', () => {
    const wholeWeights = fc.array(fc.nat(100), { minLength: 1, maxLength: 8 }).filter((weights) => sum(weights) > 0);
    fc.assert(
      fc.property(wholeWeights, anySize, (weights, size) => {
        const roundedUp = (found: readonly number[]) =>
          weights
            .filter((weight, n) => found[n]! > Math.floor((size * weight) / sum(weights)))
            .map((weight) => (size * weight) % sum(weights))
            .sort((a, b) => a - b);
        expect(roundedUp(quotas(weights, size))).toEqual(roundedUp(dealtOut(weights, size)));
      }),
    );
  });
});

/** One question after the other, each to the domain that lacks most of one; in whole numbers, where nothing is rounded. */
function dealtOut(weights: readonly number[], size: number): readonly number[] {
  const total = sum(weights);
  const dealt = weights.map(() => 0);
  const lack = (n: number) => size * weights[n]! - dealt[n]! * total;
  for (const n of weights.keys()) while (lack(n) >= total) dealt[n]! += 1;
  while (sum(dealt) < size) {
    const most = Math.max(...weights.map((_, n) => lack(n)));
    dealt[weights.findIndex((_, n) => lack(n) === most)]! += 1;
  }
  return dealt;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
