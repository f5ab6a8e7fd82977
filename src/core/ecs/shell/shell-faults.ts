import type { ShellFault } from './shell-tree.ts';

const openings: ReadonlyMap<string, string> = new Map([
  ['unterminated double quote', 'A double quote is opened and never closed'],
  ['unterminated single quote', 'A single quote is opened and never closed'],
  ['unterminated ANSI-C quote', "A $' quote is opened and never closed"],
  ['unterminated command substitution', 'A $( is opened and its ) is missing'],
  ['unterminated backtick', 'A backtick is opened and never closed'],
  ['unterminated process substitution', 'A <( is opened and its ) is missing'],
  ['unterminated parameter expansion', 'A brace is opened after $ and never closed'],
  ["expected ')' to close subshell", 'A ( is opened and its ) is missing'],
  ["expected '}' to close brace group", 'A { is opened and its } is missing'],
  ["unexpected token ')'", 'This ) closes nothing'],
  ['expected redirect target', 'A redirection (< or >) has no file after it'],
  ['expected command in subshell', 'There is no command between ( and )'],
]);

/** A complaint of the parser in the learner's words. `at` is a UTF-16 offset. */
export function shellFault(complaint: string, at: number): ShellFault {
  return { message: `${inWords(complaint)} (character ${at + 1}).`, at };
}

function inWords(complaint: string): string {
  const known = openings.get(complaint);
  if (known !== undefined) return known;
  const dangling = /^expected command after '(.+)'$/.exec(complaint);
  if (dangling) return `No command follows the ${dangling[1]}`;
  const odd = /^unexpected token '(.+)'$/.exec(complaint);
  if (odd) return `Bash does not expect ${odd[1]} here`;
  return `Bash cannot read this: ${complaint}`;
}
