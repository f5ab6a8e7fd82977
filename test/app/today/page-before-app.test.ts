// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';

const scripts = [...readFileSync('index.html', 'utf8').matchAll(/<script>([\s\S]*?)<\/script>/g)];
const card = '<div class="first-visit"><button type="button">Help</button></div>';

/** The page as its own scripts leave it before the app is there. */
function openPage(inside: string): void {
  document.body.innerHTML = `<div id="status"></div><div id="root">${inside}</div>`;
  for (const [, text] of scripts) {
    const script = document.createElement('script');
    // Each a block: they are run more than once here.
    script.textContent = `{${text}}`;
    document.head.append(script);
  }
}

/** The page's own window; that of the test is another one. */
declare const jsdom: { readonly window: Window };

/** Takes what the page has kept. */
function takeActs() {
  return jsdom.window.sveskaEarly?.take();
}

/** Whether a press reaches who listens in the page. */
function isHeard(): boolean {
  let count = 0;
  const hear = () => {
    count += 1;
  };
  document.addEventListener('keydown', hear);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  document.removeEventListener('keydown', hear);
  return count > 0;
}

afterEach(() => {
  takeActs();
  Reflect.deleteProperty(document.documentElement.dataset, 'first');
});

describe('before the app is there', () => {
  it('the page keeps what is done with the first card, until somebody takes it', () => {
    openPage(card);
    expect(isHeard()).toBe(false);
    expect(takeActs()?.map(({ event }) => event?.type)).toEqual(['keydown', undefined]);
    expect(isHeard()).toBe(true);
  });

  it.each([
    [null, true],
    ['false', false],
  ])('a letter picks an option, unless shortcuts are off: the mark is %s', (mark, isPicked) => {
    if (mark !== null) jsdom.window.localStorage.setItem('sveska.shortcuts', mark);
    openPage('<div class="first-visit"><input type="radio" name="option" value="x"></div>');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    jsdom.window.localStorage.clear();
    expect(takeActs()?.map(({ option }) => option)).toEqual(isPicked ? ['x', 'x'] : [undefined, undefined]);
  });

  it('the page keeps nothing where no card stands in it: nobody would take it', () => {
    openPage('');
    expect(isHeard()).toBe(true);
  });
});
