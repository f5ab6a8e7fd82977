import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPackFolder } from '../../src/tools/read-pack-folder.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sveska-pack-'));
  write('pack.yaml', 'format: 1\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('readPackFolder', () => {
  it('reads what belongs to a pack, in the order of the paths', async () => {
    write('questions/ports.md', '## One');
    write('notes/ports.md', '# Ports');
    write('ids.lock', 'one scored\n');
    expect(await paths()).toEqual(['ids.lock', 'notes/ports.md', 'pack.yaml', 'questions/ports.md']);
  });

  it('leaves other files and hidden ones alone', async () => {
    write('README.md', 'about');
    write('notes/.ports.md.swp', 'editor');
    expect(await paths()).toEqual(['pack.yaml']);
  });

  it('gives text as text and media as bytes', async () => {
    write('media/dot.png', new Uint8Array([137, 80, 78, 71]));
    const { files } = readPackFolder(folder);
    expect(files.map(({ content }) => typeof content)).toEqual(['object', 'string']);
  });

  it('takes a byte order mark away', async () => {
    write('notes/ports.md', '\u{feff}# Ports');
    const { files } = readPackFolder(folder);
    expect(files[0]?.content).toBe('# Ports');
  });

  it('reads a pack that is one file', async () => {
    write('one.md', '---\nformat: 1\n---\n');
    const { files } = readPackFolder(join(folder, 'one.md'));
    expect(files).toEqual([{ path: 'one.md', content: '---\nformat: 1\n---\n' }]);
  });

  it('[E104] does not read a text of more than 1 MiB', async () => {
    write('notes/long.md', 'x'.repeat(1024 * 1024 + 1));
    expect(await complaints()).toEqual(['E104 notes/long.md']);
  });

  it('reads a text of exactly 1 MiB', async () => {
    write('notes/long.md', 'x'.repeat(1024 * 1024));
    expect(await complaints()).toEqual([]);
  });

  it('[E104] reads nothing of a pack of more than 64 MiB', async () => {
    write('media/film.mp3', '');
    truncateSync(join(folder, 'media/film.mp3'), 64 * 1024 * 1024 + 1);
    const { files, diagnostics } = readPackFolder(folder);
    expect([files.length, diagnostics.map(({ code }) => code)]).toEqual([0, ['E104']]);
  });

  it('[E101] does not follow a symbolic link', async () => {
    mkdirSync(join(folder, 'notes'));
    symlinkSync('/etc/passwd', join(folder, 'notes/passwd.md'));
    expect(await complaints()).toEqual(['E101 notes/passwd.md']);
  });

  it('[E101] reports a file that is not UTF-8', async () => {
    write('notes/latin.md', new Uint8Array([0x63, 0x61, 0x66, 0xe9]));
    expect(await complaints()).toEqual(['E101 notes/latin.md']);
  });

  it('[E101] reports a file that may not be read', async () => {
    write('notes/secret.md', 'text');
    chmodSync(join(folder, 'notes/secret.md'), 0);
    chmodSync(folder, 0o755);
    expect(await asNobody(complaints)).toEqual(['E101 notes/secret.md']);
  });

  it('[E101] reports a folder that is not there', async () => {
    const { files, diagnostics } = readPackFolder(join(folder, 'nowhere'));
    expect([files, diagnostics.map(({ code }) => code)]).toEqual([[], ['E101']]);
  });

  it('reports every problem at once', async () => {
    write('notes/latin.md', new Uint8Array([0xe9]));
    write('questions/latin.md', new Uint8Array([0xe9]));
    expect(await complaints()).toEqual(['E101 notes/latin.md', 'E101 questions/latin.md']);
  });
});

/** Root may read everything: where the tests run as root, this does not. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.('nobody');
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

async function paths(): Promise<readonly string[]> {
  return readPackFolder(folder).files.map(({ path }) => path);
}

async function complaints(): Promise<readonly string[]> {
  return readPackFolder(folder).diagnostics.map(({ code, file }) => `${code} ${file}`);
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
