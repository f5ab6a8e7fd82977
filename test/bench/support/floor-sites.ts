import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

/** Writes a page without anything into a folder. */
export function buildBlank(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), pageOf('Blank', '<p>Blank</p>'));
  writeFileSync(join(folder, '404.html'), pageOf('Blank', ''));
  compressFolder(folder);
}

/** Shows a button as soon as React can. */
export const readyButton = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('button', { id: 'ready' }, 'Ready'));
`;

/** Builds a page that has nothing but React and a script, into a folder; `head` goes into its HTML. */
export async function buildReact(folder: string, script: string, head = ''): Promise<void> {
  const source = `${folder}-source`;
  mkdirSync(source, { recursive: true });
  const body = '<div id="root"></div><script type="module" src="./main.js"></script>';
  writeFileSync(join(source, 'index.html'), pageOf('React', body, head));
  writeFileSync(join(source, 'main.js'), script);
  await build({
    root: source,
    configFile: false,
    resolve: { alias: modulesOf(['react', 'react-dom']) },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
    logLevel: 'silent',
  });
  writeFileSync(join(folder, '404.html'), pageOf('React', ''));
  compressFolder(folder);
}

/** The floors travel as small as our own files do. */
function compressFolder(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true }).map(String)) {
    if (!/\.(html|js)$/.test(name)) continue;
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(readFileSync(join(folder, name))));
  }
}

function pageOf(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
}

function modulesOf(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, join(process.cwd(), 'node_modules', name)]));
}
