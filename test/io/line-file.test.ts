import { describe, expect, it } from 'vitest';
import { writeLine } from '../../src/core/model/log/log-lines.ts';
import { appendLines, type FileHandle, readFiles, readWhole } from '../../src/io/storage/line-file.ts';
import { threeAnswers } from './support/record-places.ts';

/** A file in memory, on a disk that takes so many bytes more. */
function fileWith(text: string, room = Number.POSITIVE_INFINITY): FileHandle & { readonly flushed: readonly string[] } {
  let bytes = new TextEncoder().encode(text);
  const flushed: string[] = [];
  return {
    flushed,
    getSize: () => bytes.length,
    read(buffer, { at }) {
      const part = bytes.subarray(at, at + buffer.length);
      buffer.set(part);
      return part.length;
    },
    write(buffer, { at }) {
      const part = buffer.subarray(0, room);
      const next = new Uint8Array(Math.max(bytes.length, at + part.length));
      next.set(bytes);
      next.set(part, at);
      bytes = next;
      return part.length;
    },
    truncate(size) {
      bytes = bytes.slice(0, size);
    },
    flush: () => void flushed.push(new TextDecoder().decode(bytes)),
    close: () => {},
  };
}

const entries = threeAnswers();
const [first = '', second = '', third = ''] = entries.map((entry) => `${writeLine(entry)}\n`);

describe('appending to a file of lines', () => {
  it('is over when what was written is on the disk', () => {
    const file = fileWith(first);
    appendLines(file, second);
    expect(file.flushed).toEqual([first + second]);
  });

  it.each([0, 1, 50])('to a disk that takes %d bytes more fails, and leaves the file as it was', (room) => {
    const file = fileWith(first, room);
    expect(() => appendLines(file, second)).toThrow(/Only \d+ of \d+ bytes were written/);
    expect([readWhole(file), file.flushed]).toEqual([first, []]);
  });

  it('begins a new line after a torn one, which costs only itself', () => {
    const file = fileWith(first + second.slice(0, 20));
    appendLines(file, third);
    expect(readFiles([readWhole(file)])).toEqual({ entries: [entries[0], entries[2]], damaged: 1 });
  });
});

describe('files of lines', () => {
  it('give each entry once, however many files have it', () => {
    expect(readFiles([first + second, second + third]).entries).toEqual(entries);
  });

  it('have no damage in a torn end, which was never saved, and damage in a line that was ended', () => {
    const torn = second.slice(0, -2);
    expect(readFiles([first + torn])).toEqual({ entries: [entries[0]], damaged: 0 });
    expect(readFiles([`${first}${torn}\n`])).toEqual({ entries: [entries[0]], damaged: 1 });
  });
});
