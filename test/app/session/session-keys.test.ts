// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createDocumentKeys } from '../../../src/app/store/document-keys.ts';
import { type KeyPress, readSessionKey } from '../../../src/app/store/session/session-keys.ts';

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key, code: '', ...none, repeat: false, isComposing: false, defaultPrevented: false, ...change };
}

function element(html: string): Element {
  const found = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  if (found === null) throw new Error('Inconsistent: no element');
  return found;
}

const heading = element('<h2 tabindex="-1">Card</h2>');
const read = (key: string, change: Partial<KeyPress> = {}, target = heading, shortcuts = true) =>
  readSessionKey(press(key, change), target, shortcuts);

describe('keys of a session', () => {
  it.each(['1', '2', '3', '4', '5'])('reads %s as a digit', (key) => {
    expect(read(key)).toEqual({ name: 'digit', digit: Number(key) });
  });

  it('reads the digit of a key that writes a sign without Shift, as on AZERTY', () => {
    expect(read('&', { code: 'Digit1' })).toEqual({ name: 'digit', digit: 1 });
    expect(read('é', { code: 'Digit2' })).toEqual({ name: 'digit', digit: 2 });
  });

  it('does not read a sign that was typed with Shift as a digit', () => {
    expect(read('!', { code: 'Digit1', shiftKey: true })).toBeNull();
  });

  it('reads the number pad', () => {
    expect(read('3', { code: 'Numpad3' })).toEqual({ name: 'digit', digit: 3 });
  });

  it('reads the place of a key whose layout writes another alphabet', () => {
    expect(read('ф', { code: 'KeyA' })).toEqual({ name: 'letter', letter: 'a' });
    expect(read('г', { code: 'KeyU' })).toEqual({ name: 'undo' });
  });

  it('believes the letter of a Latin layout, wherever its key is', () => {
    expect(read('a', { code: 'KeyQ' })).toEqual({ name: 'letter', letter: 'a' });
  });

  it.each(['u', 'z', 'U'])('takes %s for undo', (key) => {
    expect(read(key)).toEqual({ name: 'undo' });
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])(
    'takes Z with %o for undo, but not inside a text field',
    (modifier) => {
      expect(read('z', modifier)).toEqual({ name: 'undo' });
      expect(read('z', modifier, element('<input type="text">'))).toBeNull();
      expect(read('z', { ...modifier, shiftKey: true })).toBeNull();
    },
  );

  it('submits with Ctrl+Enter, also while typing', () => {
    expect(read('Enter', { ctrlKey: true }, element('<textarea></textarea>'))).toEqual({ name: 'submit' });
  });

  it.each([
    '<input type="text">',
    '<input>',
    '<textarea></textarea>',
    '<select></select>',
    '<p contenteditable="true"></p>',
  ])('leaves every key to %s', (html) => {
    for (const key of ['a', '1', 'u', ' ', 'Enter', '?']) expect(read(key, {}, element(html))).toBeNull();
  });

  it.each([
    '<button></button>',
    '<a href="/"></a>',
    '<summary></summary>',
    '<input type="radio">',
    '<div role="button"></div>',
  ])('leaves Space and Enter to %s', (html) => {
    expect(read(' ', {}, element(html))).toBeNull();
    expect(read('Enter', {}, element(html))).toBeNull();
  });

  it('reads letters while an option has the focus', () => {
    expect(read('b', {}, element('<input type="checkbox">'))).toEqual({ name: 'letter', letter: 'b' });
  });

  it.each<Partial<KeyPress>>([{ repeat: true }, { isComposing: true }, { defaultPrevented: true }, { altKey: true }])(
    'ignores a press with %o',
    (change) => {
      for (const key of ['a', '1', ' ', 'Enter']) expect(read(key, change)).toBeNull();
    },
  );

  it('leaves single keys alone while shortcuts are off', () => {
    for (const key of ['a', '1', 'u', 'f']) expect(read(key, {}, heading, false)).toBeNull();
    expect(read('Enter', {}, heading, false)).toEqual({ name: 'primary', key: 'enter' });
  });
});

describe('keys of the document', () => {
  const at = (key: string, ms: number, change: Partial<Parameters<ReturnType<typeof createDocumentKeys>>[0]> = {}) => ({
    event: press(key),
    at: ms,
    shortcuts: true,
    isTyping: false,
    isDialogOpen: false,
    ...change,
  });

  it('goes to a place on G and its letter within a second', () => {
    const keys = createDocumentKeys();
    expect(keys(at('g', 0))).toBeNull();
    expect(keys(at('n', 1000))).toEqual({ go: '/notes' });
  });

  it('forgets the G after a second, or after another key', () => {
    const keys = createDocumentKeys();
    keys(at('g', 0));
    expect(keys(at('n', 1001))).toBeNull();
    keys(at('g', 2000));
    keys(at('x', 2100));
    expect(keys(at('n', 2200))).toBeNull();
  });

  it('opens search and help by their signs, unless the learner types or has switched them off', () => {
    const keys = createDocumentKeys();
    expect(keys(at('/', 0))).toBe('search');
    expect(keys(at('?', 0))).toBe('help');
    expect(keys(at('/', 0, { isTyping: true }))).toBeNull();
    expect(keys(at('?', 0, { shortcuts: false }))).toBeNull();
    expect(keys(at('/', 0, { isDialogOpen: true }))).toBeNull();
  });

  it('opens search by Ctrl+K even with single keys off', () => {
    const keys = createDocumentKeys();
    expect(keys(at('k', 0, { event: press('k', { ctrlKey: true }), shortcuts: false }))).toBe('search');
  });
});
