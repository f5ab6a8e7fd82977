import { existsSync, readdirSync } from 'node:fs';
import { hasErrors } from '../../core/model/diagnostic.ts';
import { countMutants } from '../../core/questions/mutations/prove-mutants.ts';
import { type CompiledFolder, compileFolder } from '../compile-folder.ts';
import { formatReports, type ReportFormat } from '../format-diagnostics.ts';
import { readArguments } from './read-arguments.ts';
import type { Terminal, VerbResult } from './verb.ts';
import { watchFolders } from './watch-folders.ts';

const formats: readonly string[] = ['text', 'json', 'github'] satisfies ReportFormat[];

/** `check [folder…] [--format text|json|github] [--watch] [--mutants]` */
export async function checkPacks(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, ['format'], ['watch', 'mutants']);
  if ('misuse' in read) return read;
  const format = read.flags.format ?? 'text';
  if (!isFormat(format)) return { misuse: `There is no format "${format}".` };
  const folders = read.positionals.length > 0 ? read.positionals : packsIn('content');
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing !== undefined) return { misuse: `There is no folder ${missing}.` };
  const today = new Date().toISOString().slice(0, 10);
  const packs = await Promise.all(folders.map((folder) => compileFolder(folder, '.', { today, unlocked: 'W221' })));
  if (read.switches.has('watch')) return watchFolders(packs, terminal);
  const report = formatReports(packs, format);
  if (report !== '') terminal.print(report);
  for (const pack of packs) terminal.complain(summaryOf(pack));
  if (read.switches.has('mutants')) for (const pack of packs) terminal.complain(mutantsOf(pack));
  return packs.some(({ diagnostics }) => hasErrors(diagnostics)) ? 1 : 0;
}

function isFormat(format: string): format is ReportFormat {
  return formats.includes(format);
}

/** The folders in `content/`. */
export function packsIn(content: string): readonly string[] {
  if (!existsSync(content)) return [];
  const folders = readdirSync(content, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => `${content}/${name}`);
}

/** `content/aws-ecs: 0 errors, 2 warnings (12 notes, 320 questions)` */
export function summaryOf({ folder, deck, diagnostics }: CompiledFolder): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const found = `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
  const size =
    deck === null ? '' : ` (${count(deck.notes.length, 'note')}, ${count(deck.questions.length, 'question')})`;
  return `${folder}: ${found}${size}`;
}

/** `content/aws-ecs: 1040 broken answers tried, 1040 refused` */
function mutantsOf({ folder, deck }: CompiledFolder): string {
  if (deck === null) return `${folder}: broken answers are tried when there are no errors`;
  const { tried, killed } = countMutants(deck.questions);
  return `${folder}: ${count(tried, 'broken answer')} tried, ${killed} refused`;
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
