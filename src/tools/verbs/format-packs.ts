import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countWords } from '../../core/text/count-words.ts';
import { formatSafely } from '../format/format-safely.ts';
import { readPackFolder } from '../read-pack-folder.ts';
import { findTargets } from './find-target.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal, VerbResult } from './verb.ts';

/** `fmt <folder or pack…> [--check]`: rewrites files in the one spelling; with `--check` only names those that would change. */
export async function formatPacks(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, [], ['check']);
  if ('misuse' in read) return read;
  if (read.positionals.length === 0) return { misuse: 'Say the folders to format.' };
  const targets = await findTargets(read.positionals);
  if ('misuse' in targets) return targets;
  let changed = 0;
  for (const folder of targets.paths) changed += await formatPack(folder, read.switches.has('check'), terminal);
  terminal.complain(`${countWords(changed, 'file')} ${read.switches.has('check') ? 'to format' : 'formatted'}`);
  return read.switches.has('check') && changed > 0 ? 1 : 0;
}

async function formatPack(folder: string, isCheck: boolean, terminal: Terminal): Promise<number> {
  const { files, diagnostics } = readPackFolder(folder);
  const isFolder = statSync(folder).isDirectory();
  const path = (file: string) => (file !== '' && isFolder ? join(folder, file) : folder);
  for (const { file, message } of diagnostics) terminal.complain(`${path(file)} is left as it is: ${message}`);
  let count = 0;
  for (const file of files) {
    const formatted = formatSafely(files, file);
    if (formatted.outcome === 'left') terminal.complain(`${path(file.path)} is left as it is: ${formatted.reason}.`);
    if (formatted.outcome !== 'changed') continue;
    const problem = isCheck ? null : writeProblem(path(file.path), formatted.content);
    if (problem !== null) terminal.complain(`${path(file.path)} cannot be written (${problem}).`);
    else {
      terminal.print(path(file.path));
      count += 1;
    }
  }
  return count;
}

/** Writes a file; why it cannot be written, or null. */
function writeProblem(path: string, content: string): string | null {
  try {
    writeFileSync(path, content);
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
