import { forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';
import { shellFault } from './shell-faults.ts';
import { excessOf } from './shell-limits.ts';
import { readShellScript } from './shell-script.ts';
import type { ShellFault, ShellReading } from './shell-tree.ts';

/**
 * Reads a typed command line; nothing is run. Windows line ends and a prompt (`$ `, `# `, `user@host:~$ `) are put
 * aside; never throws.
 */
export function readShellCommand(typed: string): ShellReading {
  const text = withoutPrompt(typed.replace(/\r\n?/g, '\n'));
  const excess = excessOf(text);
  if (excess !== null) return { script: null, faults: [{ message: excess, at: 0 }] };
  const parsed = parse(text);
  const faults = [...faultsOf(parsed), ...danglingBackslash(text)];
  return { script: readShellScript(parsed, text), faults };
}

const userPrompt = /^\s*(?:\[?[\w.-]+@[^\s\]$#]*(?: [^\s\]$#]*)?\]?)?[$%][ \t]+(?!\s*\()/;
/** The prompt of root is also the sign of a comment, so a program must follow. */
const rootPrompt =
  /^\s*(?:\[?[\w.-]+@[^\s\]$#]*(?: [^\s\]$#]*)?\]?)?#[ \t]+(?=(?:aws|docker|sudo|eval|echo|printf|cat|tee|sh|bash|systemctl|service|export|env) |\w+=|\$\(|`)/;

/** A pasted prompt becomes as many spaces, so that positions stay. `$ (` is no prompt but a slip. */
function withoutPrompt(text: string): string {
  const [prompt] = userPrompt.exec(text) ?? rootPrompt.exec(text) ?? [''];
  return ' '.repeat(prompt.length) + text.slice(prompt.length);
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
