import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type RunningServer, serveApp } from '../../../src/tools/serve.ts';
import { patienceMs } from './browser.ts';
import { builtApp } from './built-app.ts';
import { fixChance, journeyDraws } from './journey-chance.ts';
import { startClock } from './journey-clock.ts';
import './share-browser.ts';

/** The built app, served with its real headers to the tests of one file. */
export interface ServedApp {
  /** `http://127.0.0.1:…`; known once the file's `beforeAll` has run. */
  readonly origin: string;
  /**
   * A page in a context of its own, watched, with a clock that can be put forward; `path` is opened when it is given.
   * The app draws its chance from `draws`, else from the seed of the run. Without a service worker, which fetches all
   * that was built, unless the options allow it.
   */
  open(path?: string, options?: BrowserContextOptions, draws?: readonly number[]): Promise<Page>;
  /** Watches a context that the test made itself. */
  watch(context: BrowserContext): Promise<void>;
  /** In the running test a problem that matches is expected. */
  allow(problem: RegExp): void;
  /** What the running test has met so far. */
  problems(): readonly string[];
}

/**
 * Serves the built app, or that of another folder, to the calling test file, in the browser of all journeys. After each test it fails on anything that
 * should never happen: a policy violation, an error in the console or in a page, a request to another origin.
 */
export function servedApp(root = builtApp): ServedApp {
  let server: RunningServer | undefined;
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  let problems: string[] = [];
  let allowed: RegExp[] = [];

  beforeAll(async () => {
    server = await serveApp({ root, port: 0 });
    browser = await chromium.connect(inject('browserAddress'));
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
    problems = [];
    allowed = [];
    expect(unexpected, 'problems in the browser').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const origin = () => started(server).origin;
  const watch = (context: BrowserContext) => watchContext(context, origin(), (problem) => problems.push(problem));
  return {
    get origin() {
      return origin();
    },
    watch,
    async open(path, options, draws = journeyDraws()) {
      const context = await started(browser).newContext({ baseURL: origin(), serviceWorkers: 'block', ...options });
      contexts.push(context);
      context.setDefaultTimeout(patienceMs);
      await startClock(context);
      await fixChance(context, draws);
      await watch(context);
      const page = await context.newPage();
      if (path !== undefined) await page.goto(path);
      return page;
    },
    allow: (problem) => allowed.push(problem),
    problems: () => problems,
  };
}

function started<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('Inconsistent: the served app is used outside a running test');
  return thing;
}

/** Reports what must not happen in any page or worker of a context. */
export async function watchContext(
  context: BrowserContext,
  origin: string,
  report: (problem: string) => void,
): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') report(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => report(`page error: ${webError.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    const isLocal = asked === origin || ['data:', 'blob:', 'about:'].includes(protocol);
    if (!isLocal) report(`request to another origin: ${request.url()}`);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}
