import type { LogEntry } from '../../../src/core/model/log/log-entry.ts';
import type { MarkStore } from '../../../src/core/model/mark-store.ts';
import { writeLog } from '../../log-builders.ts';

export function memoryMarks(): MarkStore {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => kept.set(key, value),
    remove: (key) => kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

/** Resolves after what the browser had to do before, without any timer. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

export async function filesOf(name: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(`${name}-log`);
}

export async function rewrite(name: string, change: (text: string) => string): Promise<void> {
  const file = await (await filesOf(name)).getFileHandle('a.jsonl');
  const text = await (await file.getFile()).text();
  const writable = await file.createWritable();
  await writable.write(change(text));
  await writable.close();
}

export function threeAnswers(log = 'a'): LogEntry[] {
  const writer = writeLog(log);
  return ['one', 'two', 'three'].map((name) => writer.answer(name, 3));
}
