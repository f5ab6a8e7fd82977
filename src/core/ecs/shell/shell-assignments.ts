import { onlySubstitution, type ShellCommand, type ShellWord, type WordPiece } from './shell-tree.ts';
import { assign, type Known } from './shell-variables.ts';

const declaring: ReadonlySet<string> = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);

/** Whether a command does nothing but set variables or options of the shell. */
export function isSetting(command: ShellCommand): boolean {
  const [name, ...given] = command.words;
  if (name?.value !== 'read' && command.redirects.length > 0) return false;
  if (name === undefined) return command.assigned.length > 0;
  if (name.value === 'read') return readValue(command) !== null;
  if (name.value === 'set') return given.length > 0 && setsOptions(given);
  return declaring.has(name.value) || name.value === 'unset';
}

/** Remembers what `A=b`, `export`, `declare`, `readonly`, `unset` and `set -a` do. */
export function keepAssignments(command: ShellCommand, known: Known): void {
  const [name, ...given] = command.words;
  const flags = given.filter(({ value }) => /^[-+]/.test(value)).map(({ value }) => value);
  if (name === undefined) keepAll(command, false, false, known);
  else if (declaring.has(name.value)) declare(command, name.value, flags, given, known);
  else if (name.value === 'read') keepRead(command, known);
  else if (name.value === 'unset') for (const { value } of given) known.variables.delete(value);
  else if (name.value === 'set') setOptions(given, known);
}

function declare(
  command: ShellCommand,
  name: string,
  flags: readonly string[],
  given: readonly ShellWord[],
  known: Known,
): void {
  const exports = name === 'export' || flags.some((flag) => /^-\w*x/.test(flag));
  // `-u`, `-l`, `-i` and arrays make another value of the one that is typed.
  const changes = flags.some((flag) => /^-\w*[uliaAn]/.test(flag));
  keepAll(command, exports, changes, known);
  if (!exports) return;
  for (const { value } of given) {
    const variable = known.variables.get(value);
    if (variable !== undefined) known.variables.set(value, { ...variable, exported: true });
  }
}

function keepAll(command: ShellCommand, exported: boolean, changes: boolean, known: Known): void {
  for (const { name, value, appends } of command.assigned) {
    const before = appends ? (known.variables.get(name)?.pieces ?? [openPiece(name)]) : [];
    const pieces = changes ? [openPiece(name), ...value.pieces] : [...before, ...value.pieces];
    assign(name, pieces, exported, known);
  }
}

/** `read A < <(…)` and `read A <<< "…"`: what goes into the variable; null for other forms. */
function readValue({ words, redirects }: ShellCommand): readonly WordPiece[] | null {
  const names = words.slice(1).filter(({ value }) => !/^-[ers]+$/.test(value));
  const [input, ...others] = redirects;
  const word = input?.body ?? input?.target ?? null;
  if (names.length !== 1 || word === null || others.length > 0) return null;
  if (input?.operator !== '<') return input?.operator.startsWith('<<') ? word.pieces : null;
  const substitution = onlySubstitution(word);
  return substitution === null ? null : [{ ...substitution, kind: '$(' }];
}

function keepRead(command: ShellCommand, known: Known): void {
  const name = command.words.findLast(({ value }) => /^\w+$/.test(value))?.value ?? '';
  const value = readValue(command);
  assign(name, value ?? [openPiece(name)], false, known);
}

function openPiece(name: string): WordPiece {
  return { type: 'variable', text: `$${name}`, quoted: false };
}

const longOptions = /^(?:allexport|errexit|errtrace|functrace|nounset|pipefail|verbose|xtrace)$/;

/** `set -euo pipefail` and its like, which change nothing of what a right command does. */
function setsOptions(given: readonly ShellWord[]): boolean {
  return given.every(({ value }, index) => {
    const before = given[index - 1]?.value ?? '';
    return /^[-+][aeuvxET]*o?$/.test(value) || (/^[-+]\w*o$/.test(before) && longOptions.test(value));
  });
}

function setOptions(given: readonly ShellWord[], known: Known): void {
  given.forEach(({ value }, index) => {
    const before = given[index - 1]?.value ?? '';
    if (/^[-+]\w*a/.test(value)) known.exportsAll.on = value.startsWith('-');
    if (value === 'allexport') known.exportsAll.on = before.startsWith('-');
  });
}
