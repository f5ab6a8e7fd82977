import type { Ports } from '../../ports.ts';
import { backupText } from '../../store/record/backup.ts';
import type { RecordStore } from '../../store/record/record-state.ts';
import { saveFile } from './save-file.ts';

/** When the last backup was made here, ms since the epoch. */
export const backupMark = 'last-backup';

/** Gives the learner a backup as a file. */
export async function downloadBackup(record: RecordStore, { clock, marks }: Ports): Promise<void> {
  const text = await backupText(record, clock);
  saveFile(`sveska-${new Date(clock.now()).toISOString().slice(0, 10)}.jsonl`, 'application/x-ndjson', text);
  marks.set(backupMark, String(clock.now()));
}
