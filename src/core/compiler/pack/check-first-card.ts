import { hasErrors } from '../../model/diagnostic.ts';
import type { Question } from '../../model/question.ts';
import { type Compilation, report } from '../compilation.ts';
import type { QuestionEntries } from '../questions/question-entries.ts';
import { suggestName } from '../suggest-name.ts';

/**
 * Complains when `first:` names nothing of the pack, or what cannot stand before everything else. `named` is the
 * question of that name; null when there is none, or when it could not be read.
 */
export function checkFirstCard(
  compilation: Compilation,
  { byName, firstNames }: QuestionEntries,
  named: Question | null,
): void {
  const { first } = compilation;
  if (first === null) return;
  if (!byName.has(first.name)) {
    // A file that could not be read in full may hold it, and has a complaint of its own.
    if ([...compilation.unsure].some((file) => !/^(?:notes|media)\//.test(file))) return;
    const fix = suggestName(first.name, firstNames(100));
    report(compilation, 'E132', first.place, `There is no question "${first.name}".`, fix);
    return;
  }
  const obstacle = named === null ? notRead(compilation) : obstacleTo(named);
  if (obstacle !== null)
    report(compilation, 'E132', first.place, `"${first.name}" cannot be the first card: ${obstacle}.`);
}

/** A heading that is no question is a case, or one with a complaint of its own that must not be doubled. */
function notRead({ diagnostics }: Compilation): string | null {
  return hasErrors(diagnostics) ? null : 'it is a case, which has several questions';
}

function obstacleTo(question: Question): string | null {
  const { kind, status } = question;
  if (status === 'draft' || status === 'retired') return `its status is ${status}, so it is never asked`;
  if (kind === 'choice' || kind === 'recall' || kind === 'cloze') return null;
  if (kind === 'typed-cloze') return 'its deletions are typed, and the field for that is loaded later';
  return `it is of the kind ${kind}, whose parts are loaded later`;
}
