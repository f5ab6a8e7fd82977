import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import type { PackEntry } from '../core/model/deck.ts';
import { hasErrors } from '../core/model/diagnostic.ts';
import { type CompiledFolder, compileFolder } from './compile-folder.ts';
import { formatReports } from './format-diagnostics.ts';
import { serveDecks } from './serve-decks.ts';
import { routesOf, type ShippedDeck, shipDeck } from './ship-deck.ts';

const virtualId = 'virtual:sveska-packs';
const resolvedId = `\0${virtualId}`;
const devBase = '/@sveska/';

/** What the plugin tells those that write pages: paths of the app that the shipped decks bring. */
export interface DeckPluginApi {
  routes(): readonly string[];
}

/**
 * Compiles every pack in `content` (or the one pack that it is) and ships it as an index and shards. A build fails on any error. The dev
 * server compiles again when a pack file is saved; while a pack has errors they lie over the page and the
 * last good deck stays served.
 */
export function deckPlugin(content = 'content'): Plugin<DeckPluginApi> {
  const decks = new Map<string, ShippedDeck>();
  const routes = new Set<string>();
  let base = '/assets/';
  let root = '';
  let isBuild = false;
  let compiled: Promise<readonly CompiledFolder[]> | null = null;

  const compileAll = () => {
    compiled ??= compileFolders(resolve(root, content), root).then((folders) => {
      for (const folder of folders) shipFolder(decks, folder, base);
      return folders;
    });
    return compiled;
  };

  return {
    name: 'sveska-decks',
    api: { routes: () => [...routes] },
    configResolved(config) {
      root = config.root;
      isBuild = config.command === 'build';
      base = isBuild ? `${config.base}${config.build.assetsDir}/` : devBase;
    },
    async buildStart() {
      if (!isBuild) return;
      const folders = await compileAll();
      const report = formatReports(folders, 'text');
      if (folders.some(({ diagnostics }) => hasErrors(diagnostics)))
        this.error(`A pack does not compile.\n\n${report}`);
      for (const { deck } of folders) for (const route of deck ? routesOf(deck) : []) routes.add(route);
      for (const { name, content: source } of [...decks.values()].flatMap(({ files }) => files)) {
        this.emitFile({ type: 'asset', fileName: `${base.slice(1)}${name}`, source });
      }
    },
    resolveId: (id) => (id === virtualId ? resolvedId : undefined),
    async load(id) {
      if (id !== resolvedId) return undefined;
      await compileAll();
      return `export const packs = ${entriesOf(decks)};`;
    },
    configureServer(server) {
      server.middlewares.use(serveDecks(devBase, decks));
      const recompile = () => {
        if (compiled === null) return Promise.resolve();
        compiled = null;
        return compileAll().then((folders) => tellPages(server, folders, decks));
      };
      watchPacks(server, resolve(root, content), recompile);
      server.ws.on('connection', () => {
        void compiled?.then((folders) => showErrors(server, folders));
      });
    },
  };
}

async function compileFolders(content: string, root: string): Promise<readonly CompiledFolder[]> {
  if (isPack(content)) return [await compileFolder(relative(root, content).split(sep).join('/'), root)];
  const names = await readdir(content, { withFileTypes: true }).catch(() => []);
  const folders = names.filter((entry) => entry.isDirectory()).map((entry) => join(content, entry.name));
  return Promise.all(folders.sort().map((folder) => compileFolder(relative(root, folder).split(sep).join('/'), root)));
}

function isPack(path: string): boolean {
  return existsSync(join(path, 'pack.yaml')) || (existsSync(path) && statSync(path).isFile());
}

function shipFolder(decks: Map<string, ShippedDeck>, { folder, deck, files }: CompiledFolder, base: string): void {
  if (deck === null) return;
  const media = files.filter(({ path }) => path.startsWith('media/'));
  decks.set(folder, shipDeck(deck, media, base));
}

/** A script's literal: JSON, with `<` written so that it can stand anywhere. */
function entriesOf(decks: ReadonlyMap<string, ShippedDeck>): string {
  const entries: readonly PackEntry[] = [...decks.values()].map(({ entry }) => entry);
  return JSON.stringify(entries).replaceAll('<', '\\u003c');
}

function watchPacks(server: ViteDevServer, content: string, recompile: () => Promise<void>): void {
  let waiting: NodeJS.Timeout | undefined;
  const onFile = (_event: string, path: string) => {
    if (path !== content && !path.startsWith(content + sep)) return;
    clearTimeout(waiting);
    // An editor saves in several steps; the last of them counts.
    waiting = setTimeout(() => void recompile(), 40);
  };
  // A pack that is previewed may lie outside of the root, which is all that Vite watches.
  server.watcher.add(content);
  server.watcher.on('all', onFile);
}

function tellPages(
  server: ViteDevServer,
  folders: readonly CompiledFolder[],
  decks: ReadonlyMap<string, ShippedDeck>,
): void {
  const module = server.moduleGraph.getModuleById(resolvedId);
  if (module) server.moduleGraph.invalidateModule(module);
  // An update without modules takes an overlay away, and keeps the first real one from reloading the page.
  server.ws.send({ type: 'update', updates: [] });
  for (const { folder, deck } of folders) {
    const shipped = decks.get(folder);
    if (deck && shipped) server.ws.send('sveska:pack', shipped.entry);
  }
  showErrors(server, folders);
}

function showErrors(server: ViteDevServer, folders: readonly CompiledFolder[]): void {
  const broken = folders.filter(({ diagnostics }) => hasErrors(diagnostics));
  if (broken.length === 0) return;
  const message = formatReports(broken, 'text');
  server.config.logger.error(message, { timestamp: true });
  server.ws.send(overlayOf(message, broken));
}

function overlayOf(message: string, broken: readonly CompiledFolder[]): ErrorPayload {
  const worst = broken.flatMap(({ folder, diagnostics }) =>
    diagnostics.filter(({ severity }) => severity === 'error').map((diagnostic) => ({ ...diagnostic, folder })),
  )[0];
  const place = worst && { file: `${worst.folder}/${worst.file}`, line: worst.line, column: worst.column };
  return { type: 'error', err: { message, stack: '', plugin: 'sveska-decks', ...(place && { loc: place }) } };
}
