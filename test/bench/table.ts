import type { BenchRow } from './bench.ts';
import type { Account } from './take-turns.ts';

/** What came of a bench: rows, or why there are none. */
export interface BenchResult {
  readonly name: string;
  readonly rows: readonly BenchRow[];
  /** Empty when it went through. */
  readonly failure: string;
  readonly account: Account;
}

const heads = ['row', 'ours', 'floor', 'ratio', 'goal', 'verdict'] as const;

/** All results as one table in Markdown, and a line for each bench whose rounds were disturbed. */
export function tableOf(results: readonly BenchResult[]): string {
  const rows = results.flatMap(rowsOf);
  const widths = heads.map((head, n) =>
    Math.max(...[head, ...rows.map((row) => row[n] ?? '')].map((cell) => cell.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => padded(cell, widths[n] ?? 0, n)).join(' | ')} |`;
  const rule = `|${widths.map((width, n) => `${'-'.repeat(width + 1)}${isNumber(n) ? ':' : '-'}`).join('|')}|`;
  return [line(heads), rule, ...rows.map(line), '', ...results.flatMap(noteOf)].join('\n').trimEnd();
}

function rowsOf({ name, rows, failure }: BenchResult): readonly (readonly string[])[] {
  const told = rows.map(({ what, ours, floor, ratio, goal, verdict }) => [
    what,
    ours,
    floor,
    ratio === null ? '–' : `${ratio.toFixed(2)} ×`,
    goal === '' ? '–' : goal,
    verdict === 'missed' ? '**missed**' : verdict,
  ]);
  // A line break or a bar would end the row.
  const reason = failure.replace(/\s+/g, ' ').replaceAll('|', '/').slice(0, 200);
  return failure === '' ? told : [...told, [name, '–', '–', '–', '–', `**failed**: ${reason}`]];
}

function noteOf({ name, account: { rounds, repeated, unsteady } }: BenchResult): readonly string[] {
  if (repeated === 0 && unsteady === 0) return [];
  return [
    `- ${name}: of ${rounds + repeated} rounds ${repeated} were repeated; ${unsteady} of those that count were disturbed.`,
  ];
}

function padded(cell: string, width: number, column: number): string {
  return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
}

/** Ours, the floor and the ratio stand right. */
function isNumber(column: number): boolean {
  return column >= 1 && column <= 3;
}
