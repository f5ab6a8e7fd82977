import type { CardId } from '../../../model/id.ts';
import type { LogEntry } from '../../../model/log/log-entry.ts';
import { createScheduler, type Scheduler } from '../../memory/fsrs.ts';
import { spreadOf } from '../../memory/spread.ts';
import type { AnyDraft } from '../card-draft.ts';
import { type CardEntry, isCardEntry } from '../entry-kinds.ts';
import { byCard, foldDraft } from '../fold-line.ts';
import { heirCards, isInLine } from '../lineage.ts';
import type { Folding } from './base.ts';
import { startCardRows } from './card-rows.ts';
import { type CardTable, emptyColumns, writeRow } from './card-table.ts';
import { type DraftRows, startRows } from './draft-rows.ts';
import { findHeld, type Held } from './held-cards.ts';

/**
 * A row for each card to which a base leads, and what it holds. `active` is what counts of it, in order; `after` is the
 * tail. Cards on their own are folded all at once, entry by entry; those of a line card by card.
 */
export function foldCards(
  active: readonly LogEntry[],
  after: readonly LogEntry[],
  folding: Folding,
): { readonly table: CardTable; readonly held: Held } {
  const { lineage } = folding;
  const scheduler = createScheduler(folding);
  const cards = findCards(active);
  const isAlone = Uint8Array.from(cards.ids, (card) => (isInLine(card, lineage) ? 0 : 1));
  const lines = byCard(entriesAtHand(active, after, cards, isAlone));
  const held = findHeld(lines, after, lineage);
  const known = [...lines.keys()].filter((card) => isInLine(card, lineage));
  const heirs = new Set(known.flatMap((card) => heirCards(card, lineage)).filter((card) => !held.cards.has(card)));
  for (const card of held.cards) isAlone[cards.find(card) ?? none] = 0;
  const rows = foldAlone(active, cards, isAlone, scheduler);
  const count = isAlone.reduce((sum, alone) => sum + alone, 0) + heirs.size;
  const table = startTable(count, active.length, scheduler);
  cards.ids.forEach((card, row) => {
    if (isAlone[row] === 1) table.add(card, rows.draftOf(row), (hashes, from) => rows.copyShowings(row, hashes, from));
  });
  for (const card of heirs) {
    const draft = foldDraft(card, lines, scheduler, lineage);
    table.add(card, draft, (hashes, from) => {
      hashes.set(draft.showings.map(spreadOf), from);
      return from + draft.showings.length;
    });
  }
  return { table: table.end(), held };
}

/** The cards that entries speak of, each with a number. */
interface NumberedCards {
  readonly ids: readonly CardId[];
  find(card: CardId): number | undefined;
  /** By entry, or `none`. */
  readonly rowOfEntry: Int32Array;
}

/** Stands for the row of an entry that is about no card. */
const none = -1;

/** Apart from the fold itself: so short a loop finds the next strings while it still waits for the last ones. */
function findCards(entries: readonly LogEntry[]): NumberedCards {
  const { ids, rowOf, find } = startCardRows();
  const rowOfEntry = new Int32Array(entries.length);
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at];
    rowOfEntry[at] = entry !== undefined && isCardEntry(entry) ? rowOf(entry.card) : none;
  }
  return { ids, find, rowOfEntry };
}

/** The entries of cards in a line, and of those that the tail speaks of. */
function entriesAtHand(
  active: readonly LogEntry[],
  after: readonly LogEntry[],
  { find, rowOfEntry }: NumberedCards,
  isAlone: Uint8Array,
): readonly CardEntry[] {
  const isNear = isAlone.map((alone) => 1 - alone);
  for (const entry of after) if (isCardEntry(entry)) isNear[find(entry.card) ?? none] = 1;
  if (!isNear.includes(1)) return [];
  return active.filter((entry, at): entry is CardEntry => isNear[rowOfEntry[at] ?? none] === 1);
}

/** So each entry is read where it lies, with only its card's row at hand. */
function foldAlone(
  entries: readonly LogEntry[],
  { ids, rowOfEntry }: NumberedCards,
  isAlone: Uint8Array,
  scheduler: Scheduler,
): DraftRows {
  const rows = startRows(ids.length, entries, scheduler);
  for (let at = 0; at < entries.length; at += 1) {
    const row = rowOfEntry[at] ?? none;
    if (row !== none && isAlone[row] === 1) rows.add(row, entries[at] as CardEntry, at);
  }
  return rows;
}

interface TableDraft {
  /** `copy` writes the hashes of the showings, from that index on, and gives the index after them. */
  add(card: CardId, draft: AnyDraft, copy: (hashes: Uint32Array, from: number) => number): void;
  end(): CardTable;
}

/** With room for so many rows and showings. */
function startTable(rows: number, showings: number, scheduler: Scheduler): TableDraft {
  const ids: CardId[] = [];
  const notes = new Map<number, string>();
  const columns = emptyColumns(rows, showings);
  let shown = 0;
  return {
    add(card, draft, copy) {
      const row = ids.push(card) - 1;
      writeRow(columns, row, draft, scheduler);
      shown = copy(columns.showings, shown);
      columns.showingEnds[row] = shown;
      if (draft.note !== '') notes.set(row, draft.note);
    },
    end: () => ({ ids, columns: { ...columns, showings: columns.showings.slice(0, shown) }, notes }),
  };
}
