import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { KeptReadings } from '../../core/compiler/kept-readings.ts';
import { hasErrors } from '../../core/model/diagnostic.ts';
import { countMutants } from '../../core/questions/proof/prove-mutants.ts';
import { countWords } from '../../core/text/count-words.ts';
import type { CompiledFolder, FolderOptions } from '../compile-folder.ts';
import { compileFolders, packsIn } from '../compile-folders.ts';
import { formatReports, type ReportFormat } from '../format-diagnostics.ts';
import { botsOf } from './bots-of-pack.ts';
import { findTargets, packsHome } from './find-target.ts';
import { packAround } from './pack-around.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal, VerbResult } from './verb.ts';
import { watchFolders } from './watch-folders.ts';

const formats: readonly string[] = ['text', 'json', 'github'] satisfies ReportFormat[];

/** `check [folder, pack or file…] [--format text|json|github] [--watch] [--mutants] [--bots]` */
export async function checkPacks(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, ['format'], ['watch', 'mutants', 'bots']);
  if ('misuse' in read) return read;
  const format = read.flags.format ?? 'text';
  if (!isFormat(format)) return { misuse: `There is no format "${format}".` };
  const targets = await findTargets(read.positionals.length > 0 ? read.positionals : [packsHome]);
  if ('misuse' in targets) return targets;
  const wanted = (await Promise.all(targets.paths.map(wantedAt))).flat();
  const folders = [...new Set(wanted.map(({ folder }) => folder))];
  const kept = new Map<string, KeptReadings>();
  const compile = async () =>
    (await compileFolders(folders, '.', asChecked(), kept)).map((pack) => onlyWanted(pack, wanted));
  const packs = await compile();
  if (read.switches.has('watch')) return watchFolders(packs, compile, terminal);
  const report = formatReports(packs, format);
  if (report !== '') terminal.print(report);
  for (const pack of packs) terminal.complain(summaryOf(pack));
  if (read.switches.has('mutants')) for (const pack of packs) terminal.complain(mutantsOf(pack));
  if (read.switches.has('bots')) for (const pack of packs) terminal.complain(botsOf(pack));
  return packs.some(({ diagnostics }) => hasErrors(diagnostics)) ? 1 : 0;
}

/** A pack is checked as of this day, and may hold ids that are not locked yet. */
function asChecked(): FolderOptions {
  return { today: new Date().toISOString().slice(0, 10), unlocked: 'W221' };
}

function isFormat(format: string): format is ReportFormat {
  return formats.includes(format);
}

/** A pack, or one file of it, that is asked about. */
interface Wanted {
  readonly folder: string;
  /** Null for the whole pack. */
  readonly file: string | null;
}

/** What a path of the command line means: a pack, all packs of a folder, or one file of a pack. */
async function wantedAt(path: string): Promise<readonly Wanted[]> {
  const folder = statSync(path).isFile() ? packAround(path) : null;
  if (folder !== null) return [{ folder, file: relative(folder, path).split(sep).join('/') }];
  const packs = await packsIn(path);
  // A folder without any pack may be one that lacks its pack.yaml, and is told so.
  return (packs.length > 0 ? packs : [path]).map((pack) => ({ folder: pack, file: null }));
}

/** A file is compiled with its pack, for it means nothing without; only what is said of it is shown. */
function onlyWanted(pack: CompiledFolder, wanted: readonly Wanted[]): CompiledFolder {
  const files = wanted.filter(({ folder }) => folder === pack.folder).map(({ file }) => file);
  if (files.includes(null)) return pack;
  return { ...pack, diagnostics: pack.diagnostics.filter(({ file }) => files.includes(file)) };
}

/** `content/demo: 0 errors, 2 warnings (12 notes, 320 questions)` */
export function summaryOf({ folder, deck, diagnostics }: CompiledFolder): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const found = `${countWords(errors, 'error')}, ${countWords(diagnostics.length - errors, 'warning')}`;
  const size =
    deck === null
      ? ''
      : ` (${countWords(deck.notes.length, 'note')}, ${countWords(deck.questions.length, 'question')})`;
  return `${folder}: ${found}${size}`;
}

/** `content/demo: 1040 broken answers tried, 1040 refused` */
function mutantsOf({ folder, deck }: CompiledFolder): string {
  if (deck === null) return `${folder}: broken answers are tried when there are no errors`;
  const { tried, killed } = countMutants(deck.questions);
  return `${folder}: ${countWords(tried, 'broken answer')} tried, ${killed} refused`;
}
