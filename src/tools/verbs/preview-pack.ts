import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { createServer } from 'vite';
import { notePath, questionPath } from '../../core/model/address.ts';
import { compileFolder } from '../compile-folder.ts';
import { packsIn } from '../compile-folders.ts';
import { formatReports } from '../format-diagnostics.ts';
import { packAround } from './pack-around.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal, VerbResult } from './verb.ts';

/** What is shown: a pack's folder (or its single file), and the page of the app to begin with. */
interface Preview {
  readonly pack: string;
  readonly page: string;
}

/** `preview <folder | file | pack/question> [--port]`: the development server on one pack, until it is told to stop. */
export async function previewPack(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, ['port']);
  if ('misuse' in read) return read;
  const [target, ...others] = read.positionals;
  if (target === undefined || others.length > 0) return { misuse: 'Say one folder, file or question to look at.' };
  const preview = existsSync(target) ? await previewOfPath(target) : await previewOfQuestion(target);
  if (preview === null) return { misuse: `There is no folder, file or question "${target}".` };
  // The configuration of Vite reads it, so it has to stand before the server is made.
  process.env.SVESKA_CONTENT = resolve(preview.pack);
  const port = Number(read.flags.port ?? 5173);
  const server = await createServer({ root: resolve('.'), server: { port, host: '127.0.0.1' }, logLevel: 'warn' });
  await server.listen();
  const origin = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
  terminal.print(`${origin.replace(/\/$/, '')}${preview.page}`);
  const { deck, ...broken } = await compileFolder(preview.pack);
  if (deck === null) {
    terminal.complain(formatReports([broken], 'text'));
    terminal.complain('The pack does not compile yet; its page shows what is to be mended, and then the pack.');
  }
  terminal.complain(`Showing ${preview.pack}. Every save shows at once; Ctrl+C ends it.`);
  await new Promise<void>((done) => process.once('SIGINT', done).once('SIGTERM', done));
  await server.close();
  return 0;
}

async function previewOfPath(path: string): Promise<Preview | null> {
  if (statSync(path).isDirectory()) return existsSync(join(path, 'pack.yaml')) ? { pack: path, page: '/' } : null;
  const pack = packAround(path);
  if (pack === null) return { pack: path, page: '/' };
  const [part, name = ''] = relative(pack, path).split(sep);
  const { deck } = await compileFolder(pack);
  const note = deck?.notes.find(({ id }) => part === 'notes' && `${id}.md` === name)?.id;
  if (deck && note) return { pack, page: notePath({ pack: deck.pack.id, note, section: null }) };
  const id = deck?.questions.find((question) => idsIn(path).has(question.id.slice(deck.pack.id.length + 1)))?.id;
  return { pack, page: id === undefined ? '/' : questionPath(id) };
}

function idsIn(path: string): ReadonlySet<string> {
  return new Set(
    Array.from(readFileSync(path, 'utf8').matchAll(/^##.*\{(?:[^}]*\s)?#([a-z0-9-]+)/gm), ([, id = '']) => id),
  );
}

async function previewOfQuestion(id: string): Promise<Preview | null> {
  for (const pack of await packsIn('content')) {
    const { deck } = await compileFolder(pack);
    const found = deck?.questions.find((question) => question.id === id);
    if (found) return { pack, page: questionPath(found.id) };
  }
  return null;
}
