import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serveApp } from '../../src/tools/serve.ts';
import { runsOf } from '../seed.ts';

const runs = runsOf(100, 400);
const requestsInRun = 40;

let root = '';
let server: RunningServer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'sveska-hostile-'));
  for (const name of ['index.html', '404.html', 'sw.js', 'icon.svg']) writeFileSync(join(root, name), 'content');
  server = await serveApp({ root, port: 0 });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const noise = fc.string({ unit: 'binary', maxLength: 40 });
const number = fc.oneof(fc.constantFrom('', '-1', '0', '5', '1e9', '99999999999999999999', 'NaN', '0x1'), noise);
const range = fc
  .tuple(fc.constantFrom('bytes=', 'bytes', 'lines=', ''), number, number)
  .map(([unit, from, to]) => `${unit}${from}-${to}`);
const method = fc.oneof(fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'TRACE', 'CONNECT', 'PRI', 'get', ''), noise);
const path = fc.oneof(
  fc.constantFrom(
    '/',
    '/icon.svg',
    '/sw.js',
    '//',
    '/%',
    '/%00',
    '/%ff',
    '/../..',
    '/..%2f',
    '*',
    'http://evil/',
    'http://',
    '?',
    '#',
  ),
  fc
    .array(
      fc.constantFrom('/', '..', '%2e', '%5c', '\\', 'index.html', '%c0%af', '\u0000', '__proto__', 'a'.repeat(300)),
      { maxLength: 9 },
    )
    .map((parts) => `/${parts.join('')}`),
  noise,
);
const header = fc.oneof(
  range.map((value) => `Range: ${value}`),
  fc
    .tuple(
      fc.constantFrom(
        'If-None-Match',
        'If-Range',
        'If-Modified-Since',
        'Accept',
        'Accept-Encoding',
        'Host',
        'Expect',
        'Upgrade',
        'Connection',
        'Content-Length',
        'Transfer-Encoding',
        'Cookie',
        'Origin',
      ),
      fc.oneof(
        noise,
        number,
        fc.constantFrom('chunked', 'upgrade', 'websocket', '100-continue', 'br;q=x', '*', 'W/', '"'),
      ),
    )
    .map(([name, value]) => `${name}: ${value}`),
  noise,
);
const version = fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', '');
const wellFormed = fc
  .tuple(path, fc.array(header, { maxLength: 4 }))
  .map(([asked, headers]) =>
    ['GET ', asked, ' HTTP/1.1\r\nHost: localhost\r\n', ...headers.map((each) => `${each}\r\n`), '\r\n'].join(''),
  );
const illFormed = fc
  .tuple(method, path, version, fc.array(header, { maxLength: 4 }), noise)
  .map(
    ([verb, asked, spoken, headers, body]) => `${verb} ${asked} ${spoken}\r\n${headers.join('\r\n')}\r\n\r\n${body}`,
  );
const request = fc.oneof(wellFormed, illFormed, noise);

/** Sends bytes as they are, and resolves when the connection is over, however it ends. */
function send(text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1', () => socket.end(text));
    socket
      .on('error', () => {})
      .on('close', () => resolve())
      .resume();
  });
}

describe('requests as no browser makes them', () => {
  it(`do not end the server: ${runs * requestsInRun} of them`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: requestsInRun, maxLength: requestsInRun }), async (requests) => {
        await Promise.all(requests.map(send));
        const { status } = await fetch(`${server.origin}/icon.svg`, { headers: { range: 'bytes=5-2' } });
        expect(status).toBe(200);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });
});
