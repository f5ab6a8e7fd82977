import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import { hostileTexts } from '../../fixtures/hostile-texts.ts';

const corpusPath = '../shared/data/xss.json';

/** Texts of one or more lines: our own, then public payloads where their file is at hand. */
export interface HostileTexts {
  readonly texts: readonly string[];
  /** Those that are known to run script when they are taken for HTML, and our own. */
  readonly live: readonly string[];
  readonly hasCorpus: boolean;
}

export function readHostileTexts(): HostileTexts {
  if (!existsSync(corpusPath)) {
    console.log(`${corpusPath} is not there: only our own ${hostileTexts.length} hostile texts are tried.`);
    return { texts: hostileTexts, live: hostileTexts, hasCorpus: false };
  }
  const corpus = JSON.parse(readFileSync(corpusPath, 'utf8')) as readonly Payload[];
  const live = corpus.filter((payload) => payload.live.includes('innerHTML'));
  return {
    texts: [...hostileTexts, ...corpus.map(({ payload }) => payload)],
    live: [...hostileTexts, ...live.map(({ payload }) => payload)],
    hasCorpus: true,
  };
}

interface Payload {
  readonly payload: string;
  /** Ways of showing it in which it ran when the collection was made. */
  readonly live: readonly string[];
}

/** Makes every way that the payloads use to show that they run an error of the console, in every frame. */
export async function reportScripts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print'] as const) {
      Object.defineProperty(window, name, { value: () => console.error(`a hostile script ran: ${name}`) });
    }
  });
}

/** What the page shows that no text of a pack or a learner may bring about; empty when all is well. */
export type Intrusion = string;

/**
 * Does to everything inside `selector` what a pointer and a keyboard could do, and looks at every element.
 * Links to the web and to the app are looked at and not followed: following them is the learner's own wish.
 */
export function pokeAll(page: Page, selector: string): Promise<readonly Intrusion[]> {
  return page.evaluate(
    ([wanted, forbidden, events]) => {
      const intrusions: string[] = [];
      const stay = (event: Event) => {
        const link = (event.target as Element).closest('a');
        if (link !== null && /^(https?|mailto):$/.test(link.protocol)) event.preventDefault();
      };
      addEventListener('click', stay, true);
      for (const element of document.querySelectorAll<HTMLElement>(`:is(${wanted}) *`)) {
        if (element.closest('.icon, .mark, .ring') !== null) continue;
        if (element.matches(forbidden)) intrusions.push(element.outerHTML.slice(0, 200));
        for (const { name, value } of element.attributes) {
          if (/^on|^srcdoc$|^formaction$/.test(name)) intrusions.push(`${name}=${value}`);
          if (name === 'style' && !/^text-align: \w+;$/.test(value)) intrusions.push(`${name}=${value}`);
          if (/href|src/.test(name) && !/^(https?:\/\/|mailto:|\/(?![/\\])|#)/i.test(value))
            intrusions.push(`${name}=${value}`);
        }
        if (element.closest('button, label, summary') !== null) continue;
        for (const type of events) element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
        if (element.tabIndex >= 0) element.focus({ preventScroll: true });
        element.click();
      }
      removeEventListener('click', stay, true);
      return intrusions;
    },
    [selector, forbiddenElements, pointerEvents] as const,
  );
}

const forbiddenElements =
  'script, style, link, meta, base, iframe, frame, object, embed, applet, svg, math, form, video, audio, marquee, template';

const pointerEvents = ['mouseover', 'mousemove', 'mousedown', 'mouseup', 'dblclick', 'contextmenu', 'focusin', 'blur'];

/**
 * Inserts the texts where nothing holds script back, as HTML in a page without any policy; resolves when so many of
 * them have run script.
 */
export async function untilScriptsRun(page: Page, texts: readonly string[], wanted: number): Promise<void> {
  const fired = new Set<number>();
  await page.exposeFunction('sawScript', (id: number) => fired.add(id));
  await page.addInitScript(markFrames);
  await page.route(controlAddress, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(controlAddress);
  await page.unroute(controlAddress);
  await page.context().setOffline(true);
  await page.evaluate(insertAsHtml, texts);
  await expect.poll(() => fired.size).toBeGreaterThanOrEqual(wanted);
}

const controlAddress = 'http://control.invalid/';

/** In each frame: a script that shows itself is counted for the text that the frame was made for. */
function markFrames(): void {
  const report = () => {
    let frame: Window & { hostileText?: number } = window;
    while (frame.hostileText === undefined && frame !== frame.parent) frame = frame.parent;
    (window.top as unknown as { sawScript(id?: number): void }).sawScript(frame.hostileText);
  };
  for (const name of ['alert', 'confirm', 'prompt', 'print'] as const) {
    Object.defineProperty(window, name, { value: report, configurable: true });
  }
}

function insertAsHtml(texts: readonly string[]): void {
  const events = ['mouseover', 'mouseenter', 'mousemove', 'mousedown', 'mouseup', 'dblclick', 'contextmenu', 'focusin'];
  const more = [
    'focus',
    'blur',
    'keydown',
    'keyup',
    'copy',
    'paste',
    'input',
    'dragenter',
    'drop',
    'toggle',
    'auxclick',
  ];
  const frames = texts.map((text, index) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
    document.body.append(frame);
    const view = frame.contentWindow as Window & { hostileText?: number };
    view.hostileText = index;
    view.document.body.innerHTML = text;
    return frame;
  });
  for (const frame of frames) {
    for (const element of frame.contentDocument?.body.querySelectorAll<HTMLElement>('*') ?? []) {
      for (const type of [...events, ...more]) element.dispatchEvent(new Event(type, { bubbles: type !== 'focus' }));
      if (typeof element.click === 'function') element.click();
    }
  }
}
