import { type LogFolder, openLogFolder } from './log-folder.ts';
import type { OpfsReply, OpfsRequest } from './opfs-protocol.ts';

interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<OpfsRequest>) => void): void;
  postMessage(reply: OpfsReply): void;
  close(): void;
}

const scope = globalThis as unknown as WorkerScope;
let folder: LogFolder | null = null;
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
  if (request.ask === 'open') folder = await openLogFolder(request.folder);
  if (folder === null) throw new Error('Inconsistent: the folder comes first');
  switch (request.ask) {
    case 'open':
      return { id, done: true };
    case 'append':
      await folder.append(request.lines);
      return { id, done: true };
    case 'read': {
      const files: string[] = [];
      await folder.readEach((text) => files.push(text));
      return { id, files };
    }
    case 'merge':
      return { id, merged: await folder.merge(request.before) };
    case 'close':
      await merging;
      folder.close();
      return { id, done: true };
  }
}
