import { type FileHandle, readWhole } from './line-file.ts';
import { linesToMerge, monthFileName, monthOf, sealLines } from './month-file.ts';

export interface OpfsFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<FileHandle>;
}

interface Source {
  readonly name: string;
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
    const isMerged = sources.length === 1 && sources[0]?.isMonth;
    if (!isMerged) merged += await mergeMonth(folder, month, sources);
  }
  return merged;
}

async function sourcesOf(folder: FileSystemDirectoryHandle, before: number): Promise<Source[]> {
  const sources: Source[] = [];
  for await (const handle of folder.values()) {
    if (handle.kind !== 'file') continue;
    const { name } = handle;
    const month = monthOf(name);
    const writtenAt = month === null ? (await (handle as FileSystemFileHandle).getFile()).lastModified : 0;
    if (month !== null) sources.push({ name, month, isMonth: true });
    else if (writtenAt < before)
      sources.push({ name, month: new Date(writtenAt).toISOString().slice(0, 7), isMonth: false });
  }
  return sources;
}

async function mergeMonth(
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
