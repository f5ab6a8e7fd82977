import type { LogId } from '../../core/model/id.ts';
import { appendLines, type FileHandle } from './line-file.ts';
import { mergeLogs, type OpfsFileHandle } from './merge-logs.ts';
import type { LinesOfLog, OpfsReply, OpfsRequest } from './opfs-protocol.ts';

/** Reading a file that another tab appends to fails now and then; the next look finds it whole. */
const readAttempts = 5;

interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<OpfsRequest>) => void): void;
  postMessage(reply: OpfsReply): void;
  close(): void;
}

const scope = globalThis as unknown as WorkerScope;
const open = new Map<LogId, FileHandle>();
let folderName = '';
let queue: Promise<void> = Promise.resolve();
let merging: Promise<void> = Promise.resolve();

scope.addEventListener('message', ({ data }) => {
  // An answer does not wait until files are merged.
  if (data.ask === 'merge') merging = queue.then(() => answer(data));
  else queue = queue.then(() => answer(data));
});

async function answer(request: OpfsRequest): Promise<void> {
  const { id } = request;
  try {
    scope.postMessage(await perform(request));
  } catch (error) {
    scope.postMessage({ id, error: String(error) });
  }
  if (request.ask === 'close') scope.close();
}

async function perform(request: OpfsRequest): Promise<OpfsReply> {
  const { id } = request;
  switch (request.ask) {
    case 'open':
      folderName = request.folder;
      await logFolder();
      return { id, done: true };
    case 'append':
      for (const lines of request.lines) await append(lines, request.lines.length > 1);
      return { id, done: true };
    case 'read':
      return { id, files: await locked('shared', readAll) };
    case 'merge':
      return { id, merged: await mergeUnlessBusy(request.before) };
    case 'close':
      await merging;
      for (const handle of open.values()) handle.close();
      return { id, done: true };
  }
}

async function logFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

/** Tabs that read and tabs that open files go side by side; merging, which deletes files, goes alone. */
function locked<T>(mode: LockMode, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lockName(), { mode }, work);
}

/** The next start will do what this one cannot. */
function mergeUnlessBusy(before: number): Promise<number> {
  return navigator.locks.request(lockName(), { mode: 'exclusive', ifAvailable: true }, async (lock) =>
    lock === null ? 0 : mergeLogs(await logFolder(), before),
  );
}

function lockName(): string {
  return `sveska-files-${folderName}`;
}

/** `isOnce`: many logs are put back at a time, and their files must not all stay open. */
async function append(lines: LinesOfLog, isOnce: boolean): Promise<void> {
  const handle = open.get(lines.log);
  if (handle) appendLines(handle, lines.text);
  else await locked('shared', () => openAndAppend(lines, isOnce));
}

async function openAndAppend({ log, text }: LinesOfLog, isOnce: boolean): Promise<void> {
  const handle = await openFile(log);
  if (!isOnce) open.set(log, handle);
  try {
    appendLines(handle, text);
  } finally {
    if (isOnce) handle.close();
  }
}

/** The log's file; a file of its own beside it when another tab holds that one. */
async function openFile(log: LogId): Promise<FileHandle> {
  const folder = await logFolder();
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

async function readAll(): Promise<string[]> {
  const folder = await logFolder();
  const texts: Promise<string>[] = [];
  for await (const handle of folder.values()) {
    if (handle.kind === 'file') texts.push(readText(handle as FileSystemFileHandle));
  }
  return Promise.all(texts);
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
