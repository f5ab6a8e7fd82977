import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { request as startRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveApp } from '../../src/tools/serve.ts';

const page = '<!doctype html><style>p{color:red}</style><p>The app</p>';
const script = 'export const answer = 42;'.repeat(100);
const styleHash = "'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='";

const picture = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const inert = "default-src 'none'; sandbox";

let root = '';
let outside = '';
let server: RunningServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'sveska-serve-'));
  write('index.html', page);
  write('notes/index.html', page);
  write('404.html', `${page}<p>Not here</p>`);
  write('assets/app-1.js', script);
  write('assets/app-1.js.br', brotliCompressSync(script));
  write('workers/log-1.js', script);
  write('sw.js', script);
  write('icon.svg', picture);
  write('assets/demo-media-a-1.svg', picture);
  write('assets/demo-index-1.json', '{}');
  write('manifest.webmanifest', '{}');
  write('_headers', '/');
  write('_redirects', '/');
  outside = mkdtempSync(join(tmpdir(), 'sveska-outside-'));
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  symlinkSync(join(outside, 'secret.txt'), join(root, 'assets/link.txt'));
  symlinkSync(outside, join(root, 'assets/folder'));
  write('assets/later.txt', 'built');
  server = await serveApp({ root, port: 0 });
});
afterAll(async () => {
  await server.close();
  for (const folder of [root, outside]) rmSync(folder, { recursive: true, force: true });
});

