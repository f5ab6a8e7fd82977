import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlRenderer, Parser } from 'commonmark';
import { peakKb } from '../peak-memory.ts';

/** Renders each Markdown file in a folder with commonmark.js and does nothing else; prints what it took. */
const [folder = ''] = process.argv.slice(2);
const started = performance.now();
const parser = new Parser();
const renderer = new HtmlRenderer();
let made = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
  made += renderer.render(parser.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'))).length;
}
const workMs = performance.now() - started;
console.log(JSON.stringify({ workMs, peakKb: peakKb(), made, warnings: 0 }));
