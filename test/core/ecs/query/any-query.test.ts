import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateQuery } from '../../../../src/core/ecs/query/evaluate-query.ts';
import { parseQuery } from '../../../../src/core/ecs/query/parse-query.ts';
import { printQuery } from '../../../../src/core/ecs/query/print-query.ts';
import { runsOf } from '../../../seed.ts';
import { anyInstance, anyQuery } from './any-query.ts';
import { naiveMatches } from './naive-query.ts';
import { matchRows, refusedRows } from './query-rows.ts';

describe('any query', () => {
  it('[Q14] is what is read from its printed form', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(parseQuery(printQuery(query))).toEqual({ value: query, diagnostics: [] });
      }),
      { numRuns: runsOf(500, 10_000) },
    );
  });

  it('[Q1, Q8, Q9, Q10, Q11, Q12, Q13] gets the same answer from a second implementation', () => {
    fc.assert(
      fc.property(anyQuery, anyInstance, (query, instance) => {
        expect(evaluateQuery(query, instance)).toBe(naiveMatches(printQuery(query), instance));
      }),
      { numRuns: runsOf(1000, 10_000) },
    );
  });
});

describe('any text', () => {
  const words = [...matchRows.map(([, text]) => text), ...refusedRows.map(([text]) => text)].flatMap((text) =>
    text.split(/(?=[ ()])|(?<=[ (])/),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2100 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((pieces) => pieces.join('')),
  );

  it('[Q5] is read or refused with places in it, and never both', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { value, diagnostics } = parseQuery(source);
        expect(value === null).toBe(diagnostics.length > 0);
        for (const { offset, message, fix } of diagnostics) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(source.length);
          expect([message, fix]).not.toContain('');
        }
        if (value !== null) expect(parseQuery(printQuery(value)).value).toEqual(value);
      }),
      { numRuns: runsOf(2000, 20_000) },
    );
  });
});
