import type { Terminal, Verb } from './verb.ts';

/** A verb's code is loaded when it is asked for. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  new: async () => (await import('./new-pack.ts')).newPack,
  check: async () => (await import('./check-packs.ts')).checkPacks,
  preview: async () => (await import('./preview-pack.ts')).previewPack,
  fmt: async () => (await import('./format-packs.ts')).formatPacks,
  lock: async () => (await import('./lock-pack.ts')).lockPack,
  lab: async () => (await import('../lab/print-lab.ts')).printLab,
};

const usage = `Usage: npm run sveska -- <verb>

  new <name | folder> [--id <id>] [--title <title>] [--author <name>] [--language <tag>] [--licence <spdx>]
      Writes a pack with one question of each kind, to be written over.
  check [pack or file…] [--format text|json|github] [--watch] [--mutants] [--bots]
      Compiles packs and reports every complaint; without a word, all packs in content/; of a file, only its own.
      --watch compiles again at every save and says only what changed. --bots tells how somebody who knows nothing
      fares in the exam.
  preview <pack | file | pack/question> [--port <port>]
      Starts the app on one pack and prints the address; every save shows at once.
  fmt <pack…> [--check]
      Rewrites packs in one spelling and keeps what they mean; --check only names the files that would change.
  lock <pack>
      Adds the pack's new ids to its ids.lock.
  lab <name> [--seed <number>] [--answer]
      Prints a scenario of Amazon ECS by its seed; --answer also prints what comes of it, and why.

A pack is its folder or, of those in content/, its id.

Exit codes: 0 no errors (warnings allowed), 1 errors, 2 wrong usage.`;

/**
 * One call of the command, from the words behind it to its exit code: 0 when all is well, 1 when a pack has errors,
 * 2 when the call is not understood. Paths are those of the folder that the process stands in.
 */
export async function runVerb([name = '', ...rest]: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  if (['help', '--help', '-h'].includes(name)) {
    terminal.print(usage);
    return 0;
  }
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  const verb = await load?.();
  const result = verb === undefined ? { misuse: `There is no verb "${name}".` } : await verb(rest, terminal);
  if (typeof result === 'number') return result;
  terminal.complain(`${result.misuse}\n\n${usage}`);
  return 2;
}
