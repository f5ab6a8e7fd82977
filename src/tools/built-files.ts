import { readdirSync, realpathSync, statSync } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file of a build, with the forms of it that were compressed beside it. */
export interface BuiltFile {
  /** As it is asked for, from the root of the site: `/notes/ports/index.html`. */
  readonly path: string;
  readonly plain: StoredFile;
  readonly packed: readonly PackedFile[];
}

export interface StoredFile {
  readonly location: string;
  /** Changes when the file does. */
  readonly tag: string;
}

interface PackedFile extends StoredFile {
  readonly encoding: 'br' | 'gzip';
}

const endings = { br: '.br', gzip: '.gz' } as const;

/**
 * The files of a built app by the paths that they answer to, a page also by its folder's. Looked up once: what is put
 * there later is not served, and neither is what a link leads to, nor what a host alone reads (`_headers`,
 * `_redirects`).
 */
export function listBuiltFiles(root: string): ReadonlyMap<string, BuiltFile> {
  const base = realpathSync(root);
  const entries = readdirSync(base, { recursive: true, withFileTypes: true });
  const locations = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const stored = new Map(locations.map((location) => [location, storedFile(location)]));
  const files = new Map<string, BuiltFile>();
  for (const location of locations.filter(isAskedFor)) {
    const path = `/${relative(base, location).split(sep).join('/')}`;
    const file = { path, plain: stored.get(location) ?? storedFile(location), packed: packedForms(location, stored) };
    for (const address of addressesOf(path)) files.set(address, file);
  }
  return files;
}

function storedFile(location: string): StoredFile {
  const { size, mtimeMs } = statSync(location);
  return { location, tag: `W/"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"` };
}

function isAskedFor(location: string): boolean {
  return !/(?:\.br|\.gz|[/\\]_(?:headers|redirects)|[/\\]\.[^/\\]*)$/.test(location);
}

function packedForms(location: string, stored: ReadonlyMap<string, StoredFile>): readonly PackedFile[] {
  return (['br', 'gzip'] as const).flatMap((encoding) => {
    const packed = stored.get(location + endings[encoding]);
    return packed === undefined ? [] : [{ ...packed, encoding }];
  });
}

/** `/notes/ports/index.html` is also `/notes/ports` and `/notes/ports/`. */
function addressesOf(path: string): readonly string[] {
  const folder = /^(.*)\/index\.html$/.exec(path)?.[1];
  return folder === undefined ? [path] : [path, `${folder}/`, ...(folder === '' ? [] : [folder])];
}

/** The content, or null when the file is gone or has become a link since it was looked up. */
export async function readStored({ location }: StoredFile): Promise<Buffer | null> {
  try {
    if ((await realpath(location)) !== location) return null;
    const handle = await open(location, 'r');
    return await handle.readFile().finally(() => handle.close());
  } catch {
    return null;
  }
}
