import type { Clock } from '../../../core/model/clock.ts';
import { placeOf } from '../../../core/model/log/log-entry.ts';
import type { RestoredLog } from '../../../core/model/log/restore-log.ts';
import { appName } from '../../app-name.ts';
import type { RecordStore } from './record-state.ts';

/** A backup of the whole record as JSON Lines, unsaved answers included. */
export async function backupText(record: RecordStore, clock: Clock): Promise<string> {
  const { exportLog } = await import('../../../core/model/log/export-log.ts');
  const made = new Date(clock.now()).toISOString();
  return exportLog(await record.getState().whole(), { app: appName, made });
}

/**
 * The text of a file. An editor may have saved it in UTF-16, with a mark of two bytes before it or without: then the
 * brace that every backup begins with takes two bytes. It is read all the same.
 */
export async function readBackupText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = encodings.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.name ?? 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

const encodings = [
  { name: 'utf-16le', mark: [0xff, 0xfe] },
  { name: 'utf-16be', mark: [0xfe, 0xff] },
  { name: 'utf-16le', mark: [0x7b, 0x00] },
  { name: 'utf-16be', mark: [0x00, 0x7b] },
] as const;

/** What restoring a text would do; nothing is changed by asking. */
export interface RestorePlan extends RestoredLog {
  /** Entries that the record does not hold yet. */
  readonly added: number;
}

export async function planRestore(record: RecordStore, text: string): Promise<RestorePlan> {
  const { restoreLog } = await import('../../../core/model/log/restore-log.ts');
  const restored = restoreLog(text);
  const known = new Set((await record.getState().whole()).map(placeOf));
  return { ...restored, added: restored.entries.filter((entry) => !known.has(placeOf(entry))).length };
}
