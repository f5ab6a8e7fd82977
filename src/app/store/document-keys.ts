import { type KeyPress, letterOf } from './session/session-keys.ts';

/** Where a key pressed anywhere leads. */
export type DocumentCommand = 'search' | 'help' | { readonly go: string };

const chordPaths: Readonly<Record<string, string>> = {
  h: '/',
  n: '/notes',
  e: '/exam',
  r: '/review',
  s: '/stats',
  l: '/labs',
};
const chordMs = 1000;

/** Reads the keys that work on every screen: `/`, Ctrl+K, `?`, and G followed by a letter within a second. */
export function createDocumentKeys(): (press: DocumentPress) => DocumentCommand | null {
  let chordAt = Number.NEGATIVE_INFINITY;
  const readSingle = (event: KeyPress, at: number): DocumentCommand | null => {
    const letter = letterOf(event);
    const path = at - chordAt <= chordMs && letter !== null ? chordPaths[letter] : undefined;
    chordAt = letter === 'g' ? at : Number.NEGATIVE_INFINITY;
    return path === undefined ? (signs[event.key] ?? null) : { go: path };
  };
  return ({ event, at, shortcuts, isTyping, isDialogOpen }) => {
    if (isIgnored(event) || isDialogOpen) return null;
    if (event.ctrlKey || event.metaKey) return letterOf(event) === 'k' ? 'search' : null;
    return isTyping || !shortcuts ? null : readSingle(event, at);
  };
}

const signs: Readonly<Record<string, DocumentCommand>> = { '/': 'search', '?': 'help' };

function isIgnored({ defaultPrevented, isComposing, repeat, altKey }: KeyPress): boolean {
  return defaultPrevented || isComposing || repeat || altKey;
}

export interface DocumentPress {
  readonly event: KeyPress;
  /** Milliseconds on any steady clock. */
  readonly at: number;
  readonly shortcuts: boolean;
  readonly isTyping: boolean;
  readonly isDialogOpen: boolean;
}
