import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatPacks } from '../../src/tools/verbs/format-packs.ts';

const untidy = 'title: Demo\nid: demo\nformat: 1\n';
const tidy = 'format: 1\nid: demo\ntitle: Demo\n';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sveska-format-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** What was printed and complained of, and the verb's own answer. */
async function format(...args: readonly string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const terminal = { print: (text: string) => printed.push(text), complain: (text: string) => complaints.push(text) };
  return { result: await formatPacks(args, terminal), printed, complaints };
}

describe('fmt on a pack whose folder has the name of a file', () => {
  it.each(['pack.yaml', 'ids.lock', 'note.md'])('formats what is in %s', async (name) => {
    const folder = join(root, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'pack.yaml'), untidy);
    const { result, printed } = await format(folder);
    expect([result, printed, readFileSync(join(folder, 'pack.yaml'), 'utf8')]).toEqual([
      0,
      [join(folder, 'pack.yaml')],
      tidy,
    ]);
  });

  it('says of a folder in the place of a file that nothing of it is formatted', async () => {
    mkdirSync(join(root, 'pack.yaml'));
    const { result, printed } = await format(root);
    expect([result, printed]).toEqual([0, []]);
  });
});
