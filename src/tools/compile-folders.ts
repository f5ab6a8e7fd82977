import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptReadings } from '../core/compiler/kept-readings.ts';
import { complain } from '../core/model/diagnostic-codes.ts';
import { type CompiledFolder, compileFolder, type FolderOptions } from './compile-folder.ts';

/**
 * Compiles packs that are to stand beside each other: two with one id would mix their cards, so both are refused.
 * `kept` holds what is kept of each folder's pack from one time to the next.
 */
export async function compileFolders(
  folders: readonly string[],
  root = '.',
  options: Omit<FolderOptions, 'kept'> = {},
  kept?: Map<string, KeptReadings>,
): Promise<readonly CompiledFolder[]> {
  const compiled = await Promise.all(
    folders.map((folder) =>
      compileFolder(folder, root, kept === undefined ? options : { ...options, kept: keptOf(kept, folder) }),
    ),
  );
  return compiled.map((pack, index) => withSharedId(pack, compiled.slice(0, index)));
}

function keptOf(kept: Map<string, KeptReadings>, folder: string): KeptReadings {
  const known = kept.get(folder) ?? { current: null };
  kept.set(folder, known);
  return known;
}

function withSharedId(pack: CompiledFolder, before: readonly CompiledFolder[]): CompiledFolder {
  const twin = before.find(({ id }) => id !== null && id === pack.id);
  if (twin === undefined || pack.id === null) return pack;
  const message = `${pack.folder} and ${twin.folder} have the same id "${pack.id}".`;
  const fix = 'Give the one that is not published yet another id.';
  const diagnostic = complain('E110', placeOfId(pack), message, fix);
  return { ...pack, deck: null, diagnostics: [diagnostic, ...pack.diagnostics] };
}

function placeOfId({ files }: CompiledFolder) {
  const file = files.find(({ path }) => path === 'pack.yaml') ?? files[0];
  const lines = typeof file?.content === 'string' ? file.content.split('\n') : [];
  const line = lines.findIndex((row) => /^id:/.test(row));
  return { file: file?.path ?? '', line: Math.max(1, line + 1), column: line < 0 ? 1 : 5 };
}

/**
 * The packs that a path holds: itself, or each folder in it when one of them is a pack. A folder whose name begins with
 * a dot or an underscore is none.
 */
export async function packsIn(path: string): Promise<readonly string[]> {
  if (!existsSync(path)) return [];
  if (isPack(path)) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name));
  const paths = folders.map(({ name }) => `${path.replace(/\/+$/, '')}/${name}`).sort();
  return paths.some(isPack) ? paths : [];
}

function isPack(path: string): boolean {
  return existsSync(join(path, 'pack.yaml')) || statSync(path).isFile();
}
