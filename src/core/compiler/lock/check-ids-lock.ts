import { complain } from '../../model/diagnostic-codes.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionEntries, QuestionEntry } from '../questions/question-entries.ts';
import { meantName, suggestName } from '../suggest-name.ts';
import { type IdsLock, type LockLine, lockStatusOf } from './ids-lock.ts';

const lockFile = 'ids.lock';

/** Complains about `was=` of an id that is still asked: its history would belong to two questions. */
export function checkOldIds(compilation: Compilation, { byName, inherited }: Omit<QuestionEntries, 'fresh'>): void {
  for (const [id, place] of inherited) {
    const entry = byName.get(id);
    if (entry === undefined || entry.status === 'retired') continue;
    const message = `was=${id}, but ${entry.place.file}:${entry.place.line} still has that id.`;
    report(compilation, 'E110', place, message, 'Give that question a new id with was=, retire it, or leave was= out.');
  }
}

/**
 * Complains about published ids that are gone, or that a question took up again after they were retired, about lines
 * of the lock that are gone, and about a pack that has another id than the one that was published.
 */
export function checkIdsLock(compilation: Compilation, lock: IdsLock, entries: QuestionEntries): void {
  for (const line of lock.damaged) {
    const fix = 'Take the line back from the history of the file, and let the tool write ids.lock.';
    report(
      compilation,
      'E101',
      { file: lockFile, line, column: 1 },
      'This line is not "id live" or "id retired".',
      fix,
    );
  }
  checkSeal(compilation, lock);
  for (const line of lock.lines) checkRetired(compilation, line, entries.byName.get(line.id));
  // A file that could not be read in full may hold what is missed, and has a complaint of its own.
  if ([...compilation.unsure].some((file) => !/^(?:notes|media)\//.test(file))) return;
  const gone = lock.lines.filter(({ id, status }) => {
    return status === 'live' && !entries.byName.has(id) && !entries.inherited.has(id);
  });
  const told = checkFormerIds(compilation, lock, gone, entries);
  for (const line of gone) if (!told.has(line.id)) reportGone(compilation, line, entries);
}

function checkSeal(compilation: Compilation, { lines, damaged, pack }: IdsLock): void {
  if (pack === null) return;
  const kept = lines.length + damaged.length;
  if (kept < pack.ids) {
    const message = `This file was written with ${pack.ids} ids and has ${kept}: lines of it are gone.`;
    const fix = 'Take them back from the history of the file; retire what is not asked any more.';
    report(compilation, 'E112', { file: lockFile, line: pack.line, column: 1 }, message, fix);
  }
  if (compilation.packPlace === null || compilation.pack === pack.id) return;
  const message = `The pack was published as "${pack.id}"; under another id all its cards are new.`;
  report(
    compilation,
    'E112',
    compilation.packPlace,
    message,
    `Write id: ${pack.id}, or take ids.lock out of a new pack.`,
  );
}

function checkRetired(compilation: Compilation, { id, status }: LockLine, entry: QuestionEntry | undefined): void {
  if (entry === undefined || status === 'live' || lockStatusOf(entry.status) === 'retired') return;
  const message = `The id "${id}" was retired and may not be used again.`;
  report(compilation, 'E112', entry.place, message, 'Give the question a new id.');
}

/**
 * W217 for `was=` of an id that was never published; E112 when it is close to one that is gone, which is told then.
 * A pack without a lock has published nothing.
 */
function checkFormerIds(
  compilation: Compilation,
  { lines }: IdsLock,
  gone: readonly LockLine[],
  { byName, inherited }: QuestionEntries,
): ReadonlySet<string> {
  const told = new Set<string>();
  const published = new Set(lines.map(({ id }) => id));
  for (const [id, place] of inherited) {
    if (lines.length === 0 || byName.has(id) || published.has(id)) continue;
    const message = `was=${id.slice(0, 64)}, but no such id was ever published.`;
    const meant = meantName(
      id,
      gone.map((line) => line.id),
    );
    const code = meant === null ? 'W217' : 'E112';
    if (meant !== null) told.add(meant);
    const fix = meant === null ? suggestName(id, [...published].slice(0, 100)) : `Did you mean was=${meant}?`;
    compilation.diagnostics.push(complain(code, place, message, fix));
  }
  return told;
}

function reportGone(compilation: Compilation, { id, line, revs }: LockLine, { fresh }: QuestionEntries): void {
  const heir = fresh.find(({ rev }) => revs.includes(rev));
  if (heir === undefined) {
    report(compilation, 'E112', { file: lockFile, line, column: 1 }, `The published question "${id}" is gone.`);
    return;
  }
  const message = `This question was published as "${id}"; under another id it loses its history.`;
  report(compilation, 'E112', heir.place, message, `Write {#${heir.name} was=${id}}.`);
}

/** Ids that are asked and that the lock does not have yet: one complaint, for one run of `lock` mends them all. */
export function checkUnlocked(
  compilation: Compilation,
  lock: IdsLock,
  entries: QuestionEntries,
  code: 'E113' | 'W221',
): void {
  const names = entries.fresh.map(({ name }) => name);
  if (lock.lines.length === 0 || names.length === 0) return;
  const listed = names
    .slice(0, 5)
    .join(', ')
    .concat(names.length > 5 ? ', …' : '');
  const message = `${names.length} ${names.length === 1 ? 'id is' : 'ids are'} not in ids.lock yet: ${listed}.`;
  const fix = 'Run `npm run sveska -- lock` with the folder of the pack: what is locked cannot be lost by mistake.';
  report(compilation, code, { file: lockFile, line: 1, column: 1 }, message, fix);
}
