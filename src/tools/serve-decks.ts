import type { IncomingMessage, ServerResponse } from 'node:http';
import { otherHeaders } from './headers.ts';
import { mediaTypeOf } from './media-types.ts';
import type { ShippedDeck } from './ship-deck.ts';

/**
 * Answers addresses under `base` from the decks in memory, in development, by the folders of their packs. Files of a
 * deck that has been replaced are kept, for a page may still ask for a shard of the deck that it is showing; those of
 * a pack that is gone are not.
 */
export function serveDecks(base: string, decks: ReadonlyMap<string, ShippedDeck>) {
  const seen = new Map<string, Map<string, string | Uint8Array>>();
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = request.url?.split('?')[0] ?? '';
    if (!path.startsWith(base)) {
      next();
      return;
    }
    keepFiles(seen, decks);
    const name = path.slice(base.length);
    const content = [...seen.values()].find((files) => files.has(name))?.get(name);
    response.statusCode = content === undefined ? 404 : 200;
    for (const [header, value] of Object.entries(otherHeaders)) response.setHeader(header, value);
    response.setHeader('Content-Type', content === undefined ? 'text/plain; charset=utf-8' : mediaTypeOf(name));
    response.end(content);
  };
}

function keepFiles(seen: Map<string, Map<string, string | Uint8Array>>, decks: ReadonlyMap<string, ShippedDeck>): void {
  for (const [folder, { files }] of decks) {
    const kept = seen.get(folder) ?? new Map<string, string | Uint8Array>();
    for (const { name, content } of files) kept.set(name, content);
    seen.set(folder, kept);
  }
  for (const folder of seen.keys()) if (!decks.has(folder)) seen.delete(folder);
}
