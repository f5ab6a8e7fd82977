import { isSittingPath } from '../../core/exam/exam-path.ts';

/** How the learner came to the screen: by opening the page, by a link or a key, or back and forth in the history. */
export type ArrivedBy = 'load' | 'link' | 'history';

/**
 * Where the learner has been. Each entry of the browser's history remembers the address of the app that it was
 * reached from, so that this outlives a reload and is right after any number of steps back.
 */
export interface Trail {
  arrivedBy(): ArrivedBy;
  /** The address that the screen was reached from, which is one step back; null where that is not ours. */
  from(): string | null;
  /** The session screen that was left last; null when none was. */
  card(): string | null;
  /** Follows the history until what it returns is called. */
  follow(): () => void;
}

/** Path and search; a section of a page is no other place. */
function addressNow(): string {
  return location.pathname + location.search;
}

export function isSessionPath(path: string): boolean {
  return path === '/review' || path.startsWith('/practice') || path.startsWith('/q/') || isSittingPath(path);
}

export function createTrail(): Trail {
  let here = '';
  let from: string | null = null;
  let by: ArrivedBy = 'load';
  let card: string | null = null;
  const move = (arrivedBy: ArrivedBy) => {
    if (here === '/' || isSessionPath(here)) card = here;
    here = addressNow();
    by = arrivedBy;
  };
  const remember = () => {
    if (readFrom() !== from) history.replaceState({ ...history.state, from }, '');
  };
  const onPush = () => {
    from = here;
    move('link');
    remember();
  };
  const onReplace = () => {
    if (addressNow() !== here) move('link');
    remember();
  };
  const onPop = () => {
    from = readFrom();
    if (addressNow() !== here) move('history');
  };
  return {
    // A step back changes the address a moment before it is told: whoever draws in between is there already.
    arrivedBy: () => (here === '' || addressNow() === here ? by : 'history'),
    from: readFrom,
    card: () => card,
    follow: () => {
      here = addressNow();
      from = readFrom();
      by = 'load';
      // wouter tells of these two; the browser does not.
      const events = [
        ['pushState', onPush],
        ['replaceState', onReplace],
        ['popstate', onPop],
      ] as const;
      for (const [type, listener] of events) addEventListener(type, listener, true);
      return () => {
        for (const [type, listener] of events) removeEventListener(type, listener, true);
      };
    },
  };
}

function readFrom(): string | null {
  const from: unknown = (history.state as { readonly from?: unknown } | null)?.from;
  return typeof from === 'string' && from.startsWith('/') ? from : null;
}
