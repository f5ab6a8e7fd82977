/** A table in Markdown, with columns as wide as what stands in them. All but the first stand right, unless `texts`. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { texts = false }: { texts?: boolean } = {},
): string {
  const widths = heads.map((head, n) =>
    Math.max(...[head, ...rows.map((row) => row[n] ?? '')].map((cell) => cell.length)),
  );
  const right = (n: number) => n > 0 && !texts;
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => (right(n) ? cell.padStart(widths[n]!) : cell.padEnd(widths[n]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, n) => `${'-'.repeat(width + 1)}${right(n) ? ':' : '-'}`).join('|')}|`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
}
