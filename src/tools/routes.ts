import { type LabName, labTitles } from '../core/ecs/labs/lab-names.ts';
import { labPath } from '../core/ecs/labs/lab-path.ts';
import { readExamPath } from '../core/exam/exam-path.ts';
import { readNotePath, readQuestionPath } from '../core/model/address.ts';

/** Paths of the screens. Each is written as a page of its own, so that every host answers it with 200. */
export const screenRoutes: readonly string[] = [
  '/',
  '/notes',
  '/review',
  '/practice',
  '/questions',
  '/exam',
  '/plan',
  '/stats',
  '/labs',
  ...(Object.keys(labTitles) as readonly LabName[]).map((name) => labPath(name)),
  '/search',
  '/marked',
  '/settings',
  '/help',
  '/help/keyboard',
];

/** First parts of the addresses that decks and learners bring: a note's, a question's, an exam's. */
const partsBrought: readonly string[] = ['notes', 'q', 'exam'];

/** Whether an address has the shape of one of those; whether there is such a thing, the app alone knows. */
export function isPathBrought(path: string): boolean {
  return readNotePath(path) !== null || readQuestionPath(path) !== null || readExamPath(path) !== null;
}

/** First parts of all paths that are pages; the first is empty, for `/`. */
export function firstPartsOfPages(): readonly string[] {
  return [...new Set([...screenRoutes.map((route) => route.split('/')[1] ?? ''), ...partsBrought])];
}

/**
 * A `_redirects` file, which Netlify and Cloudflare Pages read: an address of that kind is answered with the page that
 * every screen has, status 200, under the address that was asked for. A rule that leads to `index.html` would be
 * ignored by Cloudflare, and a path without its slash would be sent on.
 */
export function redirectsFile(): string {
  return partsBrought.map((part) => `/${part}/* /notes/ 200\n`).join('');
}
