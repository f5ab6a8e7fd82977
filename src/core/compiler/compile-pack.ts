import type { Deck } from '../model/deck.ts';
import { hasErrors, type Outcome } from '../model/diagnostic.ts';
import type { PackFile } from '../model/pack.ts';
import type { Question } from '../model/question.ts';
import { compareDiagnostics } from './compare-diagnostics.ts';
import { type Compilation, reportGaveUp, startCompilation } from './compilation.ts';
import { type KeptReadings, openReadings, settingOf } from './kept-readings.ts';
import { checkIdsLock, checkOldIds, checkUnlocked } from './lock/check-ids-lock.ts';
import { readAllNotes } from './notes/read-all-notes.ts';
import { checkFirstCard } from './pack/check-first-card.ts';
import { checkMedia } from './pack/check-media.ts';
import { checkReferences } from './pack/check-references.ts';
import { readPackSource } from './pack/pack-source.ts';
import { entriesOf, followFiles, reportClashes } from './pack/pack-tables.ts';
import { sortPackFiles } from './pack/sort-pack-files.ts';
import { readAllQuestions } from './questions/read-all-questions.ts';
import { warnOfPack } from './rules/pack-rules.ts';
import { warnOfUnread } from './rules/warn-of-unread.ts';

export interface CompileOptions {
  /** `YYYY-MM-DD`; sources that nobody has checked for 18 months before it are warned of. */
  readonly today?: string;
  /** What lies beside the files in the pack's folder and was not read; a path that ends in a slash is a folder. */
  readonly others?: readonly string[];
  /** How ids are complained of that the lock does not have yet; not at all where this is left out. */
  readonly unlocked?: 'W221' | 'E113';
  /** Files of the pack that could not be read, and are complained of elsewhere. */
  readonly unread?: readonly string[];
  /** What an earlier compilation of the same pack read; this one leaves its own readings there. */
  readonly kept?: KeptReadings;
}

/**
 * Compiles the files of a pack into a deck, in time linear in their size. Never throws for anything that a file
 * may hold; every complaint is reported at once, in the order of files and lines.
 *
 * @returns the deck, or null when there is any error; warnings do not keep a deck from being made.
 */
export function compilePack(files: readonly PackFile[], options: CompileOptions = {}): Outcome<Deck> {
  const questions: Question[] = [];
  const { value, diagnostics } = compileEach(files, options, (ofFile) => {
    for (const question of ofFile) questions.push(question);
  });
  return { value: value && { ...value, questions }, diagnostics };
}

/**
 * The same for packs that are too large to hold: the questions of a file are handed over, in the order of the
 * deck, as soon as they are read, and forgotten. What was handed over counts only if the outcome has a value.
 */
export function compileEach(
  files: readonly PackFile[],
  options: CompileOptions,
  take: (questions: readonly Question[]) => void,
): Outcome<Omit<Deck, 'questions'>> {
  const compilation = startCompilation(options.today ?? null);
  for (const path of options.unread ?? []) compilation.unsure.add(path);
  try {
    return compileIn(compilation, files, options, take);
  } catch (error) {
    reportGaveUp(compilation, error);
    return { value: null, diagnostics: compilation.diagnostics.sort(compareDiagnostics) };
  }
}

function compileIn(
  compilation: Compilation,
  files: readonly PackFile[],
  options: CompileOptions,
  take: (questions: readonly Question[]) => void,
): Outcome<Omit<Deck, 'questions'>> {
  const sorted = sortPackFiles(compilation, files);
  if (sorted === null) return { value: null, diagnostics: compilation.diagnostics };
  const source = readPackSource(compilation, sorted, options.others ?? []);
  const keepers = openReadings(options.kept, settingOf(compilation, source.info, sorted.lock?.text ?? ''));
  const { lock, tables } = keepers;
  compilation.lock = lock;
  const notes = readAllNotes(compilation, source.notes, keepers.notes);
  const digests = readAllQuestions(compilation, source, keepers.questions, take);
  followFiles(tables, digests);
  reportClashes(compilation, tables.names);
  const entries = entriesOf(tables.names, digests);
  checkReferences(compilation, notes);
  checkMedia(compilation, sorted.media);
  if (sorted.packYaml !== null)
    warnOfUnread(compilation, [...files.map(({ path }) => path), ...(options.others ?? [])]);
  checkOldIds(compilation, entries);
  checkIdsLock(compilation, lock, entries);
  if (options.unlocked !== undefined) checkUnlocked(compilation, lock, entries, options.unlocked);
  checkFirstCard(compilation, entries, digests.findLast(({ first }) => first !== null)?.first ?? null);
  // At last, for a pack with errors has not said all that it asks.
  warnOfPack(compilation, notes, digests, tables.copies);
  keepers.finish();
  const diagnostics = compilation.diagnostics.sort(compareDiagnostics);
  if (source.info === null || hasErrors(diagnostics)) return { value: null, diagnostics };
  return { value: { pack: source.info, notes: notes.map(({ note }) => note) }, diagnostics };
}
