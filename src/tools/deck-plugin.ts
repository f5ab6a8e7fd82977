import { join, relative, resolve, sep } from 'node:path';
import type { ErrorPayload, Plugin, ViteDevServer } from 'vite';
import type { PackEntry } from '../core/model/deck.ts';
import { hasErrors } from '../core/model/diagnostic.ts';
import type { CompiledFolder } from './compile-folder.ts';
import { compileFolders, packsIn } from './compile-folders.ts';
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
    compiled ??= foldersIn(resolve(root, content), root)
      // What a build ships is published.
      .then((folders) => compileFolders(folders, root, isBuild ? { unlocked: 'E112' } : {}))
      .then((folders) => {
        for (const folder of folders) shipFolder(decks, folder, base);
        for (const known of decks.keys()) if (!folders.some(({ folder }) => folder === known)) decks.delete(known);
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
      const folders = await compileAll();
      // Without any deck the app would say that there is nothing to do.
      if (decks.size === 0 && folders.some(({ diagnostics }) => hasErrors(diagnostics))) {
        this.error(`No pack compiles yet.\n\n${formatReports(folders.map(errorsOf), 'text')}`);
      }
      return `export const packs = ${entriesOf(decks)};`;
    },
    configureServer(server) {
      server.middlewares.use(serveDecks(devBase, decks));
      const recompile = () => {
        if (compiled === null) return Promise.resolve();
        const before = [...decks.keys()].join('\n');
        compiled = null;
        return compileAll().then((folders) => {
          tellPages(server, folders, decks);
          // A page does not hear of packs that come or go while it is open.
          if ([...decks.keys()].join('\n') !== before) server.ws.send({ type: 'full-reload' });
        });
      };
      watchPacks(server, resolve(root, content), recompile);
      server.ws.on('connection', () => {
        void compiled?.then((folders) => showErrors(server, folders));
      });
    },
  };
}

async function foldersIn(content: string, root: string): Promise<readonly string[]> {
  return (await packsIn(content)).map((folder) => relative(root, folder).split(sep).join('/'));
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
  server.config.logger.error(formatReports(broken.map(errorsOf), 'text'), { timestamp: true });
  server.ws.send(overlayOf(broken, server.config.root));
}

function errorsOf(folder: CompiledFolder): CompiledFolder {
  return { ...folder, diagnostics: folder.diagnostics.filter(({ severity }) => severity === 'error') };
}

/** Errors in the overlay's red; below them, in its grey, what is only advice. The place of the first is a link. */
function overlayOf(broken: readonly CompiledFolder[], root: string): ErrorPayload {
  const message = formatReports(broken.map(errorsOf), 'text');
  const advice = broken.flatMap(({ folder, diagnostics }) =>
    diagnostics
      .filter(({ severity }) => severity === 'warning')
      .map(({ code, file, line, message: said }) => `warning ${code} in ${folder}/${file}, line ${line}: ${said}`),
  );
  const [first] = broken.map(errorsOf).flatMap(({ folder, diagnostics }) => diagnostics.map((d) => ({ ...d, folder })));
  // The overlay makes a link of nothing but a whole path.
  const loc = first && { file: join(root, first.folder, first.file), line: first.line, column: first.column };
  return { type: 'error', err: { message, stack: advice.join('\n'), plugin: 'sveska-decks', ...(loc && { loc }) } };
}
