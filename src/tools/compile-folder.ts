import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CompileOptions, compilePack } from '../core/compiler/compile-pack.ts';
import type { Deck } from '../core/model/deck.ts';
import { type Diagnostic, hasErrors } from '../core/model/diagnostic.ts';
import type { PackFile } from '../core/model/pack.ts';
import { readPackFolder } from './read-pack-folder.ts';

/** A pack's folder, compiled. `deck` is null when there is an error, from reading or from compiling. */
export interface CompiledFolder {
  readonly folder: string;
  readonly deck: Deck | null;
  /** The pack's id, also of a pack with errors; null when there is none to be read. */
  readonly id: string | null;
  readonly files: readonly PackFile[];
  /** By file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How a pack is compiled, and what is kept of it from one time to the next. */
export type FolderOptions = Pick<CompileOptions, 'today' | 'unlocked' | 'kept'>;

/**
 * Reads and compiles one pack. What cannot be read is reported together with what does not compile. The folder
 * is read from `root`, and named without it.
 */
export async function compileFolder(folder: string, root = '.', options: FolderOptions = {}): Promise<CompiledFolder> {
  const { files, diagnostics: unread, others } = readPackFolder(resolve(root, folder));
  const compiled =
    files.length === 0 && unread.length > 0
      ? { value: null, diagnostics: [] }
      : compilePack(files, { others, unread: unread.map(({ file }) => file), ...options });
  const diagnostics = [...unread, ...compiled.diagnostics].sort(byPlace);
  return { folder, deck: hasErrors(diagnostics) ? null : compiled.value, id: idIn(files), files, diagnostics };
}

/** The id of the pack in a folder, without compiling it; null when there is none to be read. */
export function packIdAt(folder: string): string | null {
  const path = join(folder, 'pack.yaml');
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  return idIn([{ path: 'pack.yaml', content: readFileSync(path, 'utf8') }]);
}

function idIn(files: readonly PackFile[]): string | null {
  const { content } = files.find(({ path }) => path === 'pack.yaml') ?? files[0] ?? { content: '' };
  return typeof content === 'string' ? (/^id:[ \t]*["']?([a-z0-9-]+)/m.exec(content)?.[1] ?? null) : null;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1);
}
