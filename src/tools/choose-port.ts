import { createServer } from 'node:net';

const firstPort = 4173;
const portsTried = 20;
const host = '127.0.0.1';

/** A port that is free, or a sentence for the terminal that says why there is none. */
export type PortChoice = { readonly port: number } | { readonly refusal: string };

/** The port that `$PORT` wants (0 is any free one), else the first free one of twenty from 4173. */
export async function choosePort(wanted: string | undefined): Promise<PortChoice> {
  if (wanted === undefined || wanted === '') return firstFreePort();
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { refusal: `PORT is "${wanted}". A port is a whole number up to 65535.` };
  const error = await errorOfListening(port);
  return error === null ? { port } : { refusal: refusalOf(port, error) };
}

async function firstFreePort(): Promise<PortChoice> {
  const last = firstPort + portsTried - 1;
  for (let port = firstPort; port <= last; port += 1) {
    if ((await errorOfListening(port)) === null) return { port };
  }
  return { refusal: `The ports ${firstPort} to ${last} are all in use. Name a free one: PORT=8080 npm start` };
}

function refusalOf(port: number, { code }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Name another one, or leave PORT out and take any free one.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than you have here. Name one above 1023.`;
  return `Port ${port} cannot be used (${code}). Name another one.`;
}

function errorOfListening(port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
