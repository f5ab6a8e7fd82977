import { createHash } from 'node:crypto';
import { mediaTypeOf } from './media-types.ts';
import { firstPartsOfPages } from './routes.ts';

/** Response headers by name. The policies come from what the app needs and nothing else. */
export type Headers = Readonly<Record<string, string>>;

const everywhere: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
const keptForGood = 'public, max-age=31536000, immutable';

/** Says only in a header what a `<meta>` cannot say: browsers pass over these directives there. */
const headerOnly: readonly string[] = [`frame-ancestors 'none'`];

/**
 * The policy of a page, directive by directive. What stands inline in its HTML is allowed by its hash; every other
 * inline style or script, every other origin and every string that would become script is refused.
 */
function pagePolicy(html: string): readonly string[] {
  const scripts = hashesOf(html, /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = hashesOf(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  return [
    `default-src 'none'`,
    ["script-src 'self'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    `img-src 'self' blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-src 'none'`,
    `object-src 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types app-url`,
  ];
}

/**
 * The page with its own policy in it, for hosts that cannot send headers. It stands right behind the encoding, so
 * that nothing in the page comes before it.
 */
export function withPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(html).join('; ')}" />`;
  const place = /<meta charset="utf-8"[^>]*>/i;
  if (!place.test(html)) throw new Error('Inconsistent: the page does not say its encoding');
  return html.replace(place, (charset) => `${charset}\n    ${meta}`);
}

/** Headers of a page. */
export function pageHeaders(html: string): Headers {
  return {
    ...everywhere,
    'Content-Security-Policy': [...pagePolicy(html), ...headerOnly].join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    'Cache-Control': 'no-cache',
  };
}

/** A worker does not inherit the policy of its page: it gets a narrower one of its own. */
const workerPolicy = `default-src 'none'; script-src 'self'; connect-src 'self'`;

/** What is no page and no worker is a document of nobody: opened by itself it runs, loads and reads nothing. */
const inertPolicy = `default-src 'none'; sandbox`;

export const workerHeaders: Headers = {
  ...everywhere,
  'Content-Security-Policy': workerPolicy,
  'Cache-Control': keptForGood,
};

/** The service worker keeps its name, so browsers must ask for it each time. */
export const serviceWorkerHeaders: Headers = {
  ...everywhere,
  'Content-Security-Policy': workerPolicy,
  'Cache-Control': 'no-cache',
};

/** Files under `/assets/` carry a hash of their content in their name. */
export const assetHeaders: Headers = {
  ...everywhere,
  'Content-Security-Policy': inertPolicy,
  'Cache-Control': keptForGood,
};

/** Icons, other files that keep their name, and words about a request that was refused. */
export const otherHeaders: Headers = {
  ...everywhere,
  'Content-Security-Policy': inertPolicy,
  'Cache-Control': 'no-cache',
};

/** The headers of a path of the built app, where every page is the same HTML. */
export function headersOf(path: string, page: Headers): Headers {
  return { ...policiesOf(path, page), 'Content-Type': isPage(path) ? mediaTypeOf('.html') : mediaTypeOf(path) };
}

function policiesOf(path: string, page: Headers): Headers {
  if (path === '/sw.js') return serviceWorkerHeaders;
  if (path.startsWith('/workers/')) return workerHeaders;
  if (path.startsWith('/assets/')) return assetHeaders;
  return isPage(path) ? page : otherHeaders;
}

function isPage(path: string): boolean {
  if (/^\/(?:assets|workers)\//.test(path)) return false;
  return path.endsWith('.html') || !path.slice(path.lastIndexOf('/')).includes('.');
}

/**
 * The same headers as a `_headers` file, which Netlify and Cloudflare Pages read: one block for each first part
 * of a page's path, and one for each of the files that keep their name. There every block that matches applies and
 * policies add up, so no two blocks with a policy match the same path.
 */
export function headersFile(html: string, named: readonly string[]): string {
  const page = pageHeaders(html);
  const blocks: readonly (readonly [pattern: string, headers: Headers])[] = [
    ...pagePatterns().map((pattern) => [pattern, page] as const),
    ['/assets/*', assetHeaders],
    ['/assets/*.svg', { 'Content-Type': mediaTypeOf('.svg') }],
    ['/workers/*', workerHeaders],
    ['/sw.js', serviceWorkerHeaders],
    ...named.map((path) => [path, headersOf(path, page)] as const),
  ];
  return blocks.map(([pattern, headers]) => `${pattern}\n${linesOf(headers)}\n`).join('\n');
}

function pagePatterns(): readonly string[] {
  const under = (first: string) => (first === '' ? ['/', '/index.html'] : [`/${first}`, `/${first}/*`]);
  return [...firstPartsOfPages().flatMap(under), '/404.html'];
}

function linesOf(headers: Headers): string {
  return Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}`)
    .join('\n');
}

function hashesOf(html: string, element: RegExp): readonly string[] {
  return Array.from(html.matchAll(element), ([, content = '']) => {
    return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  });
}
