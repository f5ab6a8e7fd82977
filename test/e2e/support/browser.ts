import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright';
import { chromiumArguments, type FoundChromium, findChromium } from './find-chromium.ts';

let found: Promise<FoundChromium> | undefined;

/** The browser of this run; which one it is, is printed once. */
function foundChromium(): Promise<FoundChromium> {
  found ??= findChromium().then((browser) => {
    console.log(`Chromium: ${browser.executablePath} (${browser.source})`);
    return browser;
  });
  return found;
}

/** Far beyond what anything takes: a busy machine must not make a test fail. */
export const patienceMs = 120_000;

/** How every browser of a run is started, except for what a test adds. */
export async function startOptions(extraArguments: readonly string[] = []) {
  const { executablePath, env } = await foundChromium();
  const args = [...chromiumArguments, ...extraArguments];
  return { executablePath, args, env: environment(env), timeout: patienceMs };
}

/** A headless browser without a profile. */
export async function launch(extraArguments: readonly string[] = []): Promise<Browser> {
  return chromium.launch(await startOptions(extraArguments));
}

/** A headless browser on a profile folder that outlives it. */
export async function launchPersistent(
  profile: string,
  options: BrowserContextOptions = {},
  extraArguments: readonly string[] = [],
): Promise<BrowserContext> {
  const all = { ...options, ...(await startOptions(extraArguments)) };
  const context = await chromium.launchPersistentContext(profile, all);
  context.setDefaultTimeout(patienceMs);
  return context;
}

/** A browser that can be killed like one whose power fails. */
export interface SpawnedChromium {
  readonly browser: Browser;
  /** SIGKILL to the whole process group; resolves when no process of it is left. */
  kill(): Promise<void>;
  /** Ends it in good order. */
  close(): Promise<void>;
}

/** Starts a browser in a process group of its own on a profile folder, driven over its debugging port. */
export async function spawnChromium(profile: string, extraArguments: readonly string[] = []): Promise<SpawnedChromium> {
  const { executablePath, args, env } = await startOptions(extraArguments);
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(executablePath, [...args, ...own], { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env });
  const browser = await chromium.connectOverCDP(await debuggingAddress(child), { timeout: patienceMs });
  for (const context of browser.contexts()) context.setDefaultTimeout(patienceMs);
  return {
    browser,
    kill: () => killGroup(child),
    async close() {
      await browser
        .newBrowserCDPSession()
        .then((session) => session.send('Browser.close'))
        .catch(() => undefined);
      await Promise.race([new Promise((resolve) => child.once('exit', resolve)), sleep(patienceMs)]);
      await killGroup(child);
    },
  };
}

function environment(extra: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(own), ...extra };
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) =>
      reject(new Error(`Chromium ended with ${code} before it could be driven.\n${output}`)),
    );
  });
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const exited = child.exitCode !== null || child.signalCode !== null ? null : once(child, 'exit');
  signal(-child.pid, 'SIGKILL');
  await exited;
  // Where nobody collects the dead, the group stays; all of it was killed above.
  for (let tries = 0; tries < 300 && signal(-child.pid, 'SIGKILL'); tries++) await sleep(10);
}

/** Whether there was anything left to signal. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}
