import type { CardState } from '../../../src/core/model/card-state.ts';
import type { CardId } from '../../../src/core/model/id.ts';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { activeEntries } from '../../../src/core/scheduler/fold/active-entries.ts';
import { buildBase } from '../../../src/core/scheduler/fold/base/build-base.ts';
import type { Cut } from '../../../src/core/scheduler/fold/base/cut-log.ts';
import { isCardEntry } from '../../../src/core/scheduler/fold/entry-kinds.ts';
import { byCard, foldLine } from '../../../src/core/scheduler/fold/fold-line.ts';
import { heirCards, type Lineage, noLineage } from '../../../src/core/scheduler/fold/lineage.ts';
import { startLiveFold } from '../../../src/core/scheduler/fold/live-fold.ts';
import type { Scheduler } from '../../../src/core/scheduler/memory/fsrs.ts';

/** Nothing stays in the tail. */
export const cutAfterAll: Cut = { entries: 0, days: 0, most: 0 };

/** The state of every card that a log speaks of, each folded by itself: what base and tail are held against. */
export function foldLog(
  log: Iterable<LogEntry>,
  scheduler: Scheduler,
  lineage: Lineage = noLineage,
): ReadonlyMap<CardId, CardState> {
  const entries = byCard(activeEntries(log).filter(isCardEntry));
  const cards = new Set([...entries.keys()].flatMap((card) => heirCards(card, lineage)));
  return new Map([...cards].map((card) => [card, foldLine(card, entries, scheduler, lineage)]));
}

/** The same by a base of all entries. */
export function foldInRows(
  log: Iterable<LogEntry>,
  desiredRetention: number,
  lineage: Lineage = noLineage,
): ReadonlyMap<CardId, CardState> {
  return startLiveFold(buildBase(log, { desiredRetention, lineage }, cutAfterAll)).states;
}
