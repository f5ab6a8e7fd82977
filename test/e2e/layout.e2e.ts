import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { passGuard } from './support/journey-clock.ts';
import { markCards } from './support/mark-cards.ts';
import { openToday } from './support/open-today.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();

type Reach = (page: Page) => Promise<void>;
const heading: Reach = (page) => page.locator('h1').first().waitFor();

/** Every screen, with what must be done for it to be complete. */
const screens: readonly (readonly [name: string, path: string, reach: Reach])[] = [
  ['first visit', '/', (page) => page.getByRole('radio').first().waitFor()],
  ['Today', '/settings', openToday],
  ['answered card', '/q/aws-ecs/second-copy-does-not-start', answerCard],
  ['typed card', '/q/aws-ecs/typed-host-port-zero', (page) => page.getByRole('textbox').waitFor()],
  ['notes', '/notes', (page) => page.locator('.note-link').first().waitFor()],
  ['note', '/notes/aws-ecs/ports', (page) => page.locator('.inline-question').first().waitFor()],
  ['questions', '/questions?note=aws-ecs/ports', (page) => page.locator('.question-list li').first().waitFor()],
  ['search', '/search?q=port', (page) => page.locator('.search-results').waitFor()],
  ['marked cards', '/q/aws-ecs/second-copy-does-not-start', markCards],
  ['exam', '/exam', (page) => page.locator('.exam-setup').waitFor()],
  ['plan', '/plan', heading],
  ['labs', '/labs', heading],
  ['lab', '/labs/placement', (page) => page.locator('.lab-bar').waitFor()],
  ['progress', '/stats', (page) => page.getByRole('region', { name: 'Is the forecast right?' }).waitFor()],
  ['settings', '/settings', heading],
  ['help', '/help', heading],
  ['keyboard help', '/help/keyboard', heading],
  ['not found', '/nowhere', heading],
];

async function answerCard(page: Page): Promise<void> {
  await page.getByRole('radio').first().check();
  await passGuard(page);
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.locator('.verdict').waitFor();
}

async function open(path: string, reach: Reach, width: number, height: number): Promise<Page> {
  app.allow(/status of 404/);
  const page = await app.open(path, { viewport: { width, height } });
  await reach(page);
  return page;
}

/** What of the page is out of reach: sideways scrolling, controls outside the page, text cut off by its box. */
function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.slice(0, 30)}”`;
    if (document.documentElement.scrollWidth > innerWidth)
      faults.push(`page scrolls to ${document.documentElement.scrollWidth} of ${innerWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (
        element.closest('.visually-hidden, .skip-link, #status, #alert, svg, details:not([open]) > :not(summary)') !==
        null
      )
        continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const isSqueezed = element.matches('p, li, dd') && box.width < 48 && box.height > 120;
      if (isSqueezed) faults.push(`squeezed: ${nameOf(element)}`);
      // What is there for screen readers only is cut on purpose, by its class or at this width.
      if (box.width === 0 || style.visibility === 'hidden' || style.clipPath === 'inset(50%)') continue;
      const scrolls =
        element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && style.display !== 'inline';
      if (scrolls && style.overflowX !== 'visible' && !element.matches('[data-2d], input, textarea, html, body'))
        faults.push(`cut: ${nameOf(element)}`);
      const isCutBelow = style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
      if (isCutBelow && !element.matches('[data-2d], input')) faults.push(`cut below: ${nameOf(element)}`);
      const isControl = element.matches('a, button, input, summary, [tabindex="0"]');
      if (isControl && element.closest('[data-2d]') === null && (box.left < -1 || box.right > innerWidth + 1))
        faults.push(`outside: ${nameOf(element)}`);
    }
    for (const element of document.querySelectorAll('[data-2d]')) {
      if (element.getAttribute('tabindex') !== '0' || !element.getAttribute('aria-label'))
        faults.push(`no way to scroll: ${nameOf(element)}`);
    }
    return faults;
  });
}

/** Boxes of what can be pressed, smaller than they may be. A link inside a sentence may be as high as its line. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const small: string[] = [];
    const controls = 'a, button, summary, select, textarea, input, [role=button]';
    const primary = '.button-primary, .rating, .option, .navigation a, .top-link, .action-bar button, .flag-button';
    for (const element of document.querySelectorAll<HTMLElement>(controls)) {
      const target = element.closest('label') ?? element;
      const box = target.getBoundingClientRect();
      if (
        box.width === 0 ||
        element.closest('.skip-link, .visually-hidden, details:not([open]) > :not(summary)') !== null
      )
        continue;
      const isInSentence =
        element.matches('a') &&
        getComputedStyle(element).display === 'inline' &&
        element.closest('p, li, dd, td') !== null;
      const least = target.matches(primary) ? 44 : 24;
      const isLabelled =
        element.id !== '' &&
        document.querySelector(`label[for="${CSS.escape(element.id)}"]`) !== null &&
        element.matches('[type=checkbox], [type=radio]');
      if (isInSentence || (isLabelled && box.height >= 16)) continue;
      if (box.height < least - 0.5 || box.width < 24)
        small.push(
          `${Math.round(box.width)}×${Math.round(box.height)} ${element.className || element.tagName} “${element.textContent?.slice(0, 20)}”`,
        );
    }
    return small;
  });
}

/** Tabs through the page; tells where the focus cannot be seen or is covered. */
async function focusFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return 'end';
      const box = element.getBoundingClientRect();
      const name = `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.slice(0, 30)}”`;
      const style = getComputedStyle(element);
      const label = element.closest('label');
      const holds = [element, label].some(
        (each) =>
          each !== null &&
          getComputedStyle(each).outlineStyle !== 'none' &&
          Number.parseFloat(getComputedStyle(each).outlineWidth) >= 2,
      );
      if (!holds) return `no outline (${style.outlineStyle} ${style.outlineWidth}): ${name}`;
      const xs = [0.5, 0.1, 0.9].map((part) => box.left + box.width * part);
      const ys = [0.5, 0.1, 0.9].map((part) => box.top + box.height * part);
      const isSeen = xs.some((x) =>
        ys.some((y) => {
          const top = document.elementFromPoint(x, y);
          return top !== null && (element.contains(top) || (top.contains(element) && top.matches('label, a, button')));
        }),
      );
      return isSeen ? '' : `covered: ${name}`;
    });
    if (fault === 'end') break;
    if (fault !== '') faults.push(fault);
  }
  return faults;
}

