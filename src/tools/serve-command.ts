import { resolve } from 'node:path';
import { type RunningServer, serveApp } from './serve.ts';

const firstPort = 4173;
const portsTried = 20;

/** `npm start`: serves `dist/` on the first free port from 4173, or on `$PORT`, and prints the address. */
async function serveOnFreePort(root: string, port: number, last: number): Promise<RunningServer> {
  try {
    return await serveApp({ root, port });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || port >= last) throw error;
    return serveOnFreePort(root, port + 1, last);
  }
}

const wanted = process.env.PORT;
const from = wanted === undefined ? firstPort : Number(wanted);
const server = await serveOnFreePort(resolve('dist'), from, wanted === undefined ? from + portsTried : from);
console.log(`Sveska is ready: ${server.origin}/`);
