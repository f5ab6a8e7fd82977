import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'vite';
import { otherHeaders } from './headers.ts';

/**
 * Keeps the development server for its own pages: what a page of another site asks it for is refused, whether it would
 * only be read or makes the server do something, such as opening a file in the author's editor. Nothing is given to
 * other origins, either.
 */
export function ownOriginPlugin(): Plugin {
  return {
    name: 'sveska-own-origin',
    // Tests have a server of their own, which is driven from outside.
    apply: (_config, { command }) => command === 'serve' && process.env.VITEST === undefined,
    config: () => ({ server: { cors: false } }),
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (isFromOwnPage(request)) {
          next();
          return;
        }
        for (const [name, value] of Object.entries(otherHeaders)) response.setHeader(name, value);
        response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end('The development server answers its own pages only.');
      });
    },
  };
}

/** Endpoints that do something; an address typed into a browser or followed from elsewhere must not be enough. */
const acts = /^\/+__/;

/**
 * Browsers say where a request comes from; other programs do not, and may read what they can read anyway. A page may be
 * opened from anywhere, as a page.
 */
export function isFromOwnPage({ url = '', headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  const { origin, host } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  if (site === 'same-origin') return true;
  if (acts.test(decodedPath(url))) return false;
  return site === undefined || site === 'none' || headers['sec-fetch-dest'] === 'document';
}

function decodedPath(url: string): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return '/__';
  }
}
