import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { transformWithOxc } from 'vite';
import { describe, expect, it } from 'vitest';
import { pageHeaders } from '../../../src/tools/headers.ts';
import { fillServiceWorker } from '../../../src/tools/precache.ts';

const origin = 'https://sveska.example';
const page = '<!doctype html><meta charset="utf-8"><title>Sveska</title>';
const home = `${page}<p>The first card`;

/** The worker as it is built, in a browser whose network is there and whose caches answer as given. */
async function startWorker(caches: object): Promise<(path: string) => Promise<Response>> {
  const file = 'src/io/offline/service-worker.ts';
  const built = await transformWithOxc(readFileSync(file, 'utf8'), file);
  const files = [
    { path: '', content: home },
    { path: 'other', content: page },
  ];
  const code = fillServiceWorker(built.code, files, { base: '/', other: '/other' }, pageHeaders(page));
  const listeners = new Map<string, (event: object) => void>();
  const self = {
    location: new URL(origin),
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  };
  const fetch = async (address: string | { readonly url: string }) => new Response(address === '/' ? home : page);
  runInNewContext(code, { self, caches, fetch, crypto, Response, URL, Uint8Array, btoa });
  return (path) =>
    new Promise((resolve, reject) => {
      const mode = path.endsWith('.js') ? 'no-cors' : 'navigate';
      const request = { method: 'GET', mode, url: origin + path };
      listeners.get('fetch')?.({ request, respondWith: (answer: Promise<Response>) => answer.then(resolve, reject) });
    });
}

/** A document, and a file of a version that the build does not list any more. */
const asked = ['/review', '/assets/index-before.js'];

const refuse = async () => {
  throw new Error('QuotaExceededError');
};

describe('the service worker', () => {
  it.each([
    ['are full', { keys: async () => [], open: async () => ({ match: async () => undefined, put: refuse }) }],
    ['cannot be opened', { keys: refuse, open: refuse }],
  ])('answers from the network when its caches %s', async (_, caches) => {
    const ask = await startWorker(caches);
    const texts = await Promise.all(asked.map(async (path) => (await ask(path)).text()));
    expect(texts).toEqual([page, page]);
  });

  it('answers the home page with the first card, and every other address with a page that has none', async () => {
    const ask = await startWorker({ keys: refuse, open: refuse });
    const texts = await Promise.all(['/', '/?from=shop', '/notes/a/b'].map(async (path) => (await ask(path)).text()));
    expect(texts).toEqual([home, home, page]);
  });
});
