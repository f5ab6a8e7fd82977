import { forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';
import { shellFault } from './shell-faults.ts';
import { readShellScript } from './shell-script.ts';
import type { ShellFault, ShellReading } from './shell-tree.ts';

/** Longest text that is read, in UTF-16 units: four times the longest answer of any question, and quick. */
export const longestCommand = 16_384;

/** Nesting costs the parser more than its square, and no answer needs a tenth of this. */
const mostBrackets = 64;

/**
 * Reads a typed command line; nothing is run. Windows line ends and a prompt (`$ `, `# `, `user@host:~$ `) are put
 * aside; never throws.
 */
export function readShellCommand(typed: string): ShellReading {
  if (typed.length > longestCommand) return unread(tooLong(typed.length), longestCommand);
  const text = withoutPrompt(typed.replace(/\r\n?/g, '\n'));
  const brackets = text.match(/[({`]/g)?.length ?? 0;
  if (brackets > mostBrackets) return unread(`There are ${brackets} brackets: that is no command.`, 0);
  const parsed = parse(text);
  const faults = [...faultsOf(parsed), ...danglingBackslash(text)];
  return { script: readShellScript(parsed, text), faults };
}

function unread(message: string, at: number): ShellReading {
  return { script: null, faults: [{ message, at }] };
}

function tooLong(length: number): string {
  return `The text has ${length.toLocaleString('en')} characters; a command has at most ${longestCommand.toLocaleString('en')}.`;
}

/** A pasted prompt becomes as many spaces, so that positions stay. `$ (` is no prompt but a slip. */
function withoutPrompt(text: string): string {
  return text.replace(/^\s*(?:\[?[\w.-]+@[^\s\]$#]*(?: [^\s\]$#]*)?\]?)?[$#%][ \t]+(?!\s*\()/, (prompt) =>
    ' '.repeat(prompt.length),
  );
}

function faultsOf(parsed: ParsedScript): readonly ShellFault[] {
  const faults: ShellFault[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Script') {
      for (const { message, pos } of (node as ParsedScript).errors ?? []) faults.push(shellFault(message, pos));
    }
    forEachChild(node, visit);
  };
  visit(parsed);
  return faults;
}

function danglingBackslash(text: string): readonly ShellFault[] {
  const end = text.trimEnd();
  const dangling = /(?<!\\)(?:\\\\)*\\$/.test(end.slice(-16));
  return dangling
    ? [{ message: 'The last line ends with a backslash, so the shell waits for more.', at: end.length - 1 }]
    : [];
}
