import type { ShellCommand, ShellRedirect, ShellStage, ShellWord } from '../shell/shell-tree.ts';

/** A command with its wrappers (`sudo`, `env`, `command`) taken off. */
export interface ProgramCall {
  /** Without its folder; empty when only redirections are typed. */
  readonly program: string;
  readonly arguments: readonly ShellWord[];
  readonly environment: ReadonlyMap<string, string>;
  /** Started through `sudo`. */
  readonly asRoot: boolean;
  readonly redirects: readonly ShellRedirect[];
  /** The word that names the program. */
  readonly name: ShellWord | null;
}

/** Takes off the wrappers that change neither the command nor what it is given. */
export function programCall(command: ShellCommand): ProgramCall {
  const environment = new Map(command.environment);
  let words = command.words;
  let asRoot = false;
  for (let rest = unwrapped(words, environment); rest !== null; rest = unwrapped(words, environment)) {
    asRoot ||= words[0]?.value === 'sudo';
    words = rest;
  }
  const [name = null, ...given] = words;
  const program = name === null ? '' : (name.value.split('/').at(-1) ?? '');
  return { program, arguments: given, environment, asRoot, redirects: command.redirects, name };
}

/** The command in a stage, through groups that hold nothing else; null for pipes, lists and loops. */
export function commandIn(stage: ShellStage): ShellCommand | null {
  if (stage.type === 'command') return stage;
  if (stage.type !== 'group' || stage.body.steps.length !== 1 || stage.redirects.length > 0) return null;
  const [step] = stage.body.steps;
  const [only, ...others] = step?.stages ?? [];
  return only === undefined || others.length > 0 ? null : commandIn(only);
}

function unwrapped(words: readonly ShellWord[], environment: Map<string, string>): readonly ShellWord[] | null {
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0) return null;
  if (first.value === 'command' || first.value === 'builtin') return rest;
  if (first.value === 'sudo') return withoutFlags(rest, /^-[EnHS]+$|^--$/);
  return first.value === 'env' ? withoutAssignments(rest, environment) : null;
}

function withoutFlags(words: readonly ShellWord[], flags: RegExp): readonly ShellWord[] {
  const first = words.findIndex((word) => !flags.test(word.value));
  return first === -1 ? [] : words.slice(first);
}

function withoutAssignments(words: readonly ShellWord[], environment: Map<string, string>): readonly ShellWord[] {
  const first = words.findIndex((word) => !/^\w+=/.test(word.value));
  const end = first === -1 ? words.length : first;
  for (const { value } of words.slice(0, end)) {
    const [name = ''] = value.split('=', 1);
    environment.set(name, value.slice(name.length + 1));
  }
  return words.slice(end);
}
