import { lockStatusOf, readIdsLock } from './ids-lock.ts';
import type { QuestionEntries } from './question-entries.ts';
import { report, type Session } from './session.ts';
import type { TextFile } from './text-file.ts';

/** Complains about `was=` of an id that is still asked: its history would belong to two questions. */
export function checkOldIds(session: Session, { byName, inherited }: QuestionEntries): void {
  for (const [id, place] of inherited) {
    const entry = byName.get(id);
    if (entry === undefined || entry.status === 'retired') continue;
    const message = `was=${id}, but ${entry.place.file}:${entry.place.line} still has that id.`;
    report(session, 'E110', place, message, 'Give that question a new id with was=, retire it, or leave was= out.');
  }
}

/** Complains about published ids that are gone, or that a question took up again after they were retired. */
export function checkIdsLock(session: Session, lock: TextFile | null, entries: QuestionEntries): void {
  if (lock === null) return;
  const isUnsure = [...session.unsure].some((file) => file.startsWith('questions/') || !file.includes('/'));
  const { lines, damaged } = readIdsLock(lock.text);
  for (const line of damaged) {
    const place = { file: lock.path, line, column: 1 };
    report(session, 'E101', place, 'This line is not "id live" or "id retired".', 'Let the tool write ids.lock.');
  }
  for (const { id, status, line } of lines) {
    const entry = entries.byName.get(id);
    // A file that could not be read in full may hold it, and has a complaint of its own.
    if (entry === undefined && status === 'live' && !entries.inherited.has(id)) {
      if (isUnsure) continue;
      const place = { file: lock.path, line, column: 1 };
      report(session, 'E112', place, `The published question "${id}" is gone.`);
    } else if (entry !== undefined && status === 'retired' && lockStatusOf(entry.status) === 'live') {
      const message = `The id "${id}" was retired and may not be used again.`;
      report(session, 'E112', entry.place, message, 'Give the question a new id.');
    }
  }
}
