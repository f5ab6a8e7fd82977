/**
 * What happened, in a plain sentence or two for the learner. `failure` is what the browser or a store of ours said of it
 * (`String(error)`); the name of the error may stand anywhere in it, since what a worker tells is told again by the page.
 */
export function failureWords(failure: string): string {
  return causes.find(({ sign }) => sign.test(failure))?.words ?? 'Something happened that Sveska was not made for.';
}

interface Cause {
  readonly sign: RegExp;
  readonly words: string;
}

/** The first that fits: what is said of one cause stands above what is said of many. */
const causes: readonly Cause[] = [
  {
    sign: /QuotaExceeded|QUOTA_REACHED|NO_DEVICE_SPACE|bytes were written/,
    words: 'The storage that this browser gives to Sveska is full. Make room on this device.',
  },
  {
    sign: /older version|VersionError/,
    words: 'This tab runs an older version of Sveska. Reload it to go on.',
  },
  {
    sign: /NoModificationAllowedError|Another tab/,
    words: 'Another tab of Sveska keeps your data locked. Close that tab or reload it.',
  },
  {
    // Firefox calls it a mutation of a database that did not allow mutations, in a private window.
    sign: /SecurityError|NotAllowedError|did not allow mutations/,
    words: 'This browser does not let Sveska store anything here, as in some private windows.',
  },
  {
    sign: /is no part of a deck/,
    words: 'A file of the pack is damaged, or another file was sent in its place.',
  },
  {
    // Chromium never asks again for a module that did not come.
    sign: /dynamically imported|error loading dynamically|module script failed/,
    words: 'A part of Sveska could not be loaded. You may be offline. When you are not, try again, or reload the page.',
  },
  {
    // Each browser has words of its own for a fetch that did not come.
    sign: /answered \d{3}|Failed to fetch|fetch failed|NetworkError|Load failed/,
    words: 'A file could not be reached. You may be offline, or it was moved while this page was open.',
  },
  {
    sign: /worker did not start|worker does not answer/,
    words: 'A part of Sveska that works behind this page does not answer. Reload the page.',
  },
  {
    sign: /UnknownError|InvalidStateError|AbortError|TransactionInactiveError|NotReadableError|NotFoundError/,
    words: 'The storage of this browser did not do what it was asked for. Reload the page.',
  },
];
