/**
 * Keeps the app on the device: everything that was built is fetched once and answered from the cache from then on.
 * A page can write into caches too, so what comes out of one is taken for nothing but bytes: they must have the hash
 * that this file lists, and are answered with the headers that it lists. What the learner does is never in these
 * caches. Built into `sw.js` by `tools/pages-plugin.ts`, which puts the list in.
 */
interface Shipped {
  /** Hash of the list. */
  readonly version: string;
  /** Address of the home page. */
  readonly home: string;
  /** Address of the page that answers every other route. */
  readonly other: string;
  /** Sets of response headers, policies among them. */
  readonly headers: readonly Readonly<Record<string, string>>[];
  /** Addresses with the `integrity` of their content and the number of their headers. */
  readonly files: readonly (readonly [address: string, integrity: string, headers: number])[];
}

/** What the build says of an address. */
interface Listed {
  readonly address: string;
  readonly integrity: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface AnsweredEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface ServiceWorkerScope {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AnsweredEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

const scope = self as unknown as ServiceWorkerScope;
const shipped = '__SVESKA_SHIPPED__' as unknown as Shipped;
const prefix = 'sveska-';
const cacheName = prefix + shipped.version;
const listed: ReadonlyMap<string, Listed> = new Map(
  shipped.files.map(([address, integrity, set]) => {
    return [address, { address, integrity, headers: shipped.headers[set] ?? {} }];
  }),
);

scope.addEventListener('install', (event) => event.waitUntil(fillCache()));
scope.addEventListener('activate', (event) => event.waitUntil(dropOldCaches().then(() => scope.clients.claim())));
scope.addEventListener('message', ({ data }) => {
  // Only the learner's own "Reload" lets a new version take over.
  if (data === 'activate') void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== scope.location.origin) return;
  const isNavigation = mode === 'navigate';
  const file = listed.get(isNavigation ? pageOf(pathname) : pathname);
  if (file !== undefined) event.respondWith(answer(file));
  // A document is never taken from another version's files: only this one's are known by their hashes.
  else if (!isNavigation && isHashed(pathname)) event.respondWith(answerOld(event.request));
});

/** What answers a navigation. */
function pageOf(pathname: string): string {
  return pathname === shipped.home || /\.\w+$/.test(pathname) ? pathname : shipped.other;
}

async function fillCache(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    [...listed.values()].map(async (file) => {
      const kept = isHashed(file.address) ? await keptBytes(file) : null;
      await cache.put(file.address, responseOf(file, kept ?? (await fetchBytes(file))));
    }),
  );
}

async function answer(file: Listed): Promise<Response> {
  // A cache that cannot be read, or is full, is no reason to keep the app from whoever has a network.
  const kept = await keptBytes(file).catch(() => null);
  if (kept !== null) return responseOf(file, kept);
  const fetched = await fetchBytes(file).catch(() => null);
  // The server has another version of this by now.
  if (fetched === null) return fetch(file.address);
  await keep(file, fetched).catch(() => {});
  return responseOf(file, fetched);
}

async function keep(file: Listed, bytes: ArrayBuffer): Promise<void> {
  await (await caches.open(cacheName)).put(file.address, responseOf(file, bytes));
}

/** A tab that was open during a change asks for the files of the version before. */
async function answerOld(request: Request): Promise<Response> {
  const kept = await keptOld(request).catch(() => undefined);
  return kept ?? fetch(request);
}

async function keptOld(request: Request): Promise<Response | undefined> {
  for (const name of await oldCaches()) {
    const kept = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** What our caches hold for an address, if it is what was built. */
async function keptBytes({ address, integrity }: Listed): Promise<ArrayBuffer | null> {
  for (const name of [cacheName, ...(await oldCaches())]) {
    const kept = await (await caches.open(name)).match(address, { ignoreVary: true });
    const bytes = await kept?.arrayBuffer();
    if (bytes !== undefined && (await integrityOf(bytes)) === integrity) return bytes;
  }
  return null;
}

async function fetchBytes({ address, integrity }: Listed): Promise<ArrayBuffer> {
  const response = await fetch(address, { integrity, cache: isHashed(address) ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.arrayBuffer();
}

async function integrityOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

function responseOf({ headers }: Listed, bytes: ArrayBuffer): Response {
  return new Response(bytes, { headers });
}

/** Whether the name of a file changes with its content. */
function isHashed(address: string): boolean {
  return /^(?:assets|workers)\//.test(address.slice(shipped.home.length));
}

async function oldCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
}

/** The version before stays, for tabs that show it. */
async function dropOldCaches(): Promise<void> {
  const old = await oldCaches();
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
}
