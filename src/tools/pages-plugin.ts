import { resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin, ResolvedConfig, Rolldown } from 'vite';
import type { DeckPluginApi } from './deck-plugin.ts';
import { withFirstVisit } from './first-page.ts';
import { headersFile, pageHeaders, withPolicy } from './headers.ts';
import { fillServiceWorker, type KeptFile, publicFiles } from './precache.ts';
import { redirectsFile, screenRoutes } from './routes.ts';

/** Of all pages without a card, the one that the service worker asks for; any would do. */
const otherPage = 'notes';
const smallestToCompress = 1024;
const serviceWorkerSource = resolve('src/io/offline/service-worker.ts');

/**
 * Finishes a build: the style sheet moves into the page (its hash goes into the policy, which stands in the page
 * as well), the page is written for every screen so that static hosts answer 200, the service worker learns what to
 * keep, and everything is compressed beside its original. A note or a question has no page: hosts are told in
 * `_redirects` what answers its address, and where they do not read that, `404.html` opens it all the same.
 */
export function pagesPlugin(): Plugin {
  let config: ResolvedConfig | undefined;
  return {
    name: 'sveska-pages',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: serviceWorkerSource, fileName: 'sw.js' });
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset' || config === undefined) return;
        const html = withPolicy(inlineStyles(String(page.source), bundle));
        // What is drawn into it is no script and no style, so the policy is the same.
        const home = await withFirstVisit(html, decksOf(config)?.entries() ?? []);
        page.source = home;
        fillWorker(bundle, { home, html }, config);
        const emit: Emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
        emitPages(emit, html, ['404.html', ...screenRoutes.filter((route) => route !== '/').map(pageOf)]);
        const named = publicFiles(config.publicDir).map(({ path }) => `/${path}`);
        emit('_headers', headersFile(html, named));
        emit('_redirects', redirectsFile());
        for (const [fileName, file] of Object.entries(bundle)) emitCompressed(emit, fileName, contentOf(file));
      },
    },
  };
}

function decksOf({ plugins }: ResolvedConfig): DeckPluginApi | undefined {
  const decks = plugins.find(({ name }) => name === 'sveska-decks') as Plugin<DeckPluginApi> | undefined;
  return decks?.api;
}

function pageOf(route: string): string {
  return `${route.slice(1)}/index.html`;
}

/** The home page and the page of every other address. */
interface Pages {
  readonly home: string;
  readonly html: string;
}

/** The home page stands in the list under the site's base; of the others there is one, and not the worker itself. */
function fillWorker(bundle: Record<string, OutputFile>, pages: Pages, { base, publicDir }: ResolvedConfig): void {
  const { home, html } = pages;
  const worker = bundle['sw.js'];
  if (worker?.type !== 'chunk') throw new Error('Inconsistent: the build has no service worker');
  const built = Object.entries(bundle).filter(([path]) => path !== 'sw.js' && !path.endsWith('.html'));
  const kept = built.map(([path, file]) => ({ path, content: contentOf(file) }));
  const files = [
    { path: '', content: home },
    { path: otherPage, content: html },
    ...kept,
    ...publicFiles(publicDir).filter(isOfTheApp),
  ];
  worker.code = fillServiceWorker(worker.code, files, { base, other: base + otherPage }, pageHeaders(html));
}

/** Pictures for the page of an app shop and for the README are never shown by the app itself. */
function isOfTheApp({ path }: KeptFile): boolean {
  return !path.startsWith('screenshots/');
}

type Emit = (fileName: string, source: string | Uint8Array) => unknown;
type OutputFile = Rolldown.OutputAsset | Rolldown.OutputChunk;

function contentOf(file: OutputFile): string | Uint8Array {
  return file.type === 'chunk' ? file.code : file.source;
}

/** Takes the page's own style sheets into it: one request less before the first paint. */
function inlineStyles(html: string, bundle: Record<string, OutputFile>): string {
  return html.replace(/\s*<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (link, fileName: string) => {
    const sheet = bundle[fileName];
    if (sheet?.type !== 'asset') return link;
    const isUsedElsewhere = Object.values(bundle).some((file) => file.type === 'chunk' && file.code.includes(fileName));
    if (!isUsedElsewhere) delete bundle[fileName];
    return `\n    <style>${String(sheet.source).trim()}</style>`;
  });
}

function emitPages(emit: Emit, html: string, pages: readonly string[]): void {
  const packed = compress(html);
  for (const page of pages) {
    emit(page, html);
    emit(`${page}.br`, packed.br);
    emit(`${page}.gz`, packed.gz);
  }
}

function emitCompressed(emit: Emit, fileName: string, content: string | Uint8Array): void {
  if (!/\.(html|js|json|css|svg)$/.test(fileName) || content.length < smallestToCompress) return;
  if (fileName !== 'index.html' && fileName.endsWith('.html')) return;
  const packed = compress(content);
  emit(`${fileName}.br`, packed.br);
  emit(`${fileName}.gz`, packed.gz);
}

function compress(content: string | Uint8Array): { readonly br: Uint8Array; readonly gz: Uint8Array } {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return { br: brotliCompressSync(content, { params }), gz: gzipSync(content, { level: 9 }) };
}
