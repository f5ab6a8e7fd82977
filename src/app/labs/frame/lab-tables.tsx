import type { ReactNode } from 'react';
import { type LabStep, type LabTable, wordsOfPart } from '../../../core/ecs/labs/lab.ts';
import { DataTable } from '../../parts/progress/figure.tsx';
import { Worded } from '../../parts/text/worded.tsx';

/** The step as a table, what there was before, and the same scenario in other ways. */
export function LabTables({ step, given, compared }: LabTablesProps): ReactNode {
  return (
    <section className="sheet lab-tables" aria-labelledby="lab-tables">
      <h2 id="lab-tables">As tables</h2>
      <TableOf table={tableOfStep(step)} isOpen />
      {given.map((table) => (
        <TableOf key={table.caption} table={table} />
      ))}
      {compared === null ? null : <TableOf table={compared} />}
    </section>
  );
}

interface LabTablesProps {
  readonly step: LabStep<unknown>;
  readonly given: readonly LabTable[];
  readonly compared: LabTable | null;
}

function tableOfStep({ heads, parts, stage }: LabStep<unknown>): LabTable {
  return {
    caption: stage < 0 ? 'Before the first step' : 'After this step',
    heads: ['Part', ...heads, 'How it stands'],
    rows: parts.map((part) => [part.name, ...part.cells, wordsOfPart(part)]),
  };
}

function TableOf({ table, isOpen = false }: { readonly table: LabTable; readonly isOpen?: boolean }): ReactNode {
  const { caption, heads, rows } = table;
  return (
    <details className="notebook-table" open={isOpen}>
      <summary>{caption}</summary>
      <DataTable
        label={caption}
        heads={heads}
        rows={rows.map(([name = '', ...cells]) => [name, ...cells.map(worded)])}
      />
    </details>
  );
}

function worded(text: string, place: number): ReactNode {
  return <Worded key={place} text={text} />;
}
