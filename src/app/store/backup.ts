import type { RestoredLog } from '../../core/model/restore-log.ts';
import type { Clock } from '../ports.ts';
import type { RecordStore } from './record-state.ts';

/** A backup of the whole record as JSON Lines, unsaved answers included. */
export async function backupText(record: RecordStore, clock: Clock): Promise<string> {
  const { exportLog } = await import('../../core/model/export-log.ts');
  const made = new Date(clock.now()).toISOString();
  return exportLog(record.getState().log(), { app: 'Sveska 0.1.0', made });
}

/** What restoring a text would do; nothing is changed by asking. */
export interface RestorePlan extends RestoredLog {
  /** Entries that the record does not hold yet. */
  readonly added: number;
}

export async function planRestore(record: RecordStore, text: string): Promise<RestorePlan> {
  const { restoreLog } = await import('../../core/model/restore-log.ts');
  const restored = restoreLog(text);
  const known = new Set(
    record
      .getState()
      .log()
      .map(({ log, n }) => `${log}:${n}`),
  );
  return { ...restored, added: restored.entries.filter(({ log, n }) => !known.has(`${log}:${n}`)).length };
}
