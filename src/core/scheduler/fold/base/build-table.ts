import type { CardId } from '../../../model/id.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import { createScheduler, type Scheduler } from '../../memory/fsrs.ts';
import { spreadOf } from '../../memory/spread.ts';
import type { AnyDraft } from '../card-draft.ts';
import { type CardEntry, isCardEntry } from '../entry-kinds.ts';
import { byCard, foldDraft } from '../fold-line.ts';
import { heirCards, isInLine } from '../lineage.ts';
import type { Folding } from './base.ts';
import { type CardTable, emptyColumns, writeRow } from './card-table.ts';
import { type EntriesByRow, noRow, readByRow } from './entries-by-row.ts';
import { startRowFold } from './fold-rows.ts';
import { findHeld, type Held } from './held-cards.ts';

/**
 * A row for each card to which a base leads, and what it holds. `active` is what counts of it, in order; `after` is the
 * tail. Cards on their own are folded by what was read of their entries at once; those of a line by the entries.
 */
export function foldCards(
  active: readonly LogEntry[],
  after: readonly LogEntry[],
  folding: Folding,
): { readonly table: CardTable; readonly held: Held } {
  const { lineage } = folding;
  const scheduler = createScheduler(folding);
  const cards = readByRow(active);
  const isAlone = Uint8Array.from(cards.ids, (card) => (isInLine(card, lineage) ? 0 : 1));
  const lines = byCard(entriesAtHand(active, after, cards, isAlone));
  const held = findHeld(lines, after, lineage);
  const known = [...lines.keys()].filter((card) => isInLine(card, lineage));
  const heirs = new Set(known.flatMap((card) => heirCards(card, lineage)).filter((card) => !held.cards.has(card)));
  for (const card of held.cards) isAlone[cards.find(card) ?? noRow] = 0;
  const count = isAlone.reduce((sum, alone) => sum + alone, 0) + heirs.size;
  const table = startTable(count, active.length, scheduler);
  const rows = startRowFold(active, cards, table.showings, scheduler);
  cards.ids.forEach((card, row) => {
    if (isAlone[row] === 1) table.add(card, rows.fold(row, table.shown()), rows.showingsEnd());
  });
  for (const card of heirs) {
    const draft = foldDraft(card, lines, scheduler, lineage);
    table.showings.set(draft.showings.map(spreadOf), table.shown());
    table.add(card, draft, table.shown() + draft.showings.length);
  }
  return { table: table.end(), held };
}

/** The entries of cards in a line, and of those that the tail speaks of. */
function entriesAtHand(
  active: readonly LogEntry[],
  after: readonly LogEntry[],
  { find, rowOfEntry }: EntriesByRow,
  isAlone: Uint8Array,
): readonly CardEntry[] {
  const isNear = isAlone.map((alone) => 1 - alone);
  for (const entry of after) if (isCardEntry(entry)) isNear[find(entry.card) ?? noRow] = 1;
  if (!isNear.includes(1)) return [];
  return active.filter((entry, at): entry is CardEntry => isNear[rowOfEntry[at] ?? noRow] === 1);
}

interface TableDraft {
  /** Room for the showings of all cards. */
  readonly showings: Uint32Array;
  /** Where those of the next card begin. */
  shown(): number;
  /** The next card, whose showings were written and end there. */
  add(card: CardId, draft: AnyDraft, showingsEnd: number): void;
  end(): CardTable;
}

/** With room for so many rows and showings. */
function startTable(rows: number, showings: number, scheduler: Scheduler): TableDraft {
  const ids: CardId[] = [];
  const notes = new Map<number, string>();
  const columns = emptyColumns(rows, showings);
  let shown = 0;
  return {
    showings: columns.showings,
    shown: () => shown,
    add(card, draft, showingsEnd) {
      const row = ids.push(card) - 1;
      writeRow(columns, row, draft, scheduler);
      shown = showingsEnd;
      columns.showingEnds[row] = shown;
      if (draft.note !== '') notes.set(row, draft.note);
    },
    end() {
      const { showings: room } = columns;
      return { ids, columns: { ...columns, showings: shown === room.length ? room : room.slice(0, shown) }, notes };
    },
  };
}
