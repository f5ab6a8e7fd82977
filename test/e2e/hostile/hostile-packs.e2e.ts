import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Deck } from '../../../src/core/model/deck.ts';
import { type ShippedDeck, shipDeck } from '../../../src/tools/ship-deck.ts';
import { builtApp } from '../support/built-app.ts';
import { fillAtOnce } from '../support/fill-at-once.ts';
import { passGuard } from '../support/journey-clock.ts';
import { servedApp } from '../support/serve-app.ts';
import { visit } from '../support/visit.ts';
import { type CompiledPacks, compileAll, hostilePacks, joinDecks } from './hostile-deck.ts';
import { pokeAll, readHostileTexts, reportScripts, untilScriptsRun } from './hostile-page.ts';

const app = servedApp();
const { texts, live, hasCorpus } = readHostileTexts();

let compiled: CompiledPacks;
let deck: Deck;
let shipped: ShippedDeck;
beforeAll(() => {
  compiled = compileAll(hostilePacks(texts));
  deck = joinDecks(compiled.decks);
  shipped = shipDeck(deck, [], '/assets/hostile/');
});

describe('the hostile texts', () => {
  it('run script as HTML in a page without a policy, so the journeys below could see it', async () => {
    const page = await app.open();
    app.allow(/.*/);
    await untilScriptsRun(page, live, hasCorpus ? 300 : 20);
  });

  it('each place takes a harmless text, so what is refused is refused for what it says', () => {
    const { refused } = compileAll(hostilePacks(['https://example.com/word']));
    expect(refused.map(({ pack }) => pack.place)).toEqual(['image in a note']);
  });

  it('each compiles or is refused with a complaint that says where, why and how to mend it', () => {
    const { decks, refused } = compiled;
    console.log(`${decks.length} hostile packs compile, ${refused.length} are refused`);
    const mute = refused.filter(({ diagnostics }) => !diagnostics.some((each) => each.severity === 'error'));
    const vague = refused.filter(({ diagnostics }) =>
      diagnostics.some(({ file, line, message, fix }) => file === '' || line < 1 || message === '' || fix === ''),
    );
    expect([mute, vague]).toEqual([[], []]);
    expect(Math.min(decks.length, refused.length)).toBeGreaterThan(texts.length);
  });
});

describe('what compiles of a hostile pack is text and nothing else', () => {
  it('in the notes', async () => {
    const page = await openHostileApp();
    for (const note of deck.notes.filter(({ id }) => id.startsWith('hostile-'))) {
      await visit(page, `/notes/${deck.pack.id}/${note.id}`, '.note-body');
      expect(await page.locator('.note-body > section').count()).toBe(note.sections.length);
      expect(await pokeAll(page, '.note-body')).toEqual([]);
      expect(await page.locator('.note-body').count()).toBe(1);
    }
  });

  it('in the list of notes', async () => {
    const page = await openHostileApp();
    await page.goto('/notes');
    await page.locator('.note-list li').first().waitFor();
    expect(await page.locator('.note-list li').count()).toBe(deck.notes.length);
    expect(await pokeAll(page, '.column > section > p, .note-list h2, .note-list p')).toEqual([]);
  });

  it('on cards, asked and answered', async () => {
    const page = await openHostileApp();
    for (const { id } of deck.questions.filter((question) => question.id.startsWith('aws-ecs/hostile-'))) {
      await visit(page, `/q/${id}`, '.card .prompt');
      expect(await pokeAll(page, '.prompt, .option-text')).toEqual([]);
      await answer(page);
      expect(await pokeAll(page, '.prompt, .feedback')).toEqual([]);
      expect(await page.locator('.card .verdict').count()).toBe(1);
    }
  });

  it('in search, by what is found and by what is asked', async () => {
    const page = await openHostileApp();
    await page.goto('/search');
    for (const words of [
      'alert',
      'javascript',
      'onerror',
      ...texts.slice(0, 60).map((text) => text.replace(/\n/g, ' ')),
    ]) {
      await page.getByRole('searchbox').fill(words);
      await page.keyboard.press('Enter');
      await page.waitForFunction((wanted) => new URL(location.href).searchParams.get('q') === wanted, words.trim());
      expect(await pokeAll(page, '.search-results p, .column > p:last-child')).toEqual([]);
    }
    expect(await page.locator('h1').innerText()).toBe('Search');
  });
});

describe('what a learner writes is text and nothing else', () => {
  it('in the note on a card', async () => {
    const page = await openHostileApp();
    // A picture of our own address is asked for once it comes near; there is none.
    app.allow(/status of 404 .*\/script\)/);
    await page.goto('/q/aws-ecs/titled-0');
    await page.locator('.card .prompt').waitFor();
    await answer(page);
    for (let from = 0; from < texts.length; from += textsOfNote) {
      const some = texts.slice(from, from + textsOfNote);
      await page.getByRole('button', { name: /^(Write a note on this card|Change your note)$/ }).click();
      await fillAtOnce(page.getByRole('textbox', { name: /Your note/ }), some.map(quoted).join('\n\n***\n\n'));
      await page.getByRole('button', { name: 'Save note' }).click();
      await page.locator('.own-note-text > blockquote').first().waitFor();
      expect(await page.locator('.own-note-text > :is(blockquote, .callout)').count()).toBe(some.length);
      expect(await pokeAll(page, '.own-note-text')).toEqual([]);
    }
    expect(await page.locator('.card .verdict').count()).toBe(1);
  });

  it('in the address of the page', async () => {
    const page = await app.open();
    await reportScripts(page.context());
    app.allow(/Failed to load resource.*404/);
    for (const text of texts.slice(0, 12)) {
      await page.goto(`/q/aws-ecs/${encodeURIComponent(text)}#${encodeURIComponent(text)}`);
      await page.getByRole('heading', { name: 'Nothing is here' }).waitFor();
      expect(await pokeAll(page, 'main > .column > p')).toEqual([]);
    }
  });
});

/** The built app, whose pack is answered for with the hostile one. */
async function openHostileApp(): Promise<Page> {
  const page = await app.open();
  await reportScripts(page.context());
  // The server knows the pages of the real pack; the app draws the others all the same.
  app.allow(/status of 404 .*\/(notes|q)\//);
  const files = new Map(shipped.files.map(({ name, content }) => [`/assets/hostile/${name}`, content as string]));
  const index = readdirSync(join(builtApp, 'assets')).find((name) => /^aws-ecs-index-\w+\.json$/.test(name));
  files.set(`/assets/${index}`, files.get(shipped.entry.index) as string);
  await page.route('**/assets/**', (route) => {
    const body = files.get(new URL(route.request().url()).pathname);
    return body === undefined ? route.continue() : route.fulfill({ contentType: 'application/json', body });
  });
  return page;
}

async function answer(page: Page): Promise<void> {
  await passGuard(page);
  const boxes = page.locator('.options input');
  if ((await boxes.count()) > 0) {
    await page.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLInputElement>('.options input')) box.click();
    });
  }
  await page
    .getByRole('button', { name: /^(Show|Check) answer$/ })
    .first()
    .click();
  await page.locator('.verdict').waitFor();
}

const textsOfNote = 120;

/** In a quotation of its own, so that what one text opens does not swallow the next. */
function quoted(text: string, index: number): string {
  const lines = [text, '', `[press](${text})`, '', `![seen][t${index}]`, '', `[t${index}]: ${text}`];
  return lines
    .join('\n')
    .split(/\r\n|\n|\r/)
    .map((line) => `> ${line}`)
    .join('\n');
}
