/** What a key press asks for inside a session; which of them applies depends on the phase. */
export type SessionCommand =
  | { readonly name: 'primary'; readonly key: 'enter' | 'space' }
  | { readonly name: 'digit'; readonly digit: number }
  | { readonly name: 'letter'; readonly letter: string }
  | { readonly name: 'undo' }
  | { readonly name: 'submit' };

/** The parts of a keyboard event that decide; a real `KeyboardEvent` fits. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
}

const textFields = 'textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])';
const controls = 'button, a, summary, input, [role=button]';

/** Null when the press is not for the session. `shortcuts` false leaves only what is no single-key shortcut. */
export function readSessionKey(press: KeyPress, target: Element, shortcuts: boolean): SessionCommand | null {
  if (press.defaultPrevented || press.isComposing || press.repeat || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return readChord(press, target);
  if (target.closest(textFields) !== null) return null;
  if (press.key === 'Enter' || press.key === ' ') return readPrimary(press.key, target);
  return shortcuts ? readSingleKey(press) : null;
}

function readChord(press: KeyPress, target: Element): SessionCommand | null {
  if (press.key === 'Enter') return { name: 'submit' };
  const isUndo = letterOf(press) === 'z' && !press.shiftKey && target.closest(textFields) === null;
  return isUndo ? { name: 'undo' } : null;
}

function readPrimary(key: string, target: Element): SessionCommand | null {
  if (target.closest(controls) !== null) return null;
  return { name: 'primary', key: key === 'Enter' ? 'enter' : 'space' };
}

function readSingleKey(press: KeyPress): SessionCommand | null {
  const digit = digitOf(press);
  if (digit !== null) return { name: 'digit', digit };
  const letter = letterOf(press);
  if (letter === null) return null;
  return letter === 'u' || letter === 'z' ? { name: 'undo' } : { name: 'letter', letter };
}

/** AZERTY writes digits with Shift, so the place of the key counts where its character is no digit. */
export function digitOf(press: KeyPress): number | null {
  if (/^[1-5]$/.test(press.key)) return Number(press.key);
  const placed = /^(?:Digit|Numpad)([1-5])$/.exec(press.code);
  return placed !== null && !press.shiftKey && !/^[0-9]$/.test(press.key) ? Number(placed[1]) : null;
}

/** A Latin letter, or the one that stands on that key where the layout writes another alphabet. */
export function letterOf(press: KeyPress): string | null {
  if (press.key.length !== 1) return null;
  if (/^[a-z]$/i.test(press.key)) return press.key.toLowerCase();
  const isOtherAlphabet = /^\p{L}$/u.test(press.key) && !/^\p{Script=Latin}$/u.test(press.key);
  const placed = /^Key([A-Z])$/.exec(press.code);
  return isOtherAlphabet && placed?.[1] !== undefined ? placed[1].toLowerCase() : null;
}
