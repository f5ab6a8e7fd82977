import type { CardId } from '../../../model/id.ts';
import type { Scheduler } from '../../memory/fsrs.ts';
import { type EntriesByCard, foldDraft } from '../fold-line.ts';
import { heirCards } from '../lineage.ts';
import type { Folding } from './base.ts';
import { type CardColumns, type CardTable, emptyColumns, writeRow } from './card-table.ts';

/** What a base is folded with. */
export interface BaseFold extends Folding {
  readonly scheduler: Scheduler;
}

/** A row for each card to which the entries lead, but for those that are left out. */
export function tableOf(cards: EntriesByCard, leftOut: ReadonlySet<CardId>, fold: BaseFold): CardTable {
  const { scheduler, lineage } = fold;
  const last = new Set([...cards.keys()].flatMap((card) => heirCards(card, lineage)));
  const ids = [...last].filter((card) => !leftOut.has(card));
  let columns = emptyColumns(ids.length, 4 * ids.length);
  const notes = new Map<number, string>();
  let shown = 0;
  ids.forEach((card, row) => {
    const draft = foldDraft(card, cards, scheduler, lineage);
    columns = withRoom(columns, shown + draft.showings.length);
    writeRow(columns, row, draft, scheduler);
    shown += draft.showings.length;
    if (draft.note !== '') notes.set(row, draft.note);
  });
  return { ids, columns: { ...columns, showings: columns.showings.slice(0, shown) }, notes };
}

function withRoom(columns: CardColumns, showings: number): CardColumns {
  if (showings <= columns.showings.length) return columns;
  const larger = new Uint32Array(2 * showings);
  larger.set(columns.showings);
  return { ...columns, showings: larger };
}
