import type { Diagnostic } from '../model/diagnostic.ts';
import { complain } from '../model/diagnostic-codes.ts';
import type { QuestionSource } from './question-kind.ts';

/** Complaints unless the heading names the one checker that the kind has. */
export function complainOfCheck({ check, place }: QuestionSource, known: string): readonly Diagnostic[] {
  if (check?.text === known) return [];
  const fix = `Write check=${known} in the heading.`;
  if (check === null)
    return [complain('E103', place, 'The question does not say which checker reads the answer.', fix)];
  return [complain('E102', check.place, `There is no checker "${check.text.slice(0, 40)}" for this kind.`, fix)];
}
