import type { LetterCase } from '../../questions/question-kind.ts';
import { type Compilation, report } from '../compilation.ts';
import type { Attribute } from './read-attributes.ts';

/** Reads `case=exact` or `case=any`; anything else is a complaint and as good as nothing. */
export function readLetterCase(compilation: Compilation, written: Attribute | undefined): LetterCase | null {
  if (written === undefined) return null;
  if (written.text === 'exact' || written.text === 'any') return written.text;
  report(compilation, 'E106', written.place, 'case must be exact or any.', 'Write case=exact where capitals count.');
  return null;
}