/** The ways in which somebody may see a page; each is set and taken back. */
async function zoomFaults(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  await page.setViewportSize({ width: 320, height: 256 });
  const zoomed = await layoutFaults(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  const large = await layoutFaults(page);
  await page.evaluate(() => {
    document.documentElement.style.removeProperty('font-size');
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets.push(spacing);
  });
  await page.setViewportSize({ width: 360, height: 640 });
  const spaced = await layoutFaults(page);
  await page.evaluate(() => {
    document.adoptedStyleSheets.pop();
    document.documentElement.dir = 'rtl';
  });
  const leftwards = await layoutFaults(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  return {
    'at 320 × 256': zoomed,
    'with text of 200 %': large,
    'with wide spacing': spaced,
    'right to left, narrow': leftwards,
    'right to left, wide': await layoutFaults(page),
  };
}

describe('every screen', () => {
  // Opened once: to bring a screen about takes longer than to look at it.
  it.each(screens)('can be seen, reached and pressed at every size: %s', async (_name, path, reach) => {
    const page = await open(path, reach, 360, 640);
    // 24 px, and 44 for what matters.
    expect.soft(await smallTargets(page), 'small targets on a phone').toEqual([]);
    expect.soft(await layoutFaults(page), 'on a phone').toEqual([]);
    expect.soft(await focusFaults(page), 'focus, narrow').toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
    expect.soft(await layoutFaults(page), 'on a desk').toEqual([]);
    expect.soft(await focusFaults(page), 'focus, wide').toEqual([]);
    for (const [way, faults] of Object.entries(await zoomFaults(page))) expect.soft(faults, way).toEqual([]);
  });
});

describe('a number in Settings', () => {
  it('stands on one line with its unit, and all are as wide, narrow and wide', async () => {
    const page = await open('/settings', heading, 360, 800);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const rows = await page.locator('.number-row').evaluateAll((all) =>
        all.map((row) => {
          const [field, unit] = [...row.children].map((each) => each.getBoundingClientRect());
          if (field === undefined || unit === undefined) return 'no unit';
          const off = (field.top + field.bottom - unit.top - unit.bottom) / 2;
          return Math.abs(off) < 1 ? `${Math.round(field.width)} px` : `${off} px off`;
        }),
      );
      const found = [rows.length, new Set(rows).size, rows[0]];
      expect(found, `${width} px`).toEqual([4, 1, expect.stringMatching(/^\d+ px$/)]);
    }
  });
});

describe('the way back to a card', () => {
  it('begins where the text of the note does, at every width', async () => {
    const page = await open('/q/aws-ecs/second-copy-does-not-start', answerCard, 360, 800);
    await page.locator('.from-notes a').first().click();
    await page.locator('.note-page h1').waitFor();
    for (const width of [360, 768, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const [back, text] = await Promise.all(
        ['.back-to-card a', '.note-page h1'].map((each) =>
          page.locator(each).evaluate((box) => box.getBoundingClientRect().left),
        ),
      );
      expect(Math.abs((back ?? 0) - (text ?? 0)), `${width} px`).toBeLessThan(1);
    }
  });
});

describe('without colours of its own', () => {
  it('right and wrong differ by word and border, and the current place by its border', async () => {
    const page = await open('/q/aws-ecs/second-copy-does-not-start', heading, 1280, 800);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.getByRole('radio').first().waitFor();
    await answerCard(page);
    await page.getByRole('button', { name: 'Show all explanations' }).click();
    const looks = await page
      .locator('.option-answered')
      .evaluateAll((all) =>
        all.map(
          (option) =>
            `${option.querySelector('.option-state')?.textContent?.trim() ?? ''} ${getComputedStyle(option).borderTopStyle}`,
        ),
      );
    expect(looks.some((look) => /Correct/.test(look))).toBe(true);
    expect(new Set(looks).size).toBeGreaterThan(1);
    await page.goto('/notes');
    const here = page.locator('.navigation a[aria-current=page]');
    await here.waitFor();
    expect(await here.evaluate((link) => getComputedStyle(link).borderTopWidth)).toBe('2px');
  });
});

describe('with less motion', () => {
  it('nothing moves after any action', async () => {
    const page = await open('/', (each) => each.getByRole('radio').first().waitFor(), 1280, 800);
    const duration = () =>
      page
        .locator('.option')
        .first()
        .evaluate((option) => getComputedStyle(option).transitionDuration);
    expect(await duration()).not.toBe('0s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await duration()).toBe('0s');
    const running = () => page.evaluate(() => document.getAnimations().length);
    const actions: readonly (() => Promise<void>)[] = [
      () => page.locator('.option').first().hover(),
      () => page.getByRole('radio').first().check(),
      () => passGuard(page),
      () => page.getByRole('button', { name: 'Check answer' }).click(),
      () => passGuard(page),
      () => page.getByRole('button', { name: /^(Continue|Good)/ }).click(),
      () => page.getByRole('link', { name: 'Notes', exact: true }).click(),
    ];
    for (const action of actions) {
      await action();
      expect(await running()).toBe(0);
    }
  });
});
