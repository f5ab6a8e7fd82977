import type { CardId } from '../../../model/id.ts';
import { compareEntries, type LogEntry, placeOf } from '../../../model/log/log-entry.ts';
import { fitsRecord, hasPlace } from '../../../model/log/log-lines.ts';
import { isIntact, type Snapshot } from '../../../model/log/snapshot.ts';
import { type Lineage, noLineage } from '../lineage.ts';
import { clockOf } from '../times/clock-fixes.ts';
import type { Base, CutLog } from './base.ts';
import { keptFolding, positionOf } from './build-base.ts';
import type { CardColumns } from './card-table.ts';
import { areColumnsWhole, hasColumns } from './check-columns.ts';
import { type Facts, type LineageLists, modelMark, snapshotFormat } from './write-snapshot.ts';

/**
 * What a snapshot holds, or null when it is not to be believed: of another version or another memory model, damaged, or
 * at odds with itself. Never throws, whatever it is given. Its columns are used as they are, not copied.
 */
export function readSnapshot(snapshot: Snapshot | null): CutLog | null {
  try {
    if (snapshot === null || snapshot.format !== snapshotFormat || !hasColumns(snapshot.columns)) return null;
    return isIntact(snapshot) ? decode(snapshot, snapshot.columns) : null;
  } catch {
    // What lies in a database may be anything.
    return null;
  }
}

function decode(snapshot: Snapshot, columns: CardColumns): CutLog | null {
  const facts: Facts = JSON.parse(snapshot.texts.facts ?? '');
  const tail: readonly Record<string, unknown>[] = JSON.parse(snapshot.tail);
  const text = snapshot.texts.cards ?? '';
  const ids = (text === '' ? [] : text.split('\n')) as CardId[];
  if (facts.model !== modelMark(facts) || !areColumnsWhole(columns, ids.length)) return null;
  const base = baseOf(facts, ids, columns);
  if (!tail.every(hasPlace)) return null;
  return isTailWhole(base, tail) && isPositionRight(snapshot, base, tail) ? { base, tail } : null;
}

function baseOf(facts: Facts, ids: readonly CardId[], columns: CardColumns): Base {
  const { desiredRetention, parameters, count, answers, position, end, held, settings, packs, times, oldest, fixes } =
    facts;
  return {
    folding: keptFolding({ desiredRetention, parameters, lineage: lineageFrom(facts.lineage) }),
    count,
    answers,
    position,
    end,
    cards: { ids, columns, notes: new Map(facts.notes) },
    held,
    registers: { settings: new Map(settings), packs: new Map(packs) },
    times: { ...times, correctedLogs: new Set(times.correctedLogs) },
    oldest,
    fixes,
    awaited: new Set(facts.awaited),
    undone: new Set(facts.undone),
  };
}

function lineageFrom({ parents, heirs, corrections }: LineageLists): Lineage {
  if (parents.length === 0 && corrections.length === 0) return noLineage;
  return {
    parents: new Map(parents),
    heirs: new Map(heirs),
    corrections: new Map(corrections.map(([id, voids]) => [id, { ...voids, revs: new Set(voids.revs) }])),
  };
}

/** Whether the tail has each entry once, and all behind the base. */
function isTailWhole({ end, fixes }: Base, tail: readonly LogEntry[]): boolean {
  const clock = clockOf(fixes);
  const isBehind = (entry: LogEntry) => end === null || compareEntries(clock(entry), end) > 0;
  return tail.every((entry) => fitsRecord(entry) && isBehind(entry)) && new Set(tail.map(placeOf)).size === tail.length;
}

function isPositionRight({ position, count }: Snapshot, base: Base, tail: readonly LogEntry[]): boolean {
  const ofBase = base.position.counts.reduce((sum, each) => sum + each, 0);
  if (ofBase !== base.count || count !== base.count + tail.length) return false;
  return JSON.stringify(position) === JSON.stringify(positionOf(tail, base.position));
}
