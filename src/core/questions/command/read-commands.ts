import type { Place } from '../../model/diagnostic-codes.ts';
import type { SourceLine } from '../question-kind.ts';

/** A command of a block, with the comment above it. */
export interface ListedCommand {
  readonly place: Place;
  readonly command: string;
  /** Empty when there is none. */
  readonly reason: string;
}

/**
 * One command a line. A line goes on where it ends in a backslash, inside quotes, and up to the end of a
 * here-document. Lines that start with `# ` are the reason for the command below them.
 */
export function readCommands(lines: readonly SourceLine[]): readonly ListedCommand[] {
  const commands: ListedCommand[] = [];
  let reason: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { text, place } = lines[index] as SourceLine;
    if (text.trim() === '') continue;
    if (/^#(?: |$)/.test(text)) {
      reason.push(text.slice(1).trim());
      continue;
    }
    let command = text;
    while (goesOn(command) && index + 1 < lines.length) command += `\n${lines[++index]?.text ?? ''}`;
    commands.push({ place, command, reason: reason.join(' ') });
    reason = [];
  }
  return commands;
}

function goesOn(command: string): boolean {
  const word = /<<-?\s*["']?(\w+)["']?/.exec(command)?.[1];
  if (word !== undefined)
    return !command
      .split('\n')
      .slice(1)
      .some((line) => line.trim() === word);
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(command) || isInQuotes(command);
}

function isInQuotes(command: string): boolean {
  let quote = '';
  for (let index = 0; index < command.length; index++) {
    const character = command.charAt(index);
    if (character === '\\' && quote !== "'") index++;
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
  }
  return quote !== '';
}
