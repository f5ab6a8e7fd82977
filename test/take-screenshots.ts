import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import { serveApp } from '../src/tools/serve.ts';
import { launch } from './e2e/support/browser.ts';
import { startClock, untilStill } from './e2e/support/journey-clock.ts';
import { restoreWeeks } from './e2e/support/weeks-of-study.ts';

/** `npm run screenshots`: takes the pictures of the README and the manifest anew from the built app. */
const folder = mkdtempSync(join(tmpdir(), 'screenshots-'));
await build({ build: { outDir: folder, emptyOutDir: true }, logLevel: 'silent' });
const site = await serveApp({ root: folder, port: 0 });
const browser = await launch();
const viewport = { width: 1100, height: 940 };
type Scheme = 'light' | 'dark';
const pictures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  feedback: answerFirstCard,
  note: openBlueGreen,
  today: async (page) => {
    await studyForWeeks(page);
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
  progress: async (page) => {
    await studyForWeeks(page);
    await page.getByRole('link', { name: 'Progress', exact: true }).click();
    await page.getByText(/if you keep to 15 min a day/).waitFor();
  },
};
for (const [name, arrive] of Object.entries(pictures)) {
  for (const colorScheme of ['light', 'dark'] as const) await take(name, colorScheme, arrive);
}
await browser.close();
await site.close();
rmSync(folder, { recursive: true });

/** Each picture is of a browser that was never here. */
async function take(name: string, colorScheme: Scheme, arrive: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
  await startClock(context);
  const page = await context.newPage();
  await arrive(page);
  await untilStill(page);
  await page.screenshot({ path: `public/screenshots/${name}-${colorScheme}.png` });
  await context.close();
}

async function openBlueGreen(page: Page): Promise<void> {
  await page.goto(`${site.origin}/notes/aws-ecs/services#blue-green`);
  await page.locator('#blue-green').waitFor();
}

async function answerFirstCard(page: Page): Promise<void> {
  await page.goto(site.origin);
  await page.getByRole('radio', { name: /fixed host port/ }).check();
  await page.getByRole('button', { name: 'Check answer' }).click();
  await page.getByRole('heading', { name: /Correct/ }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
}

/** Six weeks with the pack, three before its exam. */
async function studyForWeeks(page: Page): Promise<void> {
  await page.goto(`${site.origin}/settings`);
  await restoreWeeks(page, { days: 42, newPerDay: 10, sitsExams: true });
  await page.getByLabel('Exam date').fill('2026-12-14');
  await page.getByLabel('Exam date').blur();
}
