import { placeInside } from './fragment.ts';
import { report } from './session.ts';
import type { Walk } from './token-walk.ts';

const typographicMark = /[\u2013\u2014\u2018\u2019\u201c\u201d]/;

/** Whether a text holds an en or em dash or a curly quote. */
export function hasTypographicMark(text: string): boolean {
  return typographicMark.test(text);
}

/** W204: warns of code that holds one. */
export function warnOfTypography(walk: Walk, code: string): void {
  const [mark] = typographicMark.exec(code) ?? [];
  if (mark === undefined) return;
  const place = placeInside(walk.fragment, walk.line, mark);
  report(walk.session, 'W204', place, `The code holds "${mark}", which no computer takes for the plain character.`);
}
