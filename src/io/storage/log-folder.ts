import type { LogId } from '../../core/model/id.ts';
import { appendLines, type FileHandle } from './line-file.ts';
import { mergeLogs, type OpfsFileHandle } from './merge-logs.ts';
import type { LinesOfLog } from './opfs-protocol.ts';

/** Reading a file that another tab appends to fails now and then; the next look finds it whole. */
const readAttempts = 5;

/** Files whose texts are in memory at the same time. */
const readAtOnce = 8;

/** The folder of the files of lines; only a worker can write into it. */
export interface LogFolder {
  append(lines: readonly LinesOfLog[]): Promise<void>;
  /** Hands over the text of one file after the other, so that they need not all be in memory. */
  readEach(visit: (text: string) => void): Promise<void>;
  /** Merges files of logs last written before that moment, ms since the epoch; how many went. 0 while a tab is busy. */
  merge(before: number): Promise<number>;
  /** Whether a tab that lives writes this log. */
  isHeld(log: LogId): Promise<boolean>;
  close(): void;
}

export async function openLogFolder(folderName: string): Promise<LogFolder> {
  const lockName = `sveska-files-${folderName}`;
  const open = new Map<LogId, FileHandle>();
  await logFolder(folderName);

  /** Tabs that read and tabs that open files go side by side; merging, which deletes files, goes alone. */
  const shared = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(lockName, { mode: 'shared' }, work);

  /** `isOnce`: many logs are put back at a time, and their files must not all stay open. */
  const openAndAppend = async ({ log, text }: LinesOfLog, isOnce: boolean): Promise<void> => {
    const handle = await openFile(await logFolder(folderName), log);
    if (!isOnce) open.set(log, handle);
    try {
      appendLines(handle, text);
    } finally {
      if (isOnce) handle.close();
    }
  };
  return {
    async append(lines) {
      for (const part of lines) {
        const handle = open.get(part.log);
        if (handle) appendLines(handle, part.text);
        else await shared(() => openAndAppend(part, lines.length > 1));
      }
    },
    readEach: (visit) => shared(async () => readFolder(await logFolder(folderName), visit)),
    // The next start will do what this one cannot.
    merge: (before) =>
      navigator.locks.request(lockName, { mode: 'exclusive', ifAvailable: true }, async (lock) =>
        lock === null ? 0 : mergeLogs(await logFolder(folderName), before),
      ),
    isHeld: async (log) => isFileHeld(await logFolder(folderName), `${log}.jsonl`),
    close() {
      for (const handle of open.values()) handle.close();
      open.clear();
    },
  };
}

async function logFolder(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(name, { create: true });
}

/** The log's file; a file of its own beside it when another tab holds that one. */
async function openFile(folder: FileSystemDirectoryHandle, log: LogId): Promise<FileHandle> {
  for (let copy = 0; ; copy += 1) {
    const name = copy === 0 ? `${log}.jsonl` : `${log}.${copy}.jsonl`;
    const file = (await folder.getFileHandle(name, { create: true })) as OpfsFileHandle;
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      if ((error as DOMException).name !== 'NoModificationAllowedError') throw error;
    }
  }
}

async function isFileHeld(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  const file = (await folder.getFileHandle(name).catch(() => null)) as OpfsFileHandle | null;
  if (file === null) return false;
  try {
    (await file.createSyncAccessHandle()).close();
    return false;
  } catch (error) {
    return (error as DOMException).name === 'NoModificationAllowedError';
  }
}

async function readFolder(folder: FileSystemDirectoryHandle, visit: (text: string) => void): Promise<void> {
  // The list first: what is merged or added meanwhile does not disturb the walk.
  const files: FileSystemFileHandle[] = [];
  for await (const handle of folder.values()) {
    if (handle.kind === 'file') files.push(handle as FileSystemFileHandle);
  }
  for (let from = 0; from < files.length; from += readAtOnce) {
    for (const text of await Promise.all(files.slice(from, from + readAtOnce).map(readText))) visit(text);
  }
}

async function readText(handle: FileSystemFileHandle): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (await handle.getFile()).text();
    } catch (error) {
      if (attempt === readAttempts) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt));
    }
  }
}
