import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack } from '../../src/core/compiler/compile-pack.ts';
import { peakKb } from './peak-memory.ts';

/** Compiles the pack in a folder and writes the deck as JSON, as a build would; prints what it took. */
const [folder = '', out = ''] = process.argv.slice(2);
const started = performance.now();
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path: path.slice(folder.length + 1), content: readFileSync(path, 'utf8') };
  });
const { value, diagnostics } = compilePack(files, { today: '2026-11-22' });
if (value === null) throw new Error(`The generated pack does not compile: ${JSON.stringify(diagnostics.slice(0, 3))}`);
const shardLength = 100;
const { questions, ...rest } = value;
writeFileSync(join(out, 'index.json'), JSON.stringify(rest));
for (let from = 0; from < questions.length; from += shardLength) {
  writeFileSync(join(out, `${from / shardLength}.json`), JSON.stringify(questions.slice(from, from + shardLength)));
}
const workMs = performance.now() - started;
console.log(
  JSON.stringify({
    workMs,
    peakKb: peakKb(),
    made: questions.length,
    warnings: diagnostics.length,
  }),
);
