import { createHash } from 'node:crypto';

/** Response headers by name. The policies come from what the app needs and nothing else. */
export type Headers = Readonly<Record<string, string>>;

const everywhere: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Headers of a page. What stands inline in its HTML is allowed by its hash; every other inline style or
 * script, every other origin and every string that would become script is refused.
 */
export function pageHeaders(html: string): Headers {
  const scripts = hashesOf(html, /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = hashesOf(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  const policy = [
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
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types app-url`,
  ];
  return {
    ...everywhere,
    'Content-Security-Policy': policy.join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    'Cache-Control': 'no-cache',
  };
}

/** A worker does not inherit the policy of its page: it gets a narrower one of its own. */
const workerPolicy = `default-src 'none'; script-src 'self'; connect-src 'self'`;

export const workerHeaders: Headers = {
  ...everywhere,
  'Content-Security-Policy': workerPolicy,
  'Cache-Control': 'public, max-age=31536000, immutable',
};

/** The service worker keeps its name, so browsers must ask for it each time. */
export const serviceWorkerHeaders: Headers = {
  ...everywhere,
  'Content-Security-Policy': workerPolicy,
  'Cache-Control': 'no-cache',
};

/** Files under `/assets/` carry a hash of their content in their name. */
export const assetHeaders: Headers = { ...everywhere, 'Cache-Control': 'public, max-age=31536000, immutable' };

/** Icons and other files that keep their name. */
export const otherHeaders: Headers = { ...everywhere, 'Cache-Control': 'no-cache' };

/** The headers of a path of the built app, where every page is the same HTML. */
export function headersOf(path: string, page: Headers): Headers {
  if (path === '/sw.js') return serviceWorkerHeaders;
  if (path.startsWith('/assets/workers/')) return workerHeaders;
  if (path.startsWith('/assets/')) return assetHeaders;
  return path.endsWith('.html') || !path.slice(path.lastIndexOf('/')).includes('.') ? page : otherHeaders;
}

/**
 * The same headers as a `_headers` file, which Netlify and Cloudflare Pages read: one block for each first part
 * of a page's path. There every block that matches applies, so there is none for all paths.
 */
export function headersFile(html: string, routes: readonly string[]): string {
  const page = pageHeaders(html);
  const patterns = new Set(routes.map((route) => route.replace(/^(\/[^/]+)\/.*$/, '$1/*')));
  const blocks: readonly (readonly [pattern: string, headers: Headers])[] = [
    ...[...patterns, '/404.html'].map((pattern) => [pattern, page] as const),
    ['/assets/*', assetHeaders],
    ['/assets/workers/*', { 'Content-Security-Policy': workerPolicy }],
    ['/sw.js', serviceWorkerHeaders],
  ];
  return blocks.map(([pattern, headers]) => `${pattern}\n${linesOf(headers)}\n`).join('\n');
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
