import { describe, expect, it } from 'vitest';
import { firstPartsOfPages, isPathBrought, redirectsFile, screenRoutes } from '../../src/tools/routes.ts';

describe('an address that a note, a question or an exam may have', () => {
  it.each([
    '/notes/demo/ports',
    '/notes/ports',
    '/notes/demo/ports/',
    '/q/demo/one',
    '/q/demo/one/',
    '/exam/k7q2m4x9',
    '/exam/k7q2m4x9/report',
  ])('%s', (path) => {
    expect(isPathBrought(path)).toBe(true);
  });

  it.each([
    '/',
    '/q',
    '/q/',
    '/q/demo',
    '/q/demo/one/two',
    '/notes',
    '/notes/',
    '/notes/a/b/c',
    '/q/De mo/one',
    '/assets/a.js',
    '/exam/',
    '/exam/a/b',
    '/exam/A B',
  ])('is not %s', (path) => {
    expect(isPathBrought(path)).toBe(false);
  });
});

describe('the file of redirects for static hosts', () => {
  const rules = redirectsFile()
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

  it('has a rule for every first part of a deck’s addresses, which answers 200', () => {
    expect(rules.map(([from, , status]) => [from, status])).toEqual([
      ['/notes/*', '200'],
      ['/q/*', '200'],
      ['/exam/*', '200'],
    ]);
  });

  it('leads to the page of a screen, under the address that hosts give it', () => {
    for (const [, to = ''] of rules) expect(screenRoutes.map((route) => `${route}/`)).toContain(to);
  });
});

it('the first parts of pages are those of all screens and of what a deck brings', () => {
  expect(firstPartsOfPages()).toEqual(expect.arrayContaining(['', 'notes', 'q', 'review', 'help']));
});
