import type { LogId } from '../../core/model/id.ts';
import { appendLines, type FileHandle } from './line-file.ts';
import type { LinesOfLog, OpfsReply, OpfsRequest } from './opfs-protocol.ts';

/** Reading a file that another tab appends to fails now and then; the next look finds it whole. */
const readAttempts = 5;

interface OpfsFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<FileHandle>;
}
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<OpfsRequest>) => void): void;
  postMessage(reply: OpfsReply): void;
  close(): void;
}

const scope = globalThis as unknown as WorkerScope;
const open = new Map<LogId, FileHandle>();
let folderName = '';
let queue: Promise<void> = Promise.resolve();

scope.addEventListener('message', ({ data }) => {
  queue = queue.then(() => answer(data));
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
      return { id, files: await readAll() };
    case 'close':
      for (const handle of open.values()) handle.close();
      return { id, done: true };
  }
}

async function logFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(folderName, { create: true });
}

/** `isOnce`: many logs are put back at a time, and their files must not all stay open. */
async function append({ log, text }: LinesOfLog, isOnce: boolean): Promise<void> {
  const handle = open.get(log) ?? (await openFile(log));
  appendLines(handle, text);
  if (!isOnce) open.set(log, handle);
  else if (!open.has(log)) handle.close();
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
