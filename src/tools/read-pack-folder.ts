import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { utf8Fault } from '../core/compiler/text/utf8-fault.ts';
import type { Diagnostic, DiagnosticCode } from '../core/model/diagnostic.ts';
import type { PackFile } from '../core/model/pack.ts';

/** A pack as it lies on the disk: what could be read, and a complaint for everything that could not. */
export interface PackFolder {
  readonly files: readonly PackFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** What lies beside them and belongs to no pack; a path that ends in a slash is a folder. */
  readonly others: readonly string[];
}

/** Stands in a decoded text wherever the bytes were no UTF-8; or where somebody wrote it. */
const replacement = '\ufffd';
const byteOrderMark = 0xfeff;
const largestText = 1024 * 1024;
const largestPack = 64 * 1024 * 1024;
const packParts: ReadonlySet<string> = new Set(['pack.yaml', 'ids.lock', 'notes', 'questions', 'media']);
const isText = (path: string) => /\.(yaml|yml|md|lock|svg)$/i.test(path);

/**
 * Reads a pack's folder, or a pack that is one Markdown file. Sizes are looked up before anything is read;
 * symbolic links are not followed; only `pack.yaml`, `ids.lock`, `notes`, `questions` and `media` belong to a
 * pack. Never throws: a path that cannot be read is a diagnostic. Reads without waiting, which is several times as fast
 * for the many small files of a pack.
 */
export function readPackFolder(target: string): PackFolder {
  const found = findFiles(target);
  const files: PackFile[] = [];
  const diagnostics = [...found.diagnostics];
  let read = 0;
  for (const { path, bytes } of found.files) {
    read += bytes;
    if (read > largestPack)
      return refuse(path, 'E104', 'The pack is larger than 64 MiB.', 'Move some media out of it.');
    const file = readPackFile(target, path, bytes);
    if ('content' in file) files.push(file);
    else diagnostics.push(file);
  }
  return { files, diagnostics, others: found.others };
}

interface FoundFile {
  readonly path: string;
  readonly bytes: number;
}
interface FoundFiles {
  readonly files: FoundFile[];
  readonly diagnostics: Diagnostic[];
  readonly others: string[];
}

function findFiles(target: string): FoundFiles {
  try {
    const status = lstatSync(target);
    if (status.isFile()) return { files: [{ path: '', bytes: status.size }], diagnostics: [], others: [] };
  } catch (error) {
    return { files: [], diagnostics: [unreadable('', error)], others: [] };
  }
  const found: FoundFiles = { files: [], diagnostics: [], others: [] };
  walk(target, '', found);
  return found;
}

function walk(root: string, folder: string, found: FoundFiles): void {
  for (const name of namesIn(join(root, folder), folder, found.diagnostics)) {
    if (name.startsWith('.')) continue;
    const status = statusOf(join(root, folder, name));
    const isBeside = folder === '' && !packParts.has(name);
    if (isBeside) found.others.push(status?.isDirectory() ? `${name}/` : name);
    else take(root, folder === '' ? name : `${folder}/${name}`, status, found);
  }
}

/** Null for what is gone, or may not be looked at. */
function statusOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

function take(root: string, path: string, status: Stats | null, found: FoundFiles): void {
  if (status?.isDirectory()) walk(root, path, found);
  else if (status?.isFile()) found.files.push({ path, bytes: status.size });
  else
    found.diagnostics.push(
      complaint(path, 'E101', 'This is not a plain file.', 'Replace the link by the file itself.'),
    );
}

function namesIn(folder: string, path: string, diagnostics: Diagnostic[]): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    diagnostics.push(unreadable(path, error));
    return [];
  }
}

function readPackFile(root: string, path: string, bytes: number): PackFile | Diagnostic {
  const shown = path === '' ? (root.split('/').at(-1) ?? root) : path;
  if (isText(shown) && bytes > largestText) {
    return complaint(shown, 'E104', `The file has ${bytes} bytes; 1 MiB is the limit.`, 'Split it into several files.');
  }
  try {
    if (!isText(shown)) return { path: shown, content: readFileSync(join(root, path)) };
    const text = readFileSync(join(root, path), 'utf8');
    const fault = text.includes(replacement) ? utf8Fault(readFileSync(join(root, path))) : null;
    if (fault === null) return { path: shown, content: text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text };
    const fix = 'Save it again with the encoding UTF-8.';
    return { ...complaint(shown, 'E101', 'The file is not UTF-8 text.', fix), ...fault };
  } catch (error) {
    return unreadable(shown, error);
  }
}

function unreadable(path: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message.replace(/, \w+ '.*'$/, '') : String(error);
  return complaint(path, 'E101', `It cannot be read (${reason}).`, 'Check that it exists and may be read.');
}

function refuse(path: string, code: DiagnosticCode, message: string, fix: string): PackFolder {
  return { files: [], diagnostics: [complaint(path, code, message, fix)], others: [] };
}

function complaint(file: string, code: DiagnosticCode, message: string, fix: string): Diagnostic {
  const why = 'A pack is read whole, so that every file can be checked against the others.';
  return { code, severity: 'error', file, line: 1, column: 1, message, why, fix };
}
