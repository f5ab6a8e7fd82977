import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestName } from '../../../src/core/text/nearest-name.ts';

/** Optimal string alignment by its definition, every cell of it. */
function slipsBetween(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : row)),
  );
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const options = [
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1),
      ];
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        options.push(table[row - 2]![column - 2]! + 1);
      }
      table[row]![column] = Math.min(...options);
    }
  }
  return table[a.length]![b.length]!;
}

function nearestByDefinition(word: string, names: readonly string[]): string | null {
  const sought = word.toLowerCase();
  const near = names.filter((name) => slipsBetween(sought, name.toLowerCase()) <= Math.floor(sought.length / 4));
  const fewest = Math.min(...near.map((name) => slipsBetween(sought, name.toLowerCase())));
  return sought === '' ? null : (near.find((name) => slipsBetween(sought, name.toLowerCase()) === fewest) ?? null);
}

describe('nearestName', () => {
  test.each([
    ['hostport', 'hostPort'],
    ['hostPrto', 'hostPort'],
    ['hostPorts', 'hostPort'],
    ['hstPort', 'hostPort'],
    ['hostPirt', 'hostPort'],
    ['port', null],
    ['', null],
    ['x'.repeat(65), null],
  ])('%j is near to %j', (word, name) => {
    expect(nearestName(word, ['containerPort', 'hostPort', 'protocol'])).toBe(name);
  });

  test('agrees with the definition on any words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C', '_'), maxLength: 14 });
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (sought, names) => {
        expect(nearestName(sought, names)).toBe(nearestByDefinition(sought, names));
      }),
      { numRuns: 5000 },
    );
  });
});
