import type { Diagnostic } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import type { FileVerdict } from '../../model/verdict.ts';

/** A text to edit proves itself when its answer is graded right and its start is not. */
export function proveEdit(
  { start, answer }: { readonly start: string; readonly answer: string },
  place: Place,
  grade: (text: string) => FileVerdict,
): readonly Diagnostic[] {
  const verdict = grade(answer);
  const refused =
    verdict.score === 1 ? [] : [complain('E160', place, `The answer is graded wrong: ${reasonOf(verdict)}`)];
  const fix = 'Put the mistake into the start text, or ask for more.';
  const done = grade(start).score === 1 ? [complain('E160', place, 'The start text is already right.', fix)] : [];
  return [...refused, ...done];
}

/** "line 3: `memory` is not what the question asks for." */
function reasonOf({ findings, advice }: FileVerdict): string {
  const finding = findings.find(({ severity }) => severity === 'error') ?? findings[0];
  if (finding === undefined) return advice[0] ?? 'it does not do what is asked.';
  return finding.line === null ? finding.message : `line ${finding.line}: ${finding.message}`;
}
