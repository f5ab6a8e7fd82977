import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFolder } from '../../../src/tools/compile-folder.ts';
import { medianOf, msOf } from '../bench.ts';

/**
 * Compiles a pack, then again after each of several edits, each of one question of another file. Prints the medians of
 * that, and of reading and hashing all files after the same edit. The first edits only warm up.
 */
const [folder = ''] = process.argv.slice(2);
const warmUps = 5;
const edits = 20;
const options = { today: '2026-11-22', kept: { current: null } };
const names = readdirSync(join(folder, 'questions')).sort();
await compile();
const ours: number[] = [];
const floor: number[] = [];
for (let round = 0; round < warmUps + edits; round++) {
  edit(join(folder, 'questions', names[(round * 7) % names.length] ?? ''), round);
  const [hashMs, compileMs] = [await msOf(hashAll), await msOf(compile)];
  if (round < warmUps) continue;
  floor.push(hashMs);
  ours.push(compileMs);
}
console.log(JSON.stringify({ ours: medianOf(ours), floor: medianOf(floor) }));

async function compile(): Promise<void> {
  const { deck, diagnostics } = await compileFolder(folder, '.', options);
  if (deck === null) throw new Error(`The edited pack does not compile: ${JSON.stringify(diagnostics.slice(0, 3))}`);
}

function edit(path: string, round: number): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace('The ', `The word${round} `));
}

function hashAll(): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      createHash('sha256')
        .update(readFileSync(join(entry.parentPath, entry.name)))
        .digest('hex');
    }
  }
}
