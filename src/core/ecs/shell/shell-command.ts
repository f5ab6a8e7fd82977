import { forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';
import { shellFault } from './shell-faults.ts';
import { excessOf, excessOfSteps } from './shell-limits.ts';
import { withoutPrompts } from './shell-prompt.ts';
import { readShellScript } from './shell-script.ts';
import type { ShellFault, ShellReading } from './shell-tree.ts';
import { type Known, nothingKnown, type ShellFacts, startOf } from './shell-variables.ts';

/**
 * Reads a typed command line; nothing is run. Windows line ends and pasted prompts are put aside. Groups, `eval`,
 * `sh -c` and here-documents for a shell are read as the steps that they hold. Never throws.
 */
export function readShellCommand(typed: string, facts: ShellFacts = nothingKnown): ShellReading {
  const lines = typed.replace(/\r\n?/g, '\n');
  const excess = excessOf(lines);
  if (excess !== null) return { script: null, faults: [{ message: excess, at: 0 }] };
  return readText(withoutPrompts(lines), (text) => startOf(text, facts, readInner));
}

/** A text within the text, such as that of `sh -c`; its faults join those of the whole. */
function readInner(text: string, known: Known): ShellReading['script'] {
  const excess = excessOf(text);
  const reading: ShellReading =
    excess === null
      ? readText(text, () => ({ ...known, source: text, depth: known.depth + 1 }))
      : { script: null, faults: [{ message: excess, at: 0 }] };
  known.progress.faults.push(...reading.faults);
  return reading.script;
}

function readText(text: string, known: (text: string) => Known): ShellReading {
  const parsed = parsedOrNull(text);
  if (parsed === null) return { script: null, faults: [{ message: 'This is nested too deeply to be read.', at: 0 }] };
  const excess = excessOfSteps(parsed.commands.length);
  if (excess !== null) return { script: null, faults: [{ message: excess, at: 0 }] };
  const faults = [...faultsOf(parsed), ...danglingBackslash(text)];
  const start = known(text);
  const script = readShellScript(parsed, text, start);
  const excessWithin = excessOfSteps(script.steps.length);
  if (excessWithin !== null) return { script: null, faults: [{ message: excessWithin, at: 0 }] };
  return { script, faults: start.depth === 0 ? [...faults, ...start.progress.faults] : faults };
}

/** The limits keep deep texts out; what the parser cannot hold for all that is no command either. */
function parsedOrNull(text: string): ParsedScript | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
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
