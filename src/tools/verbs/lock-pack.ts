import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LockLine, readIdsLock, sealIdsLock, writeIdsLock } from '../../core/compiler/lock/ids-lock.ts';
import { compileFolder } from '../compile-folder.ts';
import { formatReports } from '../format-diagnostics.ts';
import { findTarget } from './find-target.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal, VerbResult } from './verb.ts';

/** `lock <folder or pack>`: writes the ids of a pack that compiles into its `ids.lock`; never takes one out. */
export async function lockPack(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, []);
  if ('misuse' in read) return read;
  const [word, ...others] = read.positionals;
  if (word === undefined || others.length > 0) return { misuse: 'Say the folder of one pack.' };
  const target = await findTarget(word);
  if ('misuse' in target) return target;
  const folder = target.path;
  if (statSync(folder).isFile()) return { misuse: `${folder} is a file; ids.lock stands in the folder of a pack.` };
  const pack = await compileFolder(folder);
  if (pack.deck === null) {
    terminal.print(formatReports([pack], 'text'));
    terminal.complain(`${folder} has errors, so its ids.lock stays as it is.`);
    return 1;
  }
  const old = pack.files.find(({ path }) => path === 'ids.lock')?.content;
  const before = typeof old === 'string' ? old : '';
  const after = sealIdsLock(writeIdsLock(before, pack.deck), pack.deck);
  writeFileSync(join(folder, 'ids.lock'), after);
  const known = readIdsLock(before).lines;
  const all = readIdsLock(after).lines;
  terminal.print(`${folder}/ids.lock: ${all.length} ids, ${all.length - known.length} of them new`);
  for (const line of changedLines(known, all)) terminal.print(line);
  return 0;
}

/** Only the author knows whether a change put a wrong key right, so each question that changed is named. */
function changedLines(known: readonly LockLine[], all: readonly LockLine[]): readonly string[] {
  const before = new Map(known.map((line) => [line.id, line]));
  const isNew = ({ id, revs }: LockLine, rev: string) => {
    const old = before.get(id)?.revs ?? [];
    return old.length > 0 && !old.includes(rev) && revs.at(-1) === rev;
  };
  const changed = all.filter((line) => line.revs.some((rev) => isNew(line, rev)));
  const corrected = changed.filter(({ id, corrected }) => corrected?.on !== before.get(id)?.corrected?.on);
  const reworded = changed.filter((line) => !corrected.includes(line));
  return [
    ...corrected.map(({ id, corrected }) => `corrected: ${id} (${corrected?.voids.length ?? 0} versions are void)`),
    ...reworded.map(({ id }) => `changed: ${id}`),
    ...(reworded.length === 0
      ? []
      : ['If the key of one of them was wrong before, say corrected=YYYY-MM-DD in its heading and lock again.']),
  ];
}
