import { report } from '../compilation.ts';
import { typographicMarkIn } from '../text/typographic-mark.ts';
import { placeInside } from './fragment.ts';
import type { Walk } from './token-walk.ts';

/** W204: warns of code that holds one. */
export function warnOfTypography(walk: Walk, code: string): void {
  const mark = typographicMarkIn(code);
  if (mark === null) return;
  const place = placeInside(walk.fragment, walk.line, mark);
  report(walk.compilation, 'W204', place, `The code holds "${mark}", which no computer takes for the plain character.`);
}
