import { resolve } from 'node:path';
import { build } from 'vite';
import { choosePort } from './choose-port.ts';
import { serveApp } from './serve.ts';

/** `npm start`: builds the app into `dist/`, serves it and prints the address. */
async function buildAndServe(port: number): Promise<void> {
  console.log('Building Sveska. This takes a few seconds.');
  try {
    await build({ logLevel: 'warn' });
  } catch (error) {
    // What is wrong with a pack is in the message; where in the bundler it came up helps nobody.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return;
  }
  const { origin } = await serveApp({ root: resolve('dist'), port });
  console.log(`Sveska is ready: ${origin}/\nPress Ctrl+C to stop it.`);
}

// Before the build: nobody should wait only to hear that the port is taken.
const choice = await choosePort(process.env.PORT);
if ('port' in choice) await buildAndServe(choice.port);
else {
  console.error(choice.refusal);
  process.exitCode = 1;
}
