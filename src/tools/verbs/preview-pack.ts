import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { createServer } from 'vite';
import { meantName } from '../../core/compiler/suggest-name.ts';
import { notePath, questionPath } from '../../core/model/address.ts';
import { compileFolder, packIdAt } from '../compile-folder.ts';
import { packsIn } from '../compile-folders.ts';
import { formatReports } from '../format-diagnostics.ts';
import { findTarget, packsHome } from './find-target.ts';
import { packAround } from './pack-around.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal, VerbResult } from './verb.ts';

/** What is shown: a pack's folder (or its single file), and the page of the app to begin with. */
interface Preview {
  readonly pack: string;
  readonly page: string;
}

/** `preview <folder | pack | file | pack/question> [--port]`: the development server on one pack, until it is told to stop. */
export async function previewPack(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, ['port']);
  if ('misuse' in read) return read;
  const [target, ...others] = read.positionals;
  if (target === undefined || others.length > 0) return { misuse: 'Say one folder, file or question to look at.' };
  const found = await findTarget(target);
  const preview = 'path' in found ? await previewOfPath(found.path) : await previewOfQuestion(target);
  if (preview === null) return 'path' in found ? { misuse: `${found.path} holds no pack.yaml.` } : found;
  if ('misuse' in preview) return preview;
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

/** `pack/question`; of a pack that does not compile, its page, which says why. Null when there is no such pack. */
async function previewOfQuestion(id: string): Promise<Preview | { readonly misuse: string } | null> {
  const [name, question, ...more] = id.split('/');
  const pack = (await packsIn(packsHome)).find((folder) => packIdAt(folder) === name);
  if (pack === undefined || !question || more.length > 0) return null;
  const { deck } = await compileFolder(pack);
  if (deck === null) return { pack, page: '/' };
  const ids = deck.questions.map((known) => known.id);
  const found = ids.find((known) => known === id);
  if (found !== undefined) return { pack, page: questionPath(found) };
  const near = meantName(
    question,
    ids.map((known) => known.slice(known.indexOf('/') + 1)),
  );
  return { misuse: `${pack} has no question "${question}".${near === null ? '' : ` Did you mean ${name}/${near}?`}` };
}
