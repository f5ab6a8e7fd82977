import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveApp } from '../../src/tools/serve.ts';

const page = '<!doctype html><style>p{color:red}</style><p>The app</p>';
const script = 'export const answer = 42;'.repeat(100);
const styleHash = "'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='";

let root = '';
let server: RunningServer;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'sveska-serve-'));
  write('index.html', page);
  write('notes/ports/index.html', page);
  write('404.html', `${page}<p>Not here</p>`);
  write('assets/app-1.js', script);
  write('assets/app-1.js.br', brotliCompressSync(script));
  write('assets/workers/log-1.js', script);
  write('sw.js', script);
  write('icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  server = await serveApp({ root, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

describe('serveApp', () => {
  it.each(['/', '/notes/ports', '/notes/ports/'])('answers the known route %s with the app', async (path) => {
    const response = await ask(path, { accept: 'text/html' });
    expect([response.status, await response.text()]).toEqual([200, page]);
  });

  it('answers an unknown route with 404 and the app, which says so itself', async () => {
    const response = await ask('/nowhere', { accept: 'text/html' });
    expect([response.status, await response.text()]).toEqual([404, `${page}<p>Not here</p>`]);
  });

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

  it('answers nothing but GET and HEAD', async () => {
    expect((await fetch(`${server.origin}/`, { method: 'POST' })).status).toBe(405);
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

  it.each(['/assets/workers/log-1.js', '/sw.js'])('of the worker %s are narrower than the page’s', async (path) => {
    const policy = (await ask(path)).headers.get('content-security-policy');
    expect(policy).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
  });

  it.each([
    ['/', 'no-cache'],
    ['/sw.js', 'no-cache'],
    ['/icon.svg', 'no-cache'],
    ['/assets/app-1.js', 'public, max-age=31536000, immutable'],
  ])('let %s be kept: %s', async (path, caching) => {
    expect((await ask(path)).headers.get('cache-control')).toBe(caching);
  });

  it.each(['/', '/nowhere', '/assets/app-1.js', '/assets/gone.js', '/sw.js'])(
    'of %s forbid guessing its type',
    async (path) => {
      expect((await ask(path)).headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});

function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(server.origin + path, { headers });
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
