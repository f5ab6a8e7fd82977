import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIdsLock, writeIdsLock } from '../../core/compiler/ids-lock.ts';
import { compileFolder } from '../compile-folder.ts';
import { formatReports } from '../format-diagnostics.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal, VerbResult } from './verb.ts';

/** `lock <folder>`: writes the ids of a pack that compiles into its `ids.lock`; never takes one out. */
export async function lockPack(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, []);
  if ('misuse' in read) return read;
  const [folder, ...others] = read.positionals;
  if (folder === undefined || others.length > 0) return { misuse: 'Say the folder of one pack.' };
  const pack = await compileFolder(folder);
  if (pack.deck === null) {
    terminal.print(formatReports([pack], 'text'));
    terminal.complain(`${folder} has errors, so its ids.lock stays as it is.`);
    return 1;
  }
  const old = pack.files.find(({ path }) => path === 'ids.lock')?.content;
  const before = typeof old === 'string' ? old : '';
  const after = writeIdsLock(before, pack.deck);
  writeFileSync(join(folder, 'ids.lock'), after);
  const { length: known } = readIdsLock(before).lines;
  const { length: all } = readIdsLock(after).lines;
  terminal.print(`${folder}/ids.lock: ${all} ids, ${all - known} of them new`);
  return 0;
}
