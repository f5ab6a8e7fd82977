import { relative, resolve, sep } from 'node:path';
import type { KeptReadings } from '../core/compiler/kept-readings.ts';
import type { ShippedEntry } from '../core/model/shipped-deck.ts';
import type { CompiledFolder } from './compile-folder.ts';
import { compileFolders, packsIn } from './compile-folders.ts';
import { type ShippedDeck, shipDeck } from './ship-deck.ts';

/** Where packs are read from and where their decks are to be found. */
export interface DeckShelfPlace {
  readonly root: string;
  /** Below the root. */
  readonly content: string;
  /** Address of the decks' files. */
  readonly base: string;
  /** Whether what is made is published: then every id has to be locked. */
  readonly isPublished: boolean;
}

/** The packs of a folder, compiled once until they are forgotten, with the last good deck of each. */
export interface DeckShelf {
  readonly decks: ReadonlyMap<string, ShippedDeck>;
  compile(): Promise<readonly CompiledFolder[]>;
  /** What was compiled last; null before the first time. */
  compiled(): Promise<readonly CompiledFolder[]> | null;
  /** The next time compiles again. */
  forget(): void;
  /** What the app is built with of each deck. */
  entries(): readonly ShippedEntry[];
}

export function createDeckShelf(place: () => DeckShelfPlace): DeckShelf {
  const decks = new Map<string, ShippedDeck>();
  const kept = new Map<string, KeptReadings>();
  let compiled: Promise<readonly CompiledFolder[]> | null = null;
  return {
    decks,
    compile() {
      compiled ??= compileOnto(decks, kept, place());
      return compiled;
    },
    compiled: () => compiled,
    forget() {
      compiled = null;
    },
    entries: () => [...decks.values()].map(({ entry }) => entry),
  };
}

async function compileOnto(
  decks: Map<string, ShippedDeck>,
  kept: Map<string, KeptReadings>,
  place: DeckShelfPlace,
): Promise<readonly CompiledFolder[]> {
  const { root, content, base, isPublished } = place;
  const found = await packsIn(resolve(root, content));
  const names = found.map((folder) => relative(root, folder).split(sep).join('/'));
  // A build compiles once; in development a saved file is read and no other.
  const folders = await (isPublished
    ? compileFolders(names, root, { unlocked: 'E113' })
    : compileFolders(names, root, {}, kept));
  for (const folder of folders) shipFolder(decks, folder, base);
  for (const known of decks.keys()) if (!folders.some(({ folder }) => folder === known)) decks.delete(known);
  return folders;
}

function shipFolder(decks: Map<string, ShippedDeck>, { folder, deck, files }: CompiledFolder, base: string): void {
  if (deck === null) return;
  const media = files.filter(({ path }) => path.startsWith('media/'));
  decks.set(folder, shipDeck(deck, media, base));
}
