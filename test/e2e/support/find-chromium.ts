import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright';

/** A Chromium to test with, and what its process needs in its environment. */
export interface FoundChromium {
  readonly executablePath: string;
  /** Where it comes from, for the one line that is printed. */
  readonly source: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Arguments for every start. Not those that `@sparticuz/chromium` offers: they switch the web's security off
 * and run everything in one process, so a policy or a crash test under them would prove nothing.
 */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The version is that of the pinned package: an older unpacked binary is never taken for it. */
const packagedVersion = '147.0.0';

/**
 * `CHROMIUM_PATH`, else Playwright's own, else the system's, else the one that came with `npm ci`
 * (`BROWSER_SOURCE=sparticuz` asks for that one at once).
 */
export async function findChromium(): Promise<FoundChromium> {
  if (process.env.BROWSER_SOURCE === 'sparticuz') return packagedChromium();
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted !== undefined) return { executablePath: executable(wanted), source: 'CHROMIUM_PATH', env: {} };
  const own = chromium.executablePath();
  if (own !== '' && existsSync(own)) return { executablePath: own, source: 'playwright', env: {} };
  const system = systemPaths.find((path) => existsSync(path));
  if (system !== undefined) return { executablePath: system, source: 'system', env: {} };
  return packagedChromium();
}

function executable(path: string): string {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    throw new Error(`CHROMIUM_PATH is set, but ${path} cannot be run`);
  }
  return path;
}

async function packagedChromium(): Promise<FoundChromium> {
  const folder = await unpackChromium();
  const executablePath = join(folder, 'chromium');
  const env = { ...librariesFor(executablePath, folder), ...fontsFor(folder) };
  return { executablePath, source: `@sparticuz/chromium ${packagedVersion}`, env };
}

/** Libraries that a bare system lacks; one that can start the browser keeps its own. */
function librariesFor(executablePath: string, folder: string): Readonly<Record<string, string>> {
  const starts = spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status === 0;
  if (starts) return {};
  const packed = readFileSync(join(packageFolder(), 'bin', 'al2023.tar.br'));
  spawnSync('tar', ['-xf', '-', '-C', folder], { input: brotliDecompressSync(packed) });
  return { LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
}

/** Without any font the text would be nothing high; a machine that has fonts keeps its own. */
function fontsFor(folder: string): Readonly<Record<string, string>> {
  return existsSync('/usr/share/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
}

function packageFolder(): string {
  return join(process.cwd(), 'node_modules', '@sparticuz', 'chromium');
}

/** Unpacks into a folder named for the version, by a rename: a second process never runs half a binary. */
async function unpackChromium(): Promise<string> {
  const base = join(process.cwd(), 'node_modules/.cache');
  const folder = join(base, `chromium-${packagedVersion}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  mkdirSync(base, { recursive: true });
  const unpacked = mkdtempSync(join(base, 'unpack-'));
  await withTemporaryFolder(unpacked, async () => {
    const packaged = await import('@sparticuz/chromium');
    await packaged.default.executablePath();
  });
  try {
    renameSync(unpacked, folder);
  } catch {
    rmSync(unpacked, { recursive: true, force: true });
  }
  return folder;
}

/** The package unpacks to the system's temporary folder, which it learns from `TMPDIR`. */
async function withTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
