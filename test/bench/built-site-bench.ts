import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { mediaTypeOf } from '../../src/tools/media-types.ts';
import { launch } from '../e2e/support/browser.ts';
import { buildApp } from '../e2e/support/build-app.ts';
import { type Bench, boundRow, growthRow, holdsRow, msOf } from './bench.ts';
import { generatePack } from './generate-pack.ts';

const [small, large] = [100, 10_000] as const;

/**
 * What a question adds to the built site beside the deck's own files (index, shards, search) and the list of them in the
 * service worker; and whether a question opens by its address on a host that knows files and `404.html` and nothing else.
 */
export const builtSiteBench: Bench = {
  name: 'built-site',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'sveska-built-'));
    try {
      const fewMs = await buildOf(folder, small);
      const manyMs = await buildOf(folder, large);
      const [few, many] = [sizeOf(join(folder, `app-${small}`)), sizeOf(join(folder, `app-${large}`))];
      const each = (key: 'files' | 'bytes') => (many[key] - few[key]) / (large - small);
      return [
        boundRow('built site: files for a question', 'files', each('files'), 0),
        boundRow('built site: bytes for a question beyond its shard', 'B', each('bytes'), 0),
        holdsRow('built site: a deep link opens on a static host', await opensByAddress(join(folder, `app-${large}`))),
        growthRow('build', { size: small, ours: fewMs }, { size: large, ours: manyMs }),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function buildOf(folder: string, count: number): Promise<number> {
  generatePack(join(folder, `pack-${count}`), count);
  return msOf(() => buildApp(join(folder, `app-${count}`), join(folder, `pack-${count}`)));
}

function sizeOf(root: string): { readonly files: number; readonly bytes: number } {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(bench-.*\.json|sw\.js)/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  return { files: paths.length, bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0) };
}

async function opensByAddress(root: string): Promise<boolean> {
  const { origin, close } = await serveStatically(root);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/q/bench/q-${large - 1}`);
    const card = page.locator('main form.card');
    await card.waitFor({ timeout: 30_000 });
    return (await card.count()) > 0;
  } catch {
    return false;
  } finally {
    await browser.close();
    close();
  }
}

/** A host as plain as there are: a file, the index of a folder, or `404.html`. */
async function serveStatically(root: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = [join(root, pathname), join(root, pathname, 'index.html')].find((path) =>
      statSync(path, { throwIfNoEntry: false })?.isFile(),
    );
    const path = found ?? join(root, '404.html');
    response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': mediaTypeOf(extname(path)) });
    response.end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}
