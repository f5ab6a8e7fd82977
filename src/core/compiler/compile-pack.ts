import type { Deck } from '../model/deck.ts';
import { hasErrors, type Outcome } from '../model/diagnostic.ts';
import type { PackFile } from '../model/pack.ts';
import { checkIdsLock } from './check-ids-lock.ts';
import { checkMedia } from './check-media.ts';
import { checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { compareDiagnostics } from './compare-diagnostics.ts';
import { readPackSource } from './pack-source.ts';
import { readAllNotes } from './read-all-notes.ts';
import { readAllQuestions } from './read-all-questions.ts';
import { startSession } from './session.ts';
import { sortPackFiles } from './sort-pack-files.ts';

export interface CompileOptions {
  /** `YYYY-MM-DD`; sources that nobody has checked for 18 months before it are warned of. */
  readonly today?: string;
}

/**
 * Compiles the files of a pack into a deck, in time linear in their size. Never throws for anything that a file
 * may hold; every complaint is reported at once, in the order of files and lines.
 *
 * @returns the deck, or null when there is any error; warnings do not keep a deck from being made.
 */
export function compilePack(files: readonly PackFile[], options: CompileOptions = {}): Outcome<Deck> {
  const session = startSession(options.today ?? null);
  const sorted = sortPackFiles(session, files);
  if (sorted === null) return { value: null, diagnostics: session.diagnostics };
  const source = readPackSource(session, sorted);
  const notes = readAllNotes(session, source.notes);
  const questions = readAllQuestions(session, source);
  checkReferences(session, notes);
  checkMedia(session, sorted.media);
  checkIdsLock(session, sorted.lock, questions);
  checkRules(session, notes, questions);
  const diagnostics = session.diagnostics.sort(compareDiagnostics);
  if (source.info === null || hasErrors(diagnostics)) return { value: null, diagnostics };
  const deck: Deck = {
    pack: source.info,
    notes: notes.map(({ note }) => note),
    questions: questions.map(({ question }) => question),
  };
  return { value: deck, diagnostics };
}
