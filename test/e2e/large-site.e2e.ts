import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePack } from '../bench/generate-pack.ts';
import { buildApp } from './support/build-app.ts';
import { servedApp } from './support/serve-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'sveska-large-'));
const few = 100;
const many = 1_100;
const questionsInShard = 50;
const distOf = (count: number) => join(folder, `dist-${count}`);
beforeAll(() => {
  for (const count of [few, many]) {
    generatePack(join(folder, `pack-${count}`), count);
    buildApp(distOf(count), join(folder, `pack-${count}`));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const app = servedApp(distOf(many));

describe('the built site of a large pack', () => {
  it('has no file for a question but its shard, plain and compressed', () => {
    const added = filesOf(many).length - filesOf(few).length;
    expect(added).toBe(((many - few) / questionsInShard) * 3);
  });

  it('spends on a question no byte outside of its deck, but for its shard’s line in the service worker', () => {
    const outside = (count: number) =>
      bytesOf(filesOf(count).filter(({ path }) => !/\.json(?:\.br|\.gz)?$/.test(path)));
    expect((outside(many) - outside(few)) / (many - few)).toBeLessThan(10);
  });

  it('opens a question by its address', async () => {
    const page = await app.open();
    const response = await page.goto('/q/bench/q-777');
    await page.locator('.card .prompt').waitFor();
    expect(response?.status()).toBe(200);
  });
});

interface SiteFile {
  readonly path: string;
  readonly bytes: number;
}

function filesOf(count: number): readonly SiteFile[] {
  const entries = readdirSync(distOf(count), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return paths.map((path) => ({ path, bytes: statSync(path).size }));
}

function bytesOf(files: readonly SiteFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
