import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that the service worker keeps: its path below the site's base, and its content. */
export interface KeptFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Puts the list of files into the service worker's code: address and hash of each, and a version of them all. */
export function fillServiceWorker(code: string, files: readonly KeptFile[], base: string): string {
  const listed = files
    .map(({ path, content }) => [base + path, `sha256-${hashOf(content)}`] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const version = hashOf(JSON.stringify(listed)).replace(/\W/g, '').slice(0, 12);
  const placeholder = /["'`]__SVESKA_SHIPPED__["'`]/;
  if (!placeholder.test(code)) throw new Error('Inconsistent: the service worker has no place for its list');
  return code.replace(placeholder, () => JSON.stringify({ version, page: base, files: listed }));
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
