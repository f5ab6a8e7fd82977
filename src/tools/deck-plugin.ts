import { resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { hasErrors } from '../core/model/diagnostic.ts';
import type { ShippedEntry } from '../core/model/shipped-deck.ts';
import type { CompiledFolder } from './compile-folder.ts';
import { createDeckShelf, type DeckShelf } from './deck-shelf.ts';
import { errorsOf, overlayOf, overlayStyle } from './error-overlay.ts';
import { formatReports } from './format-diagnostics.ts';
import { serveDecks } from './serve-decks.ts';

const virtualId = 'virtual:sveska-packs';
const resolvedId = `\0${virtualId}`;
const devBase = '/@sveska/';

/** What the plugin tells those that write pages. */
export interface DeckPluginApi {
  /** What the app is built with of each deck. */
  entries(): readonly ShippedEntry[];
}

/**
 * Compiles every pack in `content` (or the one pack that it is) and ships it as an index and shards. A build fails on any error. The dev
 * server compiles again when a pack file is saved; while a pack has errors they lie over the page and the
 * last good deck stays served.
 */
export function deckPlugin(content = 'content'): Plugin<DeckPluginApi> {
  let base = '/assets/';
  let root = '';
  let isBuild = false;
  const shelf = createDeckShelf(() => ({ root, content, base, isPublished: isBuild }));
  return {
    name: 'sveska-decks',
    api: { entries: shelf.entries },
    configResolved(config) {
      root = config.root;
      isBuild = config.command === 'build';
      base = isBuild ? `${config.base}${config.build.assetsDir}/` : devBase;
    },
    async buildStart() {
      if (!isBuild) return;
      const folders = await shelf.compile();
      const report = formatReports(folders, 'text');
      if (folders.some(({ diagnostics }) => hasErrors(diagnostics)))
        this.error(`A pack does not compile.\n\n${report}`);
      for (const { name, content: source } of [...shelf.decks.values()].flatMap(({ files }) => files)) {
        this.emitFile({ type: 'asset', fileName: `${base.slice(1)}${name}`, source });
      }
    },
    resolveId: (id) => (id === virtualId ? resolvedId : undefined),
    async load(id) {
      if (id !== resolvedId) return undefined;
      const folders = await shelf.compile();
      // Without any deck the app would say that there is nothing to do.
      if (shelf.decks.size === 0 && folders.some(({ diagnostics }) => hasErrors(diagnostics))) {
        this.error(`No pack compiles yet.\n\n${formatReports(folders.map(errorsOf), 'text')}`);
      }
      return `export const packs = ${literalOf(shelf.entries())};`;
    },
    transformIndexHtml: () => (isBuild ? [] : [{ tag: 'style', children: overlayStyle, injectTo: 'head' }]),
    configureServer: (server) => serveShelf(server, shelf, resolve(root, content)),
  };
}

/** JSON as a script's literal, with `<` written so that it can stand anywhere. */
function literalOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Serves the decks in development, and follows what is saved below the content's folder. */
function serveShelf(server: ViteDevServer, shelf: DeckShelf, content: string): void {
  server.middlewares.use(serveDecks(devBase, shelf.decks));
  watchPacks(server, content, async () => {
    if (shelf.compiled() === null) return;
    const before = [...shelf.decks.keys()].join('\n');
    shelf.forget();
    tellPages(server, await shelf.compile(), shelf.decks);
    // A page does not hear of packs that come or go while it is open.
    if ([...shelf.decks.keys()].join('\n') !== before) server.ws.send({ type: 'full-reload' });
  });
  server.ws.on('connection', () => {
    void shelf.compiled()?.then((folders) => showErrors(server, folders));
  });
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

function tellPages(server: ViteDevServer, folders: readonly CompiledFolder[], decks: DeckShelf['decks']): void {
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
  server.config.logger.error(formatReports(broken.map(errorsOf), 'text'), { timestamp: true });
  server.ws.send(overlayOf(broken, server.config.root));
}
