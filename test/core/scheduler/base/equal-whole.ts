import { expect } from 'vitest';
import type { LogEntry } from '../../../../src/core/model/log/log-entry.ts';
import type { CutLog, Folding } from '../../../../src/core/scheduler/fold/base/base.ts';
import { readSnapshot } from '../../../../src/core/scheduler/fold/base/read-snapshot.ts';
import { writeSnapshot } from '../../../../src/core/scheduler/fold/base/write-snapshot.ts';
import { foldRegisters } from '../../../../src/core/scheduler/fold/fold-registers.ts';
import { type Lineage, noLineage } from '../../../../src/core/scheduler/fold/lineage.ts';
import type { LiveFold } from '../../../../src/core/scheduler/fold/live-fold.ts';
import { findCorrections } from '../../../../src/core/scheduler/fold/times/time-corrections.ts';
import { createScheduler } from '../../../../src/core/scheduler/memory/fsrs.ts';
import { foldLog } from '../fold-log.ts';

export const scheduler = createScheduler({ desiredRetention: 0.9 });

export const folding: Folding = { desiredRetention: 0.9, lineage: noLineage };

export function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Written down, copied as a database does, and read again. */
export function again(start: CutLog): CutLog {
  const read = readSnapshot(structuredClone(writeSnapshot(start)));
  expect(read).not.toBeNull();
  return read as CutLog;
}

export function expectToEqualWhole(live: LiveFold, log: readonly LogEntry[], lineage: Lineage, by = scheduler): void {
  expect(sorted(live.states)).toEqual(sorted(foldLog(log, by, lineage)));
  expect(live.states.size).toBe([...live.states.keys()].length);
  const registers = foldRegisters(log);
  expect(sorted(live.registers.settings)).toEqual(sorted(registers.settings));
  expect(sorted(live.registers.packs)).toEqual(sorted(registers.packs));
  expect(live.base.times.corrections).toEqual(findCorrections(log));
}
