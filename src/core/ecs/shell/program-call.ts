import type { ShellCommand, ShellRedirect, ShellStage, ShellWord } from './shell-tree.ts';

/** A command with its wrappers (`sudo`, `env`, `command`, `time`) taken off. */
export interface ProgramCall {
  /** Without its folder; empty when only redirections are typed. */
  readonly program: string;
  readonly arguments: readonly ShellWord[];
  readonly environment: ReadonlyMap<string, ShellWord>;
  /** Started through `sudo`. */
  readonly asRoot: boolean;
  /** The user of `sudo -u`, unless that is root; else null. */
  readonly runAs: string | null;
  readonly redirects: readonly ShellRedirect[];
  /** A shell that sudo started opens the files of the redirections. */
  readonly redirectsAsRoot: boolean;
  /** The word that names the program. */
  readonly name: ShellWord | null;
}

interface Wrapped {
  words: readonly ShellWord[];
  environment: Map<string, ShellWord>;
  asRoot: boolean;
  runAs: string | null;
}

/** Takes off the wrappers that change neither the command nor what it is given. */
export function programCall(command: ShellCommand): ProgramCall {
  const wrapped: Wrapped = {
    words: command.words,
    environment: new Map(command.environment),
    asRoot: command.asRoot,
    runAs: null,
  };
  while (unwrap(wrapped));
  const [name = null, ...given] = wrapped.words;
  const program = name === null ? '' : (name.value.split('/').at(-1) ?? '');
  const { environment, asRoot, runAs } = wrapped;
  return {
    program,
    arguments: given,
    environment,
    asRoot,
    runAs,
    redirects: command.redirects,
    redirectsAsRoot: command.asRoot,
    name,
  };
}

/** The command in a stage, through groups that hold nothing else; null for pipes, lists and loops. */
export function commandIn(stage: ShellStage): ShellCommand | null {
  if (stage.type === 'command') return stage;
  if (stage.type !== 'group' || stage.body.steps.length !== 1 || stage.redirects.length > 0) return null;
  const [step] = stage.body.steps;
  const [only, ...others] = step?.stages ?? [];
  return only === undefined || others.length > 0 ? null : commandIn(only);
}

/** The calls of a pipe, one a stage; null where a stage is a group or a loop. */
export function callsOf(stages: readonly ShellStage[]): readonly (ProgramCall | null)[] {
  return stages.map((stage) => {
    const command = commandIn(stage);
    return command === null ? null : programCall(command);
  });
}

const transparent: ReadonlySet<string> = new Set(['command', 'builtin', 'time', 'nohup', 'exec']);

/** Takes one wrapper off; false when none is left. */
function unwrap(wrapped: Wrapped): boolean {
  const [first, ...rest] = wrapped.words;
  if (first === undefined || rest.length === 0) return false;
  if (transparent.has(first.value) && !rest[0]?.value.startsWith('-')) wrapped.words = rest;
  else if (first.value === 'sudo') unwrapSudo(wrapped, rest);
  else if (first.value === 'env') unwrapEnv(wrapped, rest);
  else return false;
  return true;
}

/** Options of sudo that take the next word. Source: sudo 1.9, `man sudo`. */
const sudoValues =
  /^-[A-Za-z]*[CDghpRrTtu]$|^--(?:user|group|chdir|host|prompt|role|type|close-from|chroot|command-timeout)$/;

function unwrapSudo(wrapped: Wrapped, words: readonly ShellWord[]): void {
  const end = endOfOptions(words, sudoValues);
  const options = words.slice(0, end);
  wrapped.runAs = userOf(options);
  wrapped.asRoot = wrapped.runAs === null;
  // sudo starts the command with an environment of its own.
  if (!options.some(({ value }) => /^-[A-Za-z]*E|^--preserve-env/.test(value))) wrapped.environment = new Map();
  wrapped.words = withoutAssignments(words.slice(end), wrapped.environment);
}

/** Where the options end, and with them the words that belong to them. */
function endOfOptions(words: readonly ShellWord[], takesValue: RegExp): number {
  let at = 0;
  for (let word = words[at]; word?.value.startsWith('-'); word = words[at]) {
    at += takesValue.test(word.value) ? 2 : 1;
    if (word.value === '--') break;
  }
  return Math.min(at, words.length);
}

/** The user of `sudo -u`; null for root. */
function userOf(options: readonly ShellWord[]): string | null {
  const at = options.findLastIndex(({ value }) => /^-[A-Za-z]*u$|^--user(?:=|$)|^-u./.test(value));
  const value = options[at]?.value ?? '';
  const attached = /^--user=(.*)$/.exec(value)?.[1] ?? /^-u(.+)$/.exec(value)?.[1];
  const user = attached ?? options[at + 1]?.value ?? '';
  return at === -1 || user === 'root' || user === '#0' ? null : user;
}

function unwrapEnv(wrapped: Wrapped, words: readonly ShellWord[]): void {
  const end = endOfOptions(words, /^(?:-u|--unset)$/);
  words.slice(0, end).forEach(({ value }, index) => {
    if (/^(?:-|-i|--ignore-environment)$/.test(value)) wrapped.environment = new Map();
    if (/^(?:-u|--unset)$/.test(value)) wrapped.environment.delete(words[index + 1]?.value ?? '');
  });
  wrapped.words = withoutAssignments(words.slice(end), wrapped.environment);
}

function withoutAssignments(words: readonly ShellWord[], environment: Map<string, ShellWord>): readonly ShellWord[] {
  const first = words.findIndex((word) => !/^\w+=/.test(word.value));
  const end = first === -1 ? words.length : first;
  for (const word of words.slice(0, end)) {
    const [name = ''] = word.value.split('=', 1);
    environment.set(name, restOfWord(word, name.length + 1));
  }
  return words.slice(end);
}

/** The rest of a word, from an offset in its value. */
export function restOfWord(word: ShellWord, from: number): ShellWord {
  const [first, ...others] = word.pieces;
  const pieces = first?.type === 'text' ? [{ ...first, value: first.value.slice(from) }, ...others] : word.pieces;
  return { text: word.value.slice(from), value: word.value.slice(from), pieces };
}
