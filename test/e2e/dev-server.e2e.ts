import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, patienceMs } from './support/browser.ts';

/** The project's own dev server on a copy of the project, so that a test may save over its files; without the tests. */
let copy = '';
let server: ChildProcess;
let origin = '';
let browser: Browser;
const pack = () => join(copy, 'content/aws-ecs/questions/ports.md');
/** Where the author's editor notes what it is told to open. */
const opened = () => join(copy, 'opened.txt');
const prompt = 'A web application runs as an ECS task';

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'sveska-dev-'));
  const paths = ['src', 'content', 'public', 'index.html', 'package.json', 'vite.config.ts', 'tsconfig.json'];
  for (const path of paths) cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'editor.sh'), `#!/bin/sh\nbasename "$1" >> '${opened()}'\n`, { mode: 0o755 });
  const { VITEST: _vitest, NODE_ENV: _mode, ...env } = process.env;
  server = spawn(process.execPath, [resolve('node_modules/vite/bin/vite.js'), '--port', '0', '--host', '127.0.0.1'], {
    cwd: copy,
    env: { ...env, NO_COLOR: '1', LAUNCH_EDITOR: join(copy, 'editor.sh') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  origin = await addressOf(server);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(copy, { recursive: true, force: true });
});

describe('saving a pack file while the app runs', () => {
  it('changes the card on screen and keeps the page', async () => {
    const page = await openToday();
    save(pack(), (text) => text.replace(prompt, 'A saved change runs as an ECS task'));
    await page.locator('p').getByText('A saved change runs as an ECS task').waitFor();
    expect(await isSamePage(page)).toBe(true);
    save(pack(), (text) => text.replace('A saved change runs as an ECS task', prompt));
    await page.locator('p').getByText(prompt).waitFor();
    await page.close();
  });

  it('shows complaints over the page, keeps the last good deck, and takes them away again', async () => {
    const page = await openToday();
    const before = readFileSync(pack(), 'utf8');
    save(pack(), (text) => `${text}\n## Twice {#second-copy-does-not-start}\n\nAgain?\n\n---\n\nYes.\n`);
    const overlay = page.locator('vite-error-overlay');
    await overlay.waitFor();
    expect(await overlay.locator('.message-body').innerText()).toMatch(/ports\.md:\d+:\d+ +error +E110/);
    expect(await page.locator('p').getByText(prompt).count()).toBe(1);
    save(pack(), () => before);
    await overlay.waitFor({ state: 'detached' });
    expect(await isSamePage(page)).toBe(true);
    await page.close();
  });
});

describe('complaints over the page', () => {
  it('stand in red when they are errors, and below them in grey when they are advice', async () => {
    const page = await openToday();
    const before = readFileSync(pack(), 'utf8');
    save(
      pack(),
      (text) => `${text}\n## Advice {#advice source=https://e.com}\n\nWhich option is *not* so?\n\n- [ ] x\n- [ ] y\n`,
    );
    const overlay = page.locator('vite-error-overlay');
    await overlay.waitFor();
    const codesIn = async (part: string) => (await overlay.locator(part).innerText()).match(/[EW]\d{3}/g);
    expect([await codesIn('.message-body'), await codesIn('.stack')]).toEqual([['E120'], ['W201', 'W201']]);
    await overlay.locator('.file-link').first().click();
    await expect.poll(() => existsSync(opened()) && readFileSync(opened(), 'utf8')).toBe('ports.md\n');
    rmSync(opened());
    const linked = await overlay.locator('.file-link').allInnerTexts();
    expect(linked.map((place) => /[^/]+:\d+:\d+$/.exec(place)?.[0].split(':')[0])).toEqual(Array(3).fill('ports.md'));
    save(pack(), () => before);
    await overlay.waitFor({ state: 'detached' });
    await page.close();
  });
});

describe('the words over the page', () => {
  it('are for authors: a link to each error, no mark without its line, nothing of the server’s options', async () => {
    const page = await openToday();
    const before = readFileSync(pack(), 'utf8');
    save(pack(), (text) => `${text}\n## One {#second-copy-does-not-start}\n\n-[ ] x\n\n## Two {#ONE}\n\nWhy?\n`);
    const overlay = page.locator('vite-error-overlay');
    await overlay.waitFor();
    const errors = (await overlay.locator('.message-body').innerText()).match(/\berror +E\d{3}/g) ?? [];
    const shown = await overlay.locator('.window').innerText();
    expect(errors.length).toBeGreaterThan(1);
    expect(await overlay.locator('.file .file-link').count()).toBe(errors.length);
    expect(shown).not.toMatch(/\^|server\.hmr|vite\.config|plugin:/);
    expect(shown).toContain('Press Esc to see the page.');
    save(pack(), () => before);
    await overlay.waitFor({ state: 'detached' });
    await page.close();
  });
});

describe('a pack that comes and goes', () => {
  it('is served while it is there, and no longer', async () => {
    const page = await openToday();
    const folder = join(copy, 'content/second');
    const titles = async () => {
      const source = await (await fetch(`${origin}@id/__x00__virtual:sveska-packs`)).text();
      return Array.from(source.matchAll(/@sveska\/[\w.-]+/g), ([path]) => path);
    };
    const before = await titles();
    cpSync(join(copy, 'content/aws-ecs'), folder, { recursive: true });
    rmSync(join(folder, 'ids.lock'));
    save(join(folder, 'pack.yaml'), (text) => text.replace('id: aws-ecs', 'id: second').replace(/^first:.*\n/m, ''));
    await expect.poll(async () => (await titles()).length, { timeout: patienceMs }).toBeGreaterThan(before.length);
    const added = (await titles()).filter((path) => !before.includes(path));
    rmSync(folder, { recursive: true });
    await expect.poll(titles, { timeout: patienceMs }).toEqual(before);
    const answers = await Promise.all(added.map(async (path) => (await fetch(`${origin}${path}`)).status));
    expect(new Set(answers)).toEqual(new Set([404]));
    await page.close();
  });
});

describe('a file in the author’s editor', () => {
  it('is opened by the app’s own page, and by no other', async () => {
    const page = await browser.newPage();
    const foreign = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('page'));
    await new Promise<void>((listening) => foreign.listen(0, '127.0.0.1', listening));
    for (const host of ['localhost', '127.0.0.1']) {
      await page.goto(`http://${host}:${(foreign.address() as AddressInfo).port}/`);
      await page.evaluate(async (address) => {
        await fetch(address, { mode: 'no-cors' }).catch(() => null);
        const picture = new Image();
        await new Promise((over) => {
          picture.onerror = over;
          picture.src = address;
        });
      }, `${origin}__open-in-editor?file=index.html`);
      await page.goto(`${origin}__open-in-editor?file=vite.config.ts`);
    }
    foreign.close();
    await page.goto(origin);
    await page.evaluate(() => fetch('/__open-in-editor?file=package.json'));
    await expect.poll(() => existsSync(opened()) && readFileSync(opened(), 'utf8')).toBe('package.json\n');
    await page.close();
  });
});

async function openToday(): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto(origin);
  await page.locator('p').getByText(prompt).waitFor();
  await page.evaluate(() => {
    document.documentElement.dataset.opened = 'once';
  });
  return page;
}

function isSamePage(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.dataset.opened === 'once');
}

function save(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (before === after) throw new Error('Inconsistent: the test changes nothing');
  writeFileSync(path, after);
}

function addressOf(process: ChildProcess): Promise<string> {
  return new Promise((found, reject) => {
    let output = '';
    process.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (address !== undefined) found(address);
    });
    process.once('exit', (code) => reject(new Error(`The dev server ended with ${code}.\n${output}`)));
  });
}