describe('serveApp', () => {
  it.each(['/', '/notes', '/notes/', '/notes/ports', '/notes/demo/ports/', '/q/demo/one', '/q/demo/one?a=b'])(
    'answers the known route %s with the app',
    async (path) => {
      const response = await ask(path, { accept: 'text/html' });
      expect([response.status, await response.text()]).toEqual([200, page]);
    },
  );

  it.each(['/nowhere', '/q', '/q/demo', '/q/demo/one/two', '/notes/a/b/c'])(
    'answers the unknown route %s with 404 and the app, which says so itself',
    async (path) => {
      const response = await ask(path, { accept: 'text/html' });
      expect([response.status, await response.text()]).toEqual([404, `${page}<p>Not here</p>`]);
    },
  );

  it('answers a missing asset with 404 and never with a page', async () => {
    const response = await ask('/assets/gone.js', { accept: 'text/html,*/*' });
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
  });

  it.each(['/../serve.ts', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fetc/passwd'])(
    'gives no file outside for %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('sends what was compressed at build time', async () => {
    const response = await ask('/assets/app-1.js', { 'accept-encoding': 'br' });
    expect([response.headers.get('content-encoding'), await response.text()]).toEqual(['br', script]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('answers nothing but GET and HEAD, and says so: %s', async (method) => {
    const response = await fetch(`${server.origin}/`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers HEAD like GET, without the content', async () => {
    const response = await fetch(`${server.origin}/assets/app-1.js`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      String(script.length),
      '',
    ]);
  });

  it.each(['/assets/link.txt', '/assets/folder/secret.txt'])(
    'does not follow the link %s out of the build',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('does not follow a link that takes the place of a built file', async () => {
    unlinkSync(join(root, 'assets/later.txt'));
    symlinkSync(join(outside, 'secret.txt'), join(root, 'assets/later.txt'));
    expect((await ask('/assets/later.txt')).status).toBe(404);
  });

  it('does not serve what was put there after the build', async () => {
    write('assets/added.js', script);
    expect((await ask('/assets/added.js')).status).toBe(404);
  });

  it.each(['/_headers', '/_redirects', '/assets/app-1.js.br'])(
    'does not serve %s, which is for hosts',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it.each(['bytes=5-2', 'bytes=0-1', 'bytes=-', 'bytes=9999999999-', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=NaN-NaN'])(
    'sends the whole file, whatever the range: %s',
    async (range) => {
      const response = await ask('/assets/app-1.js', { range, 'accept-encoding': 'identity' });
      expect([response.status, await response.text()]).toEqual([200, script]);
    },
  );

  it('says that a file is unchanged', async () => {
    const tag = (await ask('/assets/app-1.js')).headers.get('etag') ?? '';
    expect((await ask('/assets/app-1.js', { 'if-none-match': `"other", ${tag}` })).status).toBe(304);
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '10.0.0.1', 'localhost.evil', '[::2]'])(
    'does not answer for the host "%s"',
    async (host) => {
      expect(await statusFor({ host })).toBe(421);
    },
  );

  it.each(['localhost', 'LOCALHOST:4173', '127.0.0.1:80', '[::1]:4173'])('answers for the host %s', async (host) => {
    expect(await statusFor({ host })).toBe(200);
  });

  it('rejects when the port is taken', async () => {
    const port = Number(new URL(server.origin).port);
    await expect(serveApp({ root, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('says what to do when there is no built app', async () => {
    await expect(serveApp({ root: join(root, 'assets'), port: 0 })).rejects.toThrow('npm run build');
  });
});

describe('the headers', () => {
  it.each(['/', '/notes/ports', '/nowhere'])(
    'of the page %s forbid strings as script and allow its style by hash',
    async (path) => {
      const policy = (await ask(path, { accept: 'text/html' })).headers.get('content-security-policy') ?? '';
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          `style-src 'self' ${styleHash}`,
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          'trusted-types app-url',
        ]),
      );
    },
  );

  it.each(['/workers/log-1.js', '/sw.js'])('of the worker %s are narrower than the page’s', async (path) => {
    const policy = (await ask(path)).headers.get('content-security-policy');
    expect(policy).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
  });

  it.each([
    '/icon.svg',
    '/manifest.webmanifest',
    '/assets/demo-media-a-1.svg',
    '/assets/demo-index-1.json',
    '/assets/app-1.js',
    '/assets/gone.js',
  ])('make %s a document that runs and reads nothing', async (path) => {
    expect((await ask(path)).headers.get('content-security-policy')).toBe(inert);
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/notes/ports', 'text/html; charset=utf-8'],
    ['/nowhere', 'text/html; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/assets/demo-media-a-1.svg', 'image/svg+xml; charset=utf-8'],
    ['/assets/demo-index-1.json', 'application/json; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/workers/log-1.js', 'text/javascript; charset=utf-8'],
  ])('say of %s that it is %s', async (path, type) => {
    expect((await ask(path, { accept: 'text/html' })).headers.get('content-type')).toBe(type);
  });

  it.each(['/', '/icon.svg', '/sw.js', '/assets/app-1.js'])(
    'of %s are there when it is unchanged, too',
    async (path) => {
      const { headers } = await ask(path);
      const unchanged = await ask(path, { 'if-none-match': headers.get('etag') ?? '' });
      const policy = 'content-security-policy';
      expect([unchanged.status, unchanged.headers.get(policy)]).toEqual([304, headers.get(policy)]);
    },
  );

  it.each([
    ['/', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/icon.svg', 'no-cache'],
    ['/assets/app-1.js', 'public, max-age=31536000, immutable'],
  ])('let %s be kept: %s', async (path, caching) => {
    expect((await ask(path)).headers.get('cache-control')).toBe(caching);
  });

  it.each(['/', '/nowhere', '/icon.svg', '/assets/app-1.js', '/assets/gone.js', '/workers/log-1.js', '/sw.js'])(
    'of %s forbid guessing its type and using it from another origin',
    async (path) => {
      const { headers } = await ask(path);
      expect([headers.get('x-content-type-options'), headers.get('cross-origin-resource-policy')]).toEqual([
        'nosniff',
        'same-origin',
      ]);
    },
  );
});

function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(server.origin + path, { headers });
}

/** `fetch` sets the host by itself. */
function statusFor(headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    startRequest(server.origin, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
