import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Headers, headersOf } from './headers.ts';

/** A file that the service worker keeps: its path below the site's base, and its content. */
export interface KeptFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

interface KeptPlaces {
  /** Address of the site, and so of its home page. */
  readonly base: string;
  /** Address of the page that answers every other route. */
  readonly other: string;
}

/**
 * Puts the list of files into the service worker's code: address, hash and headers of each, and a version of them
 * all. The home page is the file with the empty path.
 */
export function fillServiceWorker(
  code: string,
  files: readonly KeptFile[],
  { base, other }: KeptPlaces,
  page: Headers,
): string {
  const sets = new Map<string, number>();
  const numberOf = (headers: Headers) => {
    const key = JSON.stringify(headers);
    const number = sets.get(key) ?? sets.size;
    sets.set(key, number);
    return number;
  };
  const listed = files
    .map(({ path, content }) => {
      return [base + path, `sha256-${hashOf(content)}`, numberOf(headersOf(`/${path}`, page))] as const;
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const headers = [...sets.keys()].map((key) => JSON.parse(key) as Headers);
  const version = hashOf(JSON.stringify([listed, headers]))
    .replace(/\W/g, '')
    .slice(0, 12);
  const placeholder = /["'`]__SVESKA_SHIPPED__["'`]/;
  if (!placeholder.test(code)) throw new Error('Inconsistent: the service worker has no place for its list');
  return code.replace(placeholder, () => JSON.stringify({ version, home: base, other, headers, files: listed }));
}

/** Files that are copied as they are; those with a leading dot are left. */
export function publicFiles(folder: string): readonly KeptFile[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  return files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return { path: path.slice(folder.length + 1).replaceAll('\\', '/'), content: readFileSync(path) };
  });
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
