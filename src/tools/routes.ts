import { readNotePath, readQuestionPath } from '../core/model/address.ts';

/** Paths of the screens. Each is written as a page of its own, so that every host answers it with 200. */
export const screenRoutes: readonly string[] = [
  '/',
  '/notes',
  '/review',
  '/practice',
  '/questions',
  '/search',
  '/marked',
  '/settings',
  '/help',
  '/help/keyboard',
];

/** First parts of the addresses that decks bring: a note's and a question's. */
const partsOfDecks: readonly string[] = ['notes', 'q'];

/** Whether an address has the shape of a note's or a question's; whether a deck has it, the app alone knows. */
export function isPathOfDeck(path: string): boolean {
  return readNotePath(path) !== null || readQuestionPath(path) !== null;
}

/** First parts of all paths that are pages; the first is empty, for `/`. */
export function firstPartsOfPages(): readonly string[] {
  return [...new Set([...screenRoutes.map((route) => route.split('/')[1] ?? ''), ...partsOfDecks])];
}

/**
 * A `_redirects` file, which Netlify and Cloudflare Pages read: an address of a deck is answered with the page that
 * every screen has, status 200, under the address that was asked for. A rule that leads to `index.html` would be
 * ignored by Cloudflare, and a path without its slash would be sent on.
 */
export function redirectsFile(): string {
  return partsOfDecks.map((part) => `/${part}/* /notes/ 200\n`).join('');
}
