import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtApp } from './support/built-app.ts';
import { expectNoViolations } from './support/check-axe.ts';
import { servedApp } from './support/serve-app.ts';

const app = servedApp();

describe('the built app under its policy', () => {
  it.each([
    '/',
    '/notes',
    '/notes/aws-ecs/ports#dynamic-ports',
    '/notes/ports#dynamic-ports',
    '/q/aws-ecs/second-copy-does-not-start',
    '/review',
    '/search?q=port',
    '/marked',
    '/questions?state=due',
    '/settings',
    '/help',
    '/help/keyboard',
  ])('%s opens with status 200 and breaks no rule', async (path) => {
    const page = await app.open(undefined, { serviceWorkers: 'allow' });
    const response = await page.goto(path);
    await page.locator('h1').first().waitFor();
    expect(response?.status()).toBe(200);
  });

  it('an unknown path says so, with status 404', async () => {
    const page = await app.open();
    app.allow(/Failed to load resource.*404/);
    const response = await page.goto('/nowhere/at/all');
    await page.locator('h1').first().waitFor();
    expect(response?.status()).toBe(404);
  });

  it.each([
    ['/q/aws-ecs/second-copy-does-not-start', '.card .prompt'],
    ['/notes/aws-ecs/ports', '.inline-question'],
  ])('%s opens with the page for unknown paths, on a host that knows nothing else', async (path, shown) => {
    const page = await app.open();
    app.allow(/status of 404/);
    const body = readFileSync(join(builtApp, '404.html'));
    await page.route(`**${path}`, (route) => route.fulfill({ status: 404, contentType: 'text/html', body }));
    const response = await page.goto(path);
    await page.locator(shown).first().waitFor();
    expect(response?.status()).toBe(404);
  });

  it('the style sheet is in the page and applies', async () => {
    const page = await app.open('/');
    const sheets = await page.locator('link[rel=stylesheet]').count();
    const hidden = await page.locator('#status').evaluate((region) => getComputedStyle(region).position);
    expect([sheets, hidden]).toEqual([0, 'absolute']);
  });
});

describe('the watch over every journey sees', () => {
  it('an inline script that the policy refuses', async () => {
    const page = await app.open('/');
    app.allow(/policy violation|TrustedScript|Content Security Policy/);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('document.title = "ran"');
      document.body.append(script);
      return document.title === 'ran';
    });
    expect(ran).toBe(false);
    await expect.poll(() => app.problems().some((problem) => problem.includes('policy violation'))).toBe(true);
  });

  it('a string that would become HTML', async () => {
    const page = await app.open('/');
    app.allow(/policy violation|trusted|Trusted/);
    const outcome = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<b>bold</b>');
        return 'inserted';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect([outcome, app.problems().length > 0]).toEqual(['TypeError', true]);
  });

  it('a control without a name, and text that is too pale', async () => {
    const page = await app.open('/help');
    await page.locator('h1').waitFor();
    await expectNoViolations(page, 'as it is');
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    await expect(expectNoViolations(page, 'nameless')).rejects.toThrow(/button-name/);
    await page.evaluate(() => document.querySelector('main button')?.replaceWith('pale words'));
    await page.locator('main').evaluate((main) => main.style.setProperty('color', 'rgb(200 200 200)'));
    for (const rules of ['all', 'colours'] as const)
      await expect(expectNoViolations(page, 'pale', rules)).rejects.toThrow(/color-contrast/);
  });

  it('a request to another origin, which does not get out', async () => {
    const page = await app.open('/');
    app.allow(/127\.0\.0\.1:9|Content Security Policy|policy violation: connect-src/);
    const outcome = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect([outcome, app.problems().some((problem) => problem.includes('connect-src'))]).toEqual(['refused', true]);
  });
});
