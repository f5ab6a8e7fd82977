import { type FileHandle, readWhole } from './line-file.ts';
import { linesToMerge, monthFileName, monthOf, sealLines } from './month-file.ts';

export interface OpfsFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<FileHandle>;
}

/** About as large a file becomes, bytes: it is written anew whenever something joins it. */
const fullSize = 4_000_000;

interface Source {
  readonly name: string;
  readonly size: number;
  readonly month: string;
  readonly isMonth: boolean;
}

interface OpenedSource extends Source {
  readonly handle: FileHandle;
}

/**
 * Merges the files of logs that were last written before `before` into one file a month, so that start-up does
 * not open thousands. The new file is written, flushed, read back and compared before the old ones are deleted;
 * a browser killed in between leaves lines that are there twice, which reading takes once. How many files went.
 * To be called under the lock of the folder.
 */
export async function mergeLogs(folder: FileSystemDirectoryHandle, before: number): Promise<number> {
  const months = new Map<string, Source[]>();
  for (const source of await sourcesOf(folder, before)) {
    months.set(source.month, [...(months.get(source.month) ?? []), source]);
  }
  let merged = 0;
  for (const [month, sources] of [...months].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const batch of batchesOf(sources)) merged += await mergeBatch(folder, month, batch);
  }
  return merged;
}

/** Files that go into one; none is left alone but a month's own. */
function batchesOf(sources: readonly Source[]): Source[][] {
  const batches: Source[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const source of sources.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (size + source.size > fullSize) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(source);
    size += source.size;
  }
  return batches.filter((batch) => batch.length > 1 || batch.some(({ isMonth }) => !isMonth));
}

async function sourcesOf(folder: FileSystemDirectoryHandle, before: number): Promise<Source[]> {
  const sources: Source[] = [];
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue;
    const { name } = handle;
    const { lastModified, size } = await (handle as FileSystemFileHandle).getFile();
    const month = monthOf(name);
    if (month !== null) sources.push({ name, size, month, isMonth: true });
    else if (lastModified < before) {
      sources.push({ name, size, month: new Date(lastModified).toISOString().slice(0, 7), isMonth: false });
    }
  }
  return sources;
}

async function mergeBatch(
  folder: FileSystemDirectoryHandle,
  month: string,
  sources: readonly Source[],
): Promise<number> {
  const opened = await openAll(folder, sources);
  try {
    // What cannot be read is kept as it is: it may still be worth something to somebody.
    const readable = opened.flatMap((source) => {
      const lines = linesToMerge(readWhole(source.handle));
      return lines === null ? [] : [{ source, lines }];
    });
    if (readable.every(({ source }) => source.isMonth) && readable.length < 2) return 0;
    const text = sealLines(readable.flatMap(({ lines }) => lines));
    await writeAndCompare(folder, await freeName(folder, month), text);
    for (const { source } of readable) {
      source.handle.close();
      await folder.removeEntry(source.name);
    }
    return readable.length;
  } finally {
    for (const { handle } of opened) handle.close();
  }
}

/** Files that a living tab writes to cannot be opened, and stay. */
async function openAll(folder: FileSystemDirectoryHandle, sources: readonly Source[]): Promise<OpenedSource[]> {
  const opened: OpenedSource[] = [];
  for (const source of sources) {
    const file = (await folder.getFileHandle(source.name)) as OpfsFileHandle;
    const handle = await file.createSyncAccessHandle().catch(() => null);
    if (handle !== null) opened.push({ ...source, handle });
  }
  return opened;
}

async function writeAndCompare(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const file = (await folder.getFileHandle(name, { create: true })) as OpfsFileHandle;
  const handle = await file.createSyncAccessHandle();
  let isSame = false;
  try {
    handle.write(new TextEncoder().encode(text), { at: 0 });
    handle.flush();
    isSame = readWhole(handle) === text;
  } finally {
    handle.close();
    if (!isSame) await folder.removeEntry(name);
  }
  if (!isSame) throw new Error(`${name} did not take what was written`);
}

async function freeName(folder: FileSystemDirectoryHandle, month: string): Promise<string> {
  const taken = new Set<string>();
  for await (const name of folder.keys()) taken.add(name);
  for (let copy = 0; ; copy += 1) {
    const name = monthFileName(month, copy);
    if (!taken.has(name)) return name;
  }
}
