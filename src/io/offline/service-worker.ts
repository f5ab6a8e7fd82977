/**
 * Keeps the app on the device: everything that was built is fetched once, checked by its hash, and answered
 * from the cache from then on. What the learner does is never in these caches. Built into `sw.js` by
 * `tools/pages-plugin.ts`, which puts the list of files in.
 */
interface Shipped {
  /** Hash of the list. */
  readonly version: string;
  /** Address of the page, which answers every route. */
  readonly page: string;
  /** Addresses with the `integrity` of their content. */
  readonly files: readonly (readonly [address: string, integrity: string])[];
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

scope.addEventListener('install', (event) => event.waitUntil(fillCache()));
scope.addEventListener('activate', (event) => event.waitUntil(dropOldCaches().then(() => scope.clients.claim())));
scope.addEventListener('message', ({ data }) => {
  // Only the learner's own "Reload" lets a new version take over.
  if (data === 'activate') void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && new URL(url).origin === scope.location.origin) event.respondWith(answer(event.request));
});

async function fillCache(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    shipped.files.map(async ([address, integrity]) => {
      const isHashed = address.includes('/assets/');
      const kept = isHashed ? await caches.match(address, { ignoreVary: true }) : undefined;
      await cache.put(address, kept ?? (await fetchWhole(address, integrity, isHashed ? 'default' : 'no-cache')));
    }),
  );
}

async function fetchWhole(address: string, integrity: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { integrity, cache });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
}

/** The version before stays: a tab that was open during the change still asks for its files. */
async function dropOldCaches(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  const own = await caches.open(cacheName);
  const options = { ignoreVary: true, ignoreSearch: true };
  const wanted = isPage(request) ? shipped.page : request;
  return (await own.match(wanted, options)) ?? (await caches.match(wanted, options)) ?? fetch(request);
}

function isPage(request: Request): boolean {
  return request.mode === 'navigate' && !/\.\w+$/.test(new URL(request.url).pathname);
}
