import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { meantName } from '../../core/compiler/suggest-name.ts';
import { packIdAt } from '../compile-folder.ts';
import { packsIn } from '../compile-folders.ts';
import { packAround } from './pack-around.ts';

/** Where packs live that are checked, tested and shipped. */
export const packsHome = 'content';

/** A path that is there, or why there is none. */
export type Target = { readonly path: string } | { readonly misuse: string };

/**
 * What a word of the command line means: a path, or a pack of `content/` by its id or its folder's name, also with a
 * path in it behind (`my-pack/notes/ports.md`). A pack goes before a folder of that name that holds none.
 */
export async function findTarget(word: string): Promise<Target> {
  if (existsSync(word) && (await isOfPack(word))) return { path: word };
  const path = await pathInPack(word);
  if (path !== null) return { path };
  return existsSync(word) ? { path: word } : { misuse: await missing(word) };
}

/** The first of several that is not there decides. */
export async function findTargets(
  words: readonly string[],
): Promise<{ readonly paths: readonly string[] } | { readonly misuse: string }> {
  const paths: string[] = [];
  for (const word of words) {
    const target = await findTarget(word);
    if ('misuse' in target) return target;
    paths.push(target.path);
  }
  return { paths };
}

/** `There is no folder, file or pack "my-pak". Did you mean content/my-pack?` */
async function missing(word: string): Promise<string> {
  const near = (await nearPath(packsHome, word)) ?? (await nearPath(isAbsolute(word) ? '/' : '.', word));
  return `There is no folder, file or pack "${word}".${near === null ? '' : ` Did you mean ${near}?`}`;
}

async function pathInPack(word: string): Promise<string | null> {
  const [name = '', ...rest] = word.replace(/\/+$/, '').split('/');
  for (const pack of await packsIn(packsHome)) {
    const path = [pack, ...rest].join('/');
    if ((pack === `${packsHome}/${name}` || packIdAt(pack) === name) && existsSync(path)) return path;
  }
  return null;
}

/** The path with each name that is not there taken for the nearest one that is; null when that leads to no pack. */
async function nearPath(from: string, word: string): Promise<string | null> {
  let path = from;
  for (const name of word.split('/').filter((part) => part !== '')) {
    const next = existsSync(join(path, name)) ? name : meantName(name, namesIn(path));
    if (next === null) return null;
    path = join(path, next);
  }
  return path.endsWith('.md') || (!statSync(path).isFile() && (await isOfPack(path))) ? path : null;
}

async function isOfPack(path: string): Promise<boolean> {
  return statSync(path).isFile() || packAround(path) !== null || (await packsIn(path)).length > 0;
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) && statSync(folder).isDirectory()
    ? readdirSync(folder).filter((name) => !/^\./.test(name))
    : [];
}
