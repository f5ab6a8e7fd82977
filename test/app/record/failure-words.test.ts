import { describe, expect, it } from 'vitest';
import { failureWords } from '../../../src/app/store/failure-words.ts';

/** What browsers throw, by what it is called and what is said in it, and what the learner is told. */
const seen: readonly (readonly [error: Error, told: RegExp])[] = [
  [new DOMException('The disk is full.', 'QuotaExceededError'), /is full/],
  [new DOMException('Persistent storage maximum size reached', 'NS_ERROR_DOM_QUOTA_REACHED'), /is full/],
  [new Error('Only 12 of 4096 bytes were written'), /is full/],
  [new DOMException('Access is denied for this document.', 'SecurityError'), /not let Sveska store/],
  [new DOMException('The request is not allowed by the user agent', 'NotAllowedError'), /not let Sveska store/],
  [
    new DOMException(
      'A mutation operation was attempted on a database that did not allow mutations.',
      'InvalidStateError',
    ),
    /not let Sveska store/,
  ],
  [new DOMException('There is another open Access Handle', 'NoModificationAllowedError'), /Another tab/],
  [new Error('Another tab keeps the record open'), /Another tab/],
  [new Error('This tab runs an older version of the app. Reload it to go on.'), /older version/],
  [
    new DOMException('The requested version (1) is less than the existing version (2).', 'VersionError'),
    /older version/,
  ],
  [new TypeError('Failed to fetch'), /could not be reached/],
  [new TypeError('NetworkError when attempting to fetch resource.'), /could not be reached/],
  [new TypeError('Load failed'), /could not be reached/],
  [new TypeError('Failed to fetch dynamically imported module: https://host/lab.js'), /could not be loaded/],
  [new TypeError('error loading dynamically imported module: https://host/lab.js'), /could not be loaded/],
  [new TypeError('Importing a module script failed.'), /could not be loaded/],
  [new Error('/decks/a.json answered 404'), /could not be reached/],
  [new Error('/decks/a.json is no part of a deck'), /is damaged/],
  [new Error('The search worker did not start'), /does not answer/],
  [new Error('The storage worker does not answer'), /does not answer/],
  [new DOMException('The database connection is closing.', 'InvalidStateError'), /did not do what it was asked/],
  [new DOMException('Internal error opening backing store', 'UnknownError'), /did not do what it was asked/],
];

describe('what is said of a failure', () => {
  it.each(seen)('puts %s into words', (error, told) => {
    expect(failureWords(String(error))).toMatch(told);
  });

  it.each(seen)('finds the cause of %s in what a worker tells, too', (error) => {
    expect(failureWords(String(new Error(String(error))))).toBe(failureWords(String(error)));
  });

  it('says whole sentences, without the words of the browser', () => {
    for (const [error] of seen) {
      const words = failureWords(String(error));
      expect(words).toMatch(/^[A-Z][^:]*\.$/);
      expect(words).not.toContain(error.message);
      expect(words).not.toMatch(/Error|undefined/);
    }
  });

  it('is honest about what it has never seen', () => {
    expect(failureWords('RangeError: Invalid array length')).toBe('Something happened that Sveska was not made for.');
  });
});
