import { describe, expect, it } from 'vitest';
import { boundRow, growthRow, moreRow, ratioRow, shareOf } from './bench.ts';
import { type BenchResult, tableOf } from './table.ts';

const quiet = { rounds: 5, repeated: 0, unsteady: 0 };

function resultOf(given: Partial<BenchResult>): BenchResult {
  return { name: 'fold', rows: [], failure: '', account: quiet, ...given };
}

describe('the table of the benches', () => {
  it('is Markdown with a line for each row', () => {
    const rows = [
      ratioRow('fold', { unit: 'ms', ours: 150, floor: 100 }, 2),
      moreRow('memory', { unit: 'MB', ours: 90, floor: 20 }, 60),
      boundRow('keystroke', 'ms', 3.5, 16.7),
      growthRow('fold', { size: 10, ours: 1 }, { size: 1000, ours: 10 }),
    ];
    expect(
      tableOf([resultOf({ rows })])
        .split('\n')
        .map((line) => line.replace(/ +/g, ' ')),
    ).toEqual([
      '| row | ours | floor | ratio | goal | verdict |',
      expect.stringMatching(/^\|-+\|-+:\|-+:\|-+:\|-+\|-+\|$/),
      '| fold | 150 ms | 100 ms | 1.50 × | ≤ 2 × | met |',
      '| memory | 90 MB | 20 MB | 4.50 × | ≤ floor + 60 MB | **missed** |',
      '| keystroke | 3.50 ms | – | – | ≤ 16.7 ms | met |',
      '| fold: exponent from 10 to 1,000 | 0.500 | – | – | – | told |',
    ]);
  });

  it('says in one line why a bench failed', () => {
    const table = tableOf([resultOf({ failure: 'Error: a | b\n  at somewhere' })]);
    expect(table).toMatch(/\| fold +\|.*\| \*\*failed\*\*: Error: a \/ b at somewhere +\|$/);
  });

  it('tells which rounds were disturbed', () => {
    const table = tableOf([resultOf({ account: { rounds: 5, repeated: 5, unsteady: 2 } })]);
    expect(table).toContain('- fold: of 10 rounds 5 were repeated; 2 of those that count were disturbed.');
  });
});

describe('a share of several figures', () => {
  it('is the middle one, or the one near the end', () => {
    const figures = Array.from({ length: 101 }, (_, n) => 100 - n);
    expect([shareOf(figures, 0.5), shareOf(figures, 0.95), shareOf([1], 0.99)]).toEqual([50, 95, 1]);
  });
});
