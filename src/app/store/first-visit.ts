import { type CardId, cardIdOf } from '../../core/model/id.ts';
import { isPackOn } from './packs-on.ts';
import { startedMark } from './record-desk.ts';
import type { Stores } from './stores.tsx';

/** Whether nothing says that this browser was ever studied in. Asked before any store is open. */
export function isFirstVisit({ ports, record }: Stores): boolean {
  const { marks, decks } = ports;
  const hasMark = marks.get(startedMark) !== null || marks.keys().some((key) => key.startsWith('hw:'));
  return !hasMark && record.getState().entries === 0 && firstCard({ ports, record }) !== null && decks.packs.length > 0;
}

/** The card that the app carries along, of the first pack that is on: answerable before anything is loaded. */
export function firstCard({ ports, record }: Pick<Stores, 'ports' | 'record'>): CardId | null {
  const { packs } = record.getState();
  const first = ports.decks.packs.find((pack) => pack.first !== null && isPackOn(packs, pack.id))?.first;
  return first == null ? null : cardIdOf(first.id, first.kind === 'cloze' ? 1 : 0);
}
