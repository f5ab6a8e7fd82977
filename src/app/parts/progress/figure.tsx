import { type ReactNode, useId } from 'react';
import { TableScroll } from '../text/table-scroll.tsx';

/** A drawing with what it shows as a sentence, and the same as a table for whoever cannot see it or wants to know exactly. */
export function Figure({ title, finding, children, table, isWide = false }: FigureProps): ReactNode {
  const headingId = useId();
  return (
    <section className={`sheet ${isWide ? 'progress-wide' : 'progress-half'}`} aria-labelledby={headingId}>
      <figure>
        <figcaption>
          <h2 id={headingId}>{title}</h2>
          {finding}
        </figcaption>
        {children}
        {table === null ? null : (
          <details className="notebook-table">
            <summary aria-label={`Show as a table: ${title}`}>Show as a table</summary>
            <DataTable label={title} {...table} />
          </details>
        )}
      </figure>
    </section>
  );
}

interface FigureProps {
  readonly title: string;
  /** What it shows, in words. */
  readonly finding: ReactNode;
  /** The drawing, which is hidden from screen readers. */
  readonly children: ReactNode;
  /** Null where there is nothing yet. */
  readonly table: TableData | null;
  /** Takes the whole width where others stand two in a row. */
  readonly isWide?: boolean;
}

/** Rows of cells, each as text; the first names the row. */
export interface TableData {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [name: string, ...cells: readonly ReactNode[]])[];
}

export function DataTable({ label, heads, rows }: TableData & { readonly label: string }): ReactNode {
  return (
    <TableScroll label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name
            <tr key={place}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
