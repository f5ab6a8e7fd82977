import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type BuiltFile, listBuiltFiles, readStored } from './built-files.ts';
import { type Headers, headersOf, otherHeaders, pageHeaders } from './headers.ts';
import { isOwnHost, isUnchanged, pathOf, wantsEncoding } from './requests.ts';
import { isPathBrought } from './routes.ts';

export interface ServeOptions {
  /** Folder of the built app. */
  readonly root: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Loopback unless said otherwise. */
  readonly host?: string;
}

export interface RunningServer {
  /** For example `http://127.0.0.1:4173`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves a built app with the headers it is made for: screens, and addresses that
 * a note or a question may have, answer 200 with the app, all others 404 with the app's own "not found", a missing asset 404 with no page. Files are always sent whole, whatever range is
 * asked for. On loopback only loopback's own names are answered. Rejects when the port is taken.
 */
export async function serveApp({ root, port, host = '127.0.0.1' }: ServeOptions): Promise<RunningServer> {
  const server = createServer(answerFrom(root, host));
  await listen(server, port, host);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Inconsistent: the server has no port');
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What every answer needs of the built app. */
interface Site {
  readonly host: string;
  readonly files: ReadonlyMap<string, BuiltFile>;
  readonly page: Headers;
  readonly notFound: Buffer;
}

function answerFrom(root: string, host: string) {
  const pagePath = join(root, 'index.html');
  if (!existsSync(pagePath)) throw new Error(`${root} holds no built app: run \`npm run build\` first`);
  const page = pageHeaders(readFileSync(pagePath, 'utf8'));
  const site: Site = { host, files: listBuiltFiles(root), page, notFound: readFileSync(join(root, '404.html')) };
  return (request: IncomingMessage, response: ServerResponse): void => {
    // A connection that breaks is the learner's business, not the server's end.
    response.on('error', () => {});
    answer(site, request, response).catch(() => fail(response));
  };
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost(request.headers.host, site.host)) {
    refuse(response, 421, 'This server answers for its own address only.');
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    refuse(response, 405, 'Only GET and HEAD are answered.');
  } else {
    const path = pathOf(request.url ?? '');
    const file = path === null ? undefined : fileFor(site, path);
    if (file === undefined || !(await send(site, file, request, response))) answerMissing(site, request, response);
  }
}

/** An address of a note or a question has no file of its own: the app's page opens it. */
function fileFor({ files }: Site, path: string): BuiltFile | undefined {
  return files.get(path) ?? (isPathBrought(path) ? files.get('/index.html') : undefined);
}

/** Sends a file in the form that the browser takes; false when it cannot be read any more. */
async function send(site: Site, file: BuiltFile, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const packed = file.packed.find(({ encoding }) => wantsEncoding(request.headers['accept-encoding'], encoding));
  const stored = packed ?? file.plain;
  const content = await readStored(stored);
  if (content === null) return false;
  setHeaders(response, headersOf(file.path, site.page));
  response.setHeader('ETag', stored.tag);
  if (file.packed.length > 0) response.setHeader('Vary', 'Accept-Encoding');
  if (packed !== undefined) response.setHeader('Content-Encoding', packed.encoding);
  if (isUnchanged(request.headers['if-none-match'], stored.tag)) response.writeHead(304).end();
  else {
    response.writeHead(200, { 'Content-Length': content.length });
    response.end(request.method === 'HEAD' ? undefined : content);
  }
  return true;
}

function answerMissing({ page, notFound }: Site, request: IncomingMessage, response: ServerResponse): void {
  const isPage = request.headers.accept?.includes('text/html') && !/^\/(?:assets|workers)\//.test(request.url ?? '');
  if (!isPage) {
    refuse(response, 404, 'There is no such file.');
    return;
  }
  setHeaders(response, headersOf('/404.html', page));
  response.writeHead(404, { 'Content-Length': notFound.length });
  response.end(request.method === 'HEAD' ? undefined : notFound);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  setHeaders(response, otherHeaders);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(reason);
}

function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else refuse(response, 500, 'This request could not be answered.');
}

function setHeaders(response: ServerResponse, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
