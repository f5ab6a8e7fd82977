import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileEach } from '../../../src/core/compiler/compile-pack.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { peakKb } from '../peak-memory.ts';

/** Compiles the pack in a folder and writes the deck as JSON, as a build would; prints what it took. */
const [folder = '', out = ''] = process.argv.slice(2);
const started = performance.now();
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path: path.slice(folder.length + 1), content: readFileSync(path, 'utf8') };
  });
const shardLength = 100;
let shard: Question[] = [];
let made = 0;
const { value, diagnostics } = compileEach(files, { today: '2026-11-22' }, (questions) => {
  for (const question of questions) {
    shard.push(question);
    if (++made % shardLength === 0) writeShard();
  }
});
if (value === null) throw new Error(`The generated pack does not compile: ${JSON.stringify(diagnostics.slice(0, 3))}`);
if (shard.length > 0) writeShard();
writeFileSync(join(out, 'index.json'), JSON.stringify(value));
const workMs = performance.now() - started;
console.log(
  JSON.stringify({
    workMs,
    peakKb: peakKb(),
    made,
    warnings: diagnostics.length,
  }),
);

function writeShard(): void {
  writeFileSync(join(out, `${Math.ceil(made / shardLength) - 1}.json`), JSON.stringify(shard));
  shard = [];
}
