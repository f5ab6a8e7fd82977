import { type FSWatcher, statSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { CompiledFolder } from '../compile-folder.ts';
import { formatReports } from '../format-diagnostics.ts';
import type { Terminal } from './verb.ts';

/** An editor saves in several steps; the last of them counts. */
const settleMs = 60;

/** Compiles the packs of one call anew, always in the same order. */
type Recompile = () => Promise<readonly CompiledFolder[]>;

/** Compiles packs again at every save and says only what changed, until the process is told to stop. */
export async function watchFolders(
  packs: readonly CompiledFolder[],
  recompile: Recompile,
  terminal: Terminal,
): Promise<0> {
  const report = formatReports(packs, 'text');
  if (report !== '') terminal.print(report);
  const stop = tellChanges(packs, recompile, terminal.print);
  for (const { folder } of packs) terminal.complain(`Watching ${folder}. Ctrl+C ends it.`);
  await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await stop();
  return 0;
}

/** Prints what changes in packs that were compiled a moment ago; gives what ends it. */
export function tellChanges(
  packs: readonly CompiledFolder[],
  recompile: Recompile,
  print: (changes: string) => void,
): () => Promise<void> {
  let before = packs;
  let turn = Promise.resolve();
  const tell = async () => {
    const after = await recompile();
    for (const [index, pack] of after.entries()) {
      const changes = changesBetween(before[index] ?? pack, pack);
      if (changes !== '') print(changes);
    }
    before = after;
  };
  const onSave = () => {
    turn = turn.then(tell);
  };
  const stops = packs.map(({ folder }) => watchSaves(folder, onSave));
  // A pack may have been saved between its first compilation and the moment that the watch stood.
  onSave();
  return () => {
    for (const stop of stops) stop();
    return turn;
  };
}

/** Calls back a moment after each save of a pack's file; gives what ends it. */
function watchSaves(pack: string, onSave: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let waiting: NodeJS.Timeout | undefined;
  const settled = () => {
    watchPresent();
    onSave();
  };
  const onEvent = () => {
    clearTimeout(waiting);
    waiting = setTimeout(settled, settleMs);
  };
  // Folder by folder: Node's recursive watch on Linux loses a file that an editor puts in the place of another.
  const watchPresent = () => {
    const present = foldersOf(pack);
    for (const [key, watcher] of watchers) {
      if (present.has(key)) continue;
      watcher.close();
      watchers.delete(key);
    }
    for (const [key, folder] of present) if (!watchers.has(key)) watchers.set(key, watch(folder, onEvent));
  };
  watchPresent();
  return () => {
    for (const watcher of watchers.values()) watcher.close();
    clearTimeout(waiting);
  };
}

/**
 * The folders whose files make a pack; of a pack in one file, the folder that it lies in. The key of each changes when
 * another folder takes its place.
 */
function foldersOf(pack: string): ReadonlyMap<string, string> {
  const inOneFile = statSync(pack, { throwIfNoEntry: false })?.isFile() === true;
  const folders = inOneFile
    ? [dirname(pack)]
    : [pack, ...['notes', 'questions', 'media'].map((part) => join(pack, part))];
  return new Map(
    folders.flatMap((folder) => {
      const found = statSync(folder, { throwIfNoEntry: false });
      return found?.isDirectory() === true ? [[`${found.ino} ${folder}`, folder] as const] : [];
    }),
  );
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
