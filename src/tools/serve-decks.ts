import type { IncomingMessage, ServerResponse } from 'node:http';
import { otherHeaders } from './headers.ts';
import { mediaTypeOf } from './media-types.ts';
import type { ShippedDeck } from './ship-deck.ts';

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
    for (const [header, value] of Object.entries(otherHeaders)) response.setHeader(header, value);
    response.setHeader('Content-Type', content === undefined ? 'text/plain; charset=utf-8' : mediaTypeOf(name));
    response.end(content);
  };
}
