import { firstCardOf } from '../../core/model/cards-of.ts';
import type { CardId } from '../../core/model/id.ts';
import { hasLogMark } from '../../core/model/mark-store.ts';
import { isPackOn } from '../../core/model/pack-switches.ts';
import { hasBegun } from '../../core/study/review-state.ts';
import { startedMark } from './record/record-marks.ts';
import { sessionMark } from './session/session-mark.ts';
import type { Stores } from './stores.tsx';

/** Draws the order of the first card's options in the page that is built, and so in the app that goes on from it. */
export const firstSeed = 1;

/**
 * Whether the first card belongs on the home page: while the run that began there is under way, and where nothing
 * says that this browser was ever studied in. Asked before any store is open.
 */
export function startsWithCard({ ports, record, session }: Stores): boolean {
  const { recordedBefore, opening } = record.getState();
  const run = session.getState();
  if (run.session !== null && run.place === '/') return hasBegun(run) || !recordedBefore;
  const mayBeRestored = opening === 'opening' && ports.marks.get(sessionMark) !== null;
  return isFirstVisit({ ports, record }) && !recordedBefore && !mayBeRestored;
}

function isFirstVisit({ ports, record }: Pick<Stores, 'ports' | 'record'>): boolean {
  const { marks, decks } = ports;
  const hasMark = marks.get(startedMark) !== null || hasLogMark(marks);
  return !hasMark && record.getState().entries === 0 && firstCard({ ports, record }) !== null && decks.packs.length > 0;
}

/** The card that the app carries along, of the first pack that is on: answerable before anything is loaded. */
export function firstCard({ ports, record }: Pick<Stores, 'ports' | 'record'>): CardId | null {
  const { packs } = record.getState();
  const first = ports.decks.packs.find((pack) => pack.first !== null && isPackOn(packs, pack.id))?.first;
  return first == null ? null : firstCardOf(first);
}
