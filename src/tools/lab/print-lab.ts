import { isLabName } from '../../core/ecs/labs/lab-names.ts';
import { labs as labsOfTheApp } from '../../core/ecs/labs/lab-registry.ts';
import { readArguments } from '../verbs/read-arguments.ts';
import type { Terminal, VerbResult } from '../verbs/verb.ts';
import type { Lab } from './lab-sheet.ts';
import { sheetOfLab } from './sheet-of-lab.ts';

/** Those that the app has no screen for; their code is loaded when it is asked for. */
const otherLabs: Readonly<Record<string, () => Promise<Lab>>> = {
  lifecycle: async () => (await import('./lifecycle-lab.ts')).lifecycleLab,
};

/** `lab <name> [--seed <number>] [--answer]`: prints a scenario of an engine of ECS, and what comes of it. */
export async function printLab(args: readonly string[], terminal: Terminal): Promise<VerbResult> {
  const read = readArguments(args, ['seed'], ['answer']);
  if ('misuse' in read) return read;
  const [name = '', ...others] = read.positionals;
  const lab = others.length === 0 ? await loadLab(name) : null;
  if (lab === null) {
    return { misuse: `Say one lab: ${[...Object.keys(labsOfTheApp), ...Object.keys(otherLabs)].join(', ')}.` };
  }
  const seed = Number(read.flags.seed ?? 1);
  if (!Number.isSafeInteger(seed)) return { misuse: 'A seed is a whole number.' };
  const { given, answer } = lab(seed);
  const rest = read.switches.has('answer') ? ['', ...answer] : ['', 'See what comes of it with --answer.'];
  for (const line of [...given, ...rest]) terminal.print(line);
  return 0;
}

async function loadLab(name: string): Promise<Lab | null> {
  if (isLabName(name)) return sheetOfLab(name, await labsOfTheApp[name]());
  const load = Object.hasOwn(otherLabs, name) ? otherLabs[name] : undefined;
  return load === undefined ? null : load();
}
