import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack } from '../../core/compiler/compile-pack.ts';
import type { PackFile } from '../../core/model/pack.ts';
import { formatPackFile } from '../format/format-pack-file.ts';
import { readPackFolder } from '../read-pack-folder.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal, VerbResult } from './verb.ts';

/** `fmt <folder…> [--check]`: rewrites files in the one spelling; with `--check` only names those that would change. */
export async function formatPacks(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, [], ['check']);
  if ('misuse' in read) return read;
  if (read.positionals.length === 0) return { misuse: 'Say the folders to format.' };
  const missing = read.positionals.find((folder) => !existsSync(folder));
  if (missing !== undefined) return { misuse: `There is no folder ${missing}.` };
  let changed = 0;
  for (const folder of read.positionals) changed += await formatPack(folder, read.switches.has('check'), terminal);
  terminal.complain(
    `${changed} ${changed === 1 ? 'file' : 'files'} ${read.switches.has('check') ? 'to format' : 'formatted'}`,
  );
  return read.switches.has('check') && changed > 0 ? 1 : 0;
}

async function formatPack(folder: string, isCheck: boolean, terminal: Terminal): Promise<number> {
  const { files } = await readPackFolder(folder);
  const changed = files.flatMap((file) => formatted(file));
  let count = 0;
  for (const file of changed) {
    const path = file.path !== '' && !folder.endsWith(file.path) ? join(folder, file.path) : folder;
    if (!keepsMeaning(files, file)) {
      terminal.complain(`${path} is left as it is: its meaning would change. Please report this file.`);
      continue;
    }
    terminal.print(path);
    if (!isCheck) writeFileSync(path, file.content);
    count += 1;
  }
  return count;
}

function formatted({ path, content }: PackFile): readonly (PackFile & { readonly content: string })[] {
  if (typeof content !== 'string') return [];
  const after = formatPackFile(path, content);
  return after === content ? [] : [{ path, content: after }];
}

/** Formatting must never change a card, so each file is compiled both ways before it is written. */
function keepsMeaning(files: readonly PackFile[], changed: PackFile): boolean {
  const after = files.map((file) => (file.path === changed.path ? changed : file));
  return meaningOf(files) === meaningOf(after);
}

/** The deck as text; of a pack with errors, what they say. */
function meaningOf(files: readonly PackFile[]): string {
  const { value, diagnostics } = compilePack(files);
  const complaints = diagnostics.map(({ code, message }) => `${code} ${message}`).sort();
  return value === null ? complaints.join('\n') : JSON.stringify(value);
}
