/** A scenario as it is printed: what is given and asked, and what comes of it with the reasons. */
export interface LabSheet {
  readonly given: readonly string[];
  readonly answer: readonly string[];
}

/** Draws a scenario: the same seed gives the same one. */
export type Lab = (seed: number) => LabSheet;

/** Rows with their cells under each other, numbers to the right; the first row is the heading. */
export function tableOf(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => String(row[at] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
