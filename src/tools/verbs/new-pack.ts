import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { idProblem } from '../../core/compiler/heads/written-id.ts';
import { readArguments } from './read-arguments.ts';
import { templatePack } from './template-pack.ts';
import type { Terminal, VerbResult } from './verb.ts';

/** `new <name | folder> [--id] [--title] [--author] [--language] [--licence]` */
export async function newPack(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, ['id', 'title', 'author', 'language', 'licence']);
  if ('misuse' in read) return read;
  const { positionals, flags } = read;
  const [target, ...others] = positionals;
  if (target === undefined || others.length > 0) return { misuse: 'Say one folder for the new pack.' };
  const folder = homeOf(target);
  const id = flags.id ?? basename(resolve(folder));
  const problem = idProblem(id);
  if (problem !== null) return { misuse: `${problem} Say another with --id.` };
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    terminal.complain(`${folder} exists already and is not empty. Nothing was written.`);
    return 1;
  }
  const { title = 'A new pack', author = 'Your name', language = 'en', licence = 'CC-BY-4.0' } = flags;
  for (const { path, content } of templatePack({ id, title, author, language, licence })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    terminal.print(`${folder}/${path}`);
  }
  terminal.print(`\nNext: write over the examples, then run \`npm run sveska -- check ${folder}\`.`);
  return 0;
}

/** A name alone is one of the packs that are checked, tested and shipped; a path is taken as it stands. */
function homeOf(target: string): string {
  return /[\\/]|^\.+$/.test(target) ? target : `content/${target}`;
}
