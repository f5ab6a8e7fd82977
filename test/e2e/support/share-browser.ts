import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { startOptions } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one browser of all journeys listens. */
    readonly browserAddress: string;
  }
}

/** Starts one browser for all journeys; each test opens a context of its own in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({ ...(await startOptions()), host: '127.0.0.1' });
  project.provide('browserAddress', server.wsEndpoint());
  return () => server.close();
}
