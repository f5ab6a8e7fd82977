import { createHash } from 'node:crypto';
import { cutShards } from '../core/deck/cut-shards.ts';
import { entryOf, indexDeck } from '../core/deck/index-deck.ts';
import { searchDocuments } from '../core/deck/search-documents.ts';
import type { Deck, PackEntry } from '../core/model/deck.ts';
import type { PackFile } from '../core/model/pack.ts';
import type { ShippedEntry, ShippedIndex } from '../core/model/shipped-deck.ts';
import { pictureSize } from './picture-size.ts';

/** A deck as files, and what the app is built with of it. */
export interface ShippedDeck {
  readonly entry: ShippedEntry;
  readonly files: readonly ShippedFile[];
}

/** `name` ends in a hash of the content, so a file never changes behind its address. */
export interface ShippedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Cuts a deck into the files that are shipped. `media` are the pack's own files below `media/`; `base` is
 * what addresses begin with, such as `/assets/`.
 */
export function shipDeck(deck: Deck, media: readonly PackFile[], base: string): ShippedDeck {
  const files: ShippedFile[] = [];
  const ship = (stem: string, ending: string, content: string | Uint8Array) => {
    const name = `${deck.pack.id}-${stem}-${hashOf(content)}.${ending}`;
    files.push({ name, content });
    return base + name;
  };
  const images = new Map(
    media.map((file) => [file.path, { src: ship(...mediaName(file.path), file.content), ...pictureSize(file) }]),
  );
  const write = (value: unknown) => writeJson(value, images);
  const { notes, questions, ...index } = indexDeck(deck);
  const shipped: ShippedIndex = {
    ...index,
    notes: notes.map((note, n) => ({ ...note, shard: ship(`note-${note.id}`, 'json', write(deck.notes[n])) })),
    questions: cutShards(questions).flatMap((some, shard) => some.map((question) => ({ ...question, shard }))),
    questionShards: cutShards(deck.questions).map((some, n) => ship(`questions-${n}`, 'json', write(some))),
    searchShard: ship('search', 'json', JSON.stringify(searchDocuments(deck))),
  };
  const entry: ShippedEntry = {
    ...(JSON.parse(write(entryOf(deck))) as PackEntry),
    index: ship('index', 'json', JSON.stringify(shipped)),
  };
  return { entry, files };
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

function mediaName(path: string): [stem: string, ending: string] {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const stem = path.slice(path.lastIndexOf('/') + 1, -ending.length - 1).replace(/[^\w-]+/g, '-');
  return [`media-${stem}`, ending];
}

/** JSON in which each image has the address and the size of the file that the pack named. */
function writeJson(value: unknown, images: ReadonlyMap<string, object>): string {
  if (images.size === 0) return JSON.stringify(value);
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || !('src' in part)) return part;
    return typeof part.src === 'string' ? { ...part, ...images.get(part.src) } : part;
  });
}
