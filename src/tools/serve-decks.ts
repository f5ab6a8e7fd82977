import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ShippedDeck } from './ship-deck.ts';

const types: Readonly<Record<string, string>> = {
  json: 'application/json',
  png: 'image/png',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
};

/**
 * Answers addresses under `base` from the decks in memory, in development. Files of a deck that has been
 * replaced are kept: a page may still ask for a shard of the deck that it is showing.
 */
export function serveDecks(base: string, decks: ReadonlyMap<string, ShippedDeck>) {
  const seen = new Map<string, string | Uint8Array>();
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = request.url?.split('?')[0] ?? '';
    if (!path.startsWith(base)) {
      next();
      return;
    }
    for (const { files } of decks.values()) for (const { name, content } of files) seen.set(name, content);
    const name = path.slice(base.length);
    const content = seen.get(name);
    response.statusCode = content === undefined ? 404 : 200;
    response.setHeader('content-type', types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream');
    response.setHeader('cache-control', 'no-cache');
    response.end(content);
  };
}
