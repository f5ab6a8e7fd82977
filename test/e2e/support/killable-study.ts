import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import { restoreLog } from '../../../src/core/model/log/restore-log.ts';
import { type SpawnedChromium, spawnChromium } from './browser.ts';
import { printSaved, studyInPage } from './study-in-page.ts';
import { untilSaved } from './until-saved.ts';

/** The built app in a browser that can be killed. */
export interface Study {
  readonly browser: SpawnedChromium;
  readonly page: Page;
  /** How far each log was shown as saved: entries 1 to that number are to survive. */
  readonly saved: Map<string, number>;
  /** Places (`log:n`) that IndexedDB held before the app was opened. */
  readonly inDatabase: ReadonlySet<string>;
}

export interface StudyOptions {
  readonly origin: string;
  readonly profile: string;
  /** Where the app is opened; Today unless said otherwise. */
  readonly path?: string;
  /** Whether the second store can be opened. */
  readonly hasMirror?: boolean;
}

export async function openStudy(options: StudyOptions): Promise<Study> {
  const { origin, profile, path = '/', hasMirror = true } = options;
  const browser = await spawnChromium(profile);
  const context = browser.browser.contexts()[0]!;
  if (!hasMirror) await context.addInitScript(refuseWorkers);
  await context.addInitScript(printSaved);
  const page = context.pages()[0] ?? (await context.newPage());
  const saved = new Map<string, number>();
  watchSaved(page, saved);
  await page.route(`${origin}/look.html`, (route) => route.fulfill({ contentType: 'text/html', body: 'look' }));
  await page.goto(`${origin}/look.html`);
  // The first opening of a damaged database may fail and the second one find it repaired.
  const look = () => page.evaluate(placesInDatabase);
  const inDatabase = new Set(await look().catch(look));
  await page.goto(`${origin}${path}`);
  return { browser, page, saved, inDatabase };
}

/** The second store is written by a worker: without one, the database is alone. */
function refuseWorkers(): void {
  Object.defineProperty(window, 'Worker', {
    value: function Worker() {
      throw new Error('No workers in this test');
    },
  });
}

/** Looks without the app, so that its report can be held against this. Rejects when nothing can be opened. */
async function placesInDatabase(): Promise<string[]> {
  const exists = (await indexedDB.databases()).some(({ name }) => name === 'sveska');
  if (!exists) return [];
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('sveska'));
  const hasRows = database.objectStoreNames.contains('rows');
  const keys = hasRows ? await settled(database.transaction('rows').objectStore('rows').getAllKeys()) : [];
  database.close();
  return keys.map((key) => (key as [string, number]).join(':'));
}

function watchSaved(page: Page, saved: Map<string, number>): void {
  page.on('console', (message) => {
    const [, log = '', n = '0'] = /^saved (\S+):(\d+)$/.exec(message.text()) ?? [];
    if (log !== '') saved.set(log, Math.max(saved.get(log) ?? 0, Number(n)));
  });
}

/** Begins to study; a killed browser never reaches the end. */
export function beginStudy(page: Page, answers: number): Promise<void> {
  return page.evaluate(studyInPage, answers);
}

/**
 * Resolves when the next answer is rated and begins to be stored, or is shown as saved. Where that does not come, it
 * rejects with what the page shows instead.
 */
export async function untilPrinted(page: Page, what: 'rated' | 'saved'): Promise<void> {
  try {
    await page.waitForEvent('console', (message) => message.text().startsWith(what));
  } catch (cause) {
    const shown = await page.evaluate(() => `${document.readyState}, ${document.body.innerText}`).catch(String);
    throw new Error(`No "${what}" was printed. The page: ${shown}`, { cause });
  }
}

/** Studies until so many answers are rated and everything is shown as saved. */
export async function studySome(study: Study, answers: number): Promise<void> {
  await beginStudy(study.page, answers);
  await untilSaved(study.page);
}

/** What Today says about the record: entries put back, entries missing. */
export async function readNotices(page: Page): Promise<{ readonly restored: boolean; readonly missing: boolean }> {
  // A first run goes on where it began, on a quick machine before Today was ever shown.
  await page.locator('.today, .first-visit').waitFor();
  await page.locator('#today-set, .session .card').first().waitFor();
  const isShown = async (name: string) => (await page.getByRole('region', { name }).count()) > 0;
  return { restored: await isShown('Answers were put back'), missing: await isShown('Answers are missing') };
}

/** The record as the app exports it: Settings, "Back up now". */
export async function readBackup(page: Page): Promise<readonly LogEntry[]> {
  if (new URL(page.url()).pathname !== '/settings') await page.goto(new URL('/settings', page.url()).href);
  await page.getByText('in use').first().waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up now' }).click();
  // A browser that was connected to may be on another machine, and gives no path.
  const file = join(freshProfile(), 'backup.jsonl');
  await (await download).saveAs(file);
  return restoreLog(readFileSync(file, 'utf8')).entries;
}

export function freshProfile(): string {
  return mkdtempSync(join(tmpdir(), 'sveska-profile-'));
}

/** A second profile as the first one was left; its browser must be closed. */
export function copyOf(profile: string): string {
  const copy = freshProfile();
  cpSync(profile, copy, { recursive: true });
  return copy;
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Every place up to the last of each log. */
export function placesOf(saved: ReadonlyMap<string, number>): string[] {
  return [...saved].flatMap(([log, last]) => Array.from({ length: last }, (_, n) => `${log}:${n + 1}`));
}

/** Places that were shown as saved and are not among the entries. */
export function lostOf(saved: ReadonlyMap<string, number>, entries: readonly LogEntry[]): string[] {
  const found = new Set(entries.map(({ log, n }) => `${log}:${n}`));
  return placesOf(saved).filter((place) => !found.has(place));
}
