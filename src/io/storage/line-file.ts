import type { LogEntry } from '../../core/model/log/log-entry.ts';
import { readLine } from '../../core/model/log/log-lines.ts';
import { createEntrySet } from './entry-set.ts';
import { isSeal, readMonth } from './month-file.ts';

const encoder = new TextEncoder();
const lineEnd = 10;

/** The part of `FileSystemSyncAccessHandle` that appending needs. */
export interface FileHandle {
  getSize(): number;
  read(buffer: Uint8Array, options: { at: number }): number;
  write(buffer: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/**
 * Appends whole lines and flushes. After a torn last line it starts a new one, so that the torn line
 * costs only itself. Throws when not every byte was taken, and takes back those that were.
 */
export function appendLines(file: FileHandle, text: string): void {
  const size = file.getSize();
  const bytes = encoder.encode(endsInLine(file, size) ? text : `\n${text}`);
  const written = file.write(bytes, { at: size });
  if (written !== bytes.byteLength) {
    file.truncate(size);
    throw new Error(`Only ${written} of ${bytes.byteLength} bytes were written`);
  }
  file.flush();
}

/** All that the file holds, as text. */
export function readWhole(file: FileHandle): string {
  const bytes = new Uint8Array(file.getSize());
  file.read(bytes, { at: 0 });
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function endsInLine(file: FileHandle, size: number): boolean {
  if (size === 0) return true;
  const last = new Uint8Array(1);
  file.read(last, { at: size - 1 });
  return last[0] === lineEnd;
}

/**
 * Entries of all files, each place once, and how many lines could not be read. A torn last line counts
 * as neither: its writing never ended, so nobody was told that it was saved.
 */
export function readFiles(files: readonly string[]): { readonly entries: LogEntry[]; readonly damaged: number } {
  const entries: LogEntry[] = [];
  const seen = createEntrySet();
  let damaged = 0;
  for (const file of files) {
    const found = readMonth(file) ?? readLines(file, () => (damaged += 1));
    for (const entry of found) if (seen.add(entry)) entries.push(entry);
  }
  return { entries, damaged };
}

/** Entries of a file line by line, each checked; `onDamage` is called for each line that cannot be read. */
function readLines(file: string, onDamage: () => void): LogEntry[] {
  const lines = file.split('\n');
  return lines.flatMap((line, index) => {
    const entry = line === '' || isSeal(line) ? null : readLine(line);
    const isTorn = index === lines.length - 1;
    if (entry === null && line !== '' && !isSeal(line) && !isTorn) onDamage();
    return entry ?? [];
  });
}
