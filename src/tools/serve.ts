import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { type Headers, headersOf, otherHeaders, pageHeaders } from './headers.ts';

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
 * Serves a built app with the headers it is made for: known routes answer 200 with the app, unknown ones 404
 * with the app's own "not found", a missing asset 404 with no page. Rejects when the port is taken.
 */
export async function serveApp({ root, port, host = '127.0.0.1' }: ServeOptions): Promise<RunningServer> {
  const server = createServer(answerFrom(root));
  await listen(server, port, host);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Inconsistent: the server has no port');
  return {
    origin: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerFrom(root: string) {
  const pagePath = join(root, 'index.html');
  if (!existsSync(pagePath)) throw new Error(`${root} holds no built app: run \`npm run build\` first`);
  const page = pageHeaders(readFileSync(pagePath, 'utf8'));
  const notFound = readFileSync(join(root, '404.html'));
  const files = sirv(root, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => setHeaders(response, headersOf(path, page)),
  });
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') refuse(response, 405, 'Only GET and HEAD are answered.');
    else files(request, response, () => answerMissing(request, response, page, notFound));
  };
}

function answerMissing(request: IncomingMessage, response: ServerResponse, page: Headers, notFound: Buffer): void {
  const isPage = request.headers.accept?.includes('text/html') && !request.url?.startsWith('/assets/');
  if (!isPage) {
    refuse(response, 404, 'There is no such file.');
    return;
  }
  setHeaders(response, page);
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'content-length': notFound.length });
  response.end(request.method === 'HEAD' ? undefined : notFound);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  setHeaders(response, otherHeaders);
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(reason);
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
