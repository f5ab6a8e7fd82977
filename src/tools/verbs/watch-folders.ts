import { existsSync, type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KeptReadings } from '../../core/compiler/kept-readings.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { type CompiledFolder, compileFolder } from '../compile-folder.ts';
import { formatReports } from '../format-diagnostics.ts';
import type { Terminal } from './verb.ts';

/** An editor saves in several steps; the last of them counts. */
const settleMs = 60;

/** Compiles packs again at every save and says only what changed, until the process is told to stop. */
export async function watchFolders(packs: readonly CompiledFolder[], terminal: Terminal): Promise<0> {
  const report = formatReports(packs, 'text');
  if (report !== '') terminal.print(report);
  for (const { folder } of packs) terminal.complain(`Watching ${folder}. Ctrl+C ends it.`);
  const stops = packs.map((pack) => watchPack(pack, terminal));
  await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  for (const stop of stops) stop();
  return 0;
}

/** Watches a pack; gives what ends it. */
function watchPack(first: CompiledFolder, terminal: Terminal): () => void {
  const watchers = new Map<string, FSWatcher>();
  const kept: KeptReadings = { current: null };
  let before = first;
  let waiting: NodeJS.Timeout | undefined;
  const recompile = async () => {
    watchNew();
    const after = await compileFolder(first.folder, '.', {
      today: new Date().toISOString().slice(0, 10),
      unlocked: 'W221',
      kept,
    });
    const changes = changesBetween(before, after);
    before = after;
    if (changes !== '') terminal.print(changes);
  };
  // Folder by folder: Node's recursive watch on Linux loses a file that an editor puts in the place of another.
  const watchNew = () => {
    for (const folder of foldersOf(first.folder)) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => void recompile(), settleMs);
      });
      // A folder that is taken away ends its own watch.
      watcher.on('error', () => watchers.delete(folder));
      watchers.set(folder, watcher);
    }
  };
  watchNew();
  return () => {
    for (const watcher of watchers.values()) watcher.close();
    clearTimeout(waiting);
  };
}

/** The folders whose files make a pack; of a pack in one file, the folder that it lies in. */
function foldersOf(pack: string): readonly string[] {
  if (!statSync(pack).isDirectory()) return [dirname(pack)];
  const parts = ['notes', 'questions', 'media'].map((part) => join(pack, part));
  return [pack, ...parts.filter((part) => existsSync(part))];
}

/**
 * What a save changed: complaints that are new, in full, and a line for each that is gone. One that only moved to
 * another line is neither. Empty when nothing changed.
 */
export function changesBetween(before: CompiledFolder, after: CompiledFolder): string {
  const added = without(after.diagnostics, before.diagnostics);
  const gone = without(before.diagnostics, after.diagnostics);
  if (added.length + gone.length === 0) return '';
  const mended = gone.map(({ code, file, message }) => `mended  ${code}  ${after.folder}/${file}: ${message}`);
  const report = added.length === 0 ? [] : [formatReports([{ ...after, diagnostics: added }], 'text')];
  const left = after.diagnostics.length;
  return [...mended, ...report, left === 0 ? 'Nothing to complain of.' : `${left} in all.`].join('\n');
}

/** The complaints that the others do not hold, each counted as often as it is made. */
function without(diagnostics: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return diagnostics.filter((diagnostic) => {
    const known = counts.get(keyOf(diagnostic)) ?? 0;
    counts.set(keyOf(diagnostic), known - 1);
    return known <= 0;
  });
}

function keyOf({ code, file, message }: Diagnostic): string {
  return `${code} ${file} ${message}`;
}
