import { lockStatusOf, nameOf, readIdsLock } from './ids-lock.ts';
import type { QuestionRead } from './read-question.ts';
import { report, type Session } from './session.ts';
import type { TextFile } from './text-file.ts';

/** Complains about published ids that are gone, or that a question took up again after they were retired. */
export function checkIdsLock(session: Session, lock: TextFile | null, questions: readonly QuestionRead[]): void {
  if (lock === null) return;
  const { lines, damaged } = readIdsLock(lock.text);
  for (const line of damaged) {
    report(
      session,
      'E101',
      { file: lock.path, line, column: 1 },
      'This line is not "id live" or "id retired".',
      'Let the tool write ids.lock.',
    );
  }
  const placeOf = new Map(questions.map((read) => [nameOf(read.question.id), read]));
  const inherited = new Set(questions.flatMap(({ question }) => question.was.map(nameOf)));
  const lineOf = lineNumbers(lock.text);
  for (const { id, status } of lines) {
    const read = placeOf.get(id);
    const place = { file: lock.path, line: lineOf.get(id) ?? 1, column: 1 };
    if (read === undefined && status === 'live' && !inherited.has(id)) {
      report(session, 'E112', place, `The published question "${id}" is gone.`);
    } else if (read !== undefined && status === 'retired' && lockStatusOf(read.question.status) === 'live') {
      report(
        session,
        'E112',
        read.place,
        `The id "${id}" was retired and may not be used again.`,
        'Give the question a new id.',
      );
    }
  }
}

function lineNumbers(text: string): ReadonlyMap<string, number> {
  return new Map(text.split('\n').map((line, index) => [line.split(' ', 1)[0] ?? '', index + 1]));
}
