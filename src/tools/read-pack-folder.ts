import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic, DiagnosticCode } from '../core/model/diagnostic.ts';
import type { PackFile } from '../core/model/pack.ts';

/** A pack as it lies on the disk: what could be read, and a complaint for everything that could not. */
export interface PackFolder {
  readonly files: readonly PackFile[];
  readonly diagnostics: readonly Diagnostic[];
}

const largestText = 1024 * 1024;
const largestPack = 64 * 1024 * 1024;
const packParts: ReadonlySet<string> = new Set(['pack.yaml', 'ids.lock', 'notes', 'questions', 'media']);
const isText = (path: string) => /\.(yaml|yml|md|lock|svg)$/i.test(path);

/**
 * Reads a pack's folder, or a pack that is one Markdown file. Sizes are looked up before anything is read;
 * symbolic links are not followed; only `pack.yaml`, `ids.lock`, `notes`, `questions` and `media` belong to a
 * pack. Never throws: a path that cannot be read is a diagnostic.
 */
export async function readPackFolder(target: string): Promise<PackFolder> {
  const found = await findFiles(target);
  const files: PackFile[] = [];
  const diagnostics = [...found.diagnostics];
  let read = 0;
  for (const { path, bytes } of found.files) {
    read += bytes;
    if (read > largestPack)
      return refuse(path, 'E104', 'The pack is larger than 64 MiB.', 'Move some media out of it.');
    const file = await readPackFile(target, path, bytes);
    if ('content' in file) files.push(file);
    else diagnostics.push(file);
  }
  return { files, diagnostics };
}

interface FoundFile {
  readonly path: string;
  readonly bytes: number;
}
interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly diagnostics: readonly Diagnostic[];
}

async function findFiles(target: string): Promise<FoundFiles> {
  try {
    const status = await lstat(target);
    if (status.isFile()) return { files: [{ path: '', bytes: status.size }], diagnostics: [] };
  } catch (error) {
    return { files: [], diagnostics: [unreadable('', error)] };
  }
  const files: FoundFile[] = [];
  const diagnostics: Diagnostic[] = [];
  await walk(target, '', files, diagnostics);
  return { files, diagnostics };
}

async function walk(root: string, folder: string, files: FoundFile[], diagnostics: Diagnostic[]): Promise<void> {
  for (const name of await namesIn(join(root, folder), folder, diagnostics)) {
    if (name.startsWith('.') || (folder === '' && !packParts.has(name))) continue;
    const path = folder === '' ? name : `${folder}/${name}`;
    const status = await lstat(join(root, path)).catch(() => null);
    if (status?.isDirectory()) await walk(root, path, files, diagnostics);
    else if (status?.isFile()) files.push({ path, bytes: status.size });
    else diagnostics.push(complaint(path, 'E101', 'This is not a plain file.', 'Replace the link by the file itself.'));
  }
}

async function namesIn(folder: string, path: string, diagnostics: Diagnostic[]): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    diagnostics.push(unreadable(path, error));
    return [];
  }
}

async function readPackFile(root: string, path: string, bytes: number): Promise<PackFile | Diagnostic> {
  const shown = path === '' ? (root.split('/').at(-1) ?? root) : path;
  if (isText(shown) && bytes > largestText) {
    return complaint(shown, 'E104', `The file has ${bytes} bytes; 1 MiB is the limit.`, 'Split it into several files.');
  }
  try {
    const content = await readFile(join(root, path));
    return {
      path: shown,
      content: isText(shown) ? new TextDecoder('utf-8', { fatal: true }).decode(content) : content,
    };
  } catch (error) {
    if (!(error instanceof TypeError)) return unreadable(shown, error);
    return complaint(shown, 'E101', 'The file is not UTF-8 text.', 'Save it again with the encoding UTF-8.');
  }
}

function unreadable(path: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message.replace(/, \w+ '.*'$/, '') : String(error);
  return complaint(path, 'E101', `It cannot be read (${reason}).`, 'Check that it exists and may be read.');
}

function refuse(path: string, code: DiagnosticCode, message: string, fix: string): PackFolder {
  return { files: [], diagnostics: [complaint(path, code, message, fix)] };
}

function complaint(file: string, code: DiagnosticCode, message: string, fix: string): Diagnostic {
  const why = 'A pack is read whole, so that every file can be checked against the others.';
  return { code, severity: 'error', file, line: 1, column: 1, message, why, fix };
}
