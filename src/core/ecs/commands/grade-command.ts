import type { CommandVerdict, VerdictPart } from '../../model/verdict.ts';
import { readShellCommand } from '../shell/shell-command.ts';
import { gradeTyping } from '../verdicts/grade-typing.ts';
import { commandVerdict, faulty, missedPart, wrongPart } from '../verdicts/judged-part.ts';
import { type CommandLeave, compareMeanings } from './compare-meanings.ts';
import type { CommandMeaning } from './meaning.ts';
import { readMeanings } from './read-meaning.ts';

/** What a question about a command takes as right. */
export interface CommandExpectation {
  /** Commands that do what is asked; one is enough where they differ in spelling alone. */
  readonly accepted: readonly string[];
  /** Options (`--count`) that may be there or not, with any value. */
  readonly optional?: readonly string[];
  /** Options that make the answer wrong even where the table lets them pass (`--profile`). */
  readonly forbidden?: readonly string[];
}

/**
 * Grades a typed command by what it means: order and spelling of options, quotes, line breaks and defaults do not
 * count. Nothing is run. The parts are the tokens: `right` kept, `missed` missing, `wrong` with `wanted` different,
 * `wrong` without it too much. An accepted command that cannot be read accepts nothing.
 */
export function gradeCommand(command: string, expected: CommandExpectation): CommandVerdict {
  const accepted = expected.accepted.map(meaningsOf).filter((meanings) => meanings !== null);
  const leave = { optional: new Set(expected.optional), forbidden: new Set(expected.forbidden) };
  return gradeTyping(command, (text) => gradeText(text, accepted, leave));
}

function meaningsOf(command: string): readonly CommandMeaning[] | null {
  const { script, faults } = readShellCommand(command);
  return script === null || faults.length > 0 ? null : readMeanings(script);
}

function gradeText(
  text: string,
  accepted: readonly (readonly CommandMeaning[])[],
  leave: CommandLeave,
): CommandVerdict {
  const { script, faults } = readShellCommand(text);
  if (script === null || faults.length > 0)
    return commandVerdict(
      'wrong',
      [],
      faults.map(({ message }) => message),
    );
  const given = readMeanings(script);
  if (given.length === 0) return commandVerdict('wrong', [], ['No command is typed.']);
  const compared = accepted.map((wanted) => compareLines(given, wanted, leave));
  const [nearest = []] = compared.toSorted((a, b) => distance(a) - distance(b));
  return commandVerdict(nearest.length === 0 || faulty(nearest) ? 'wrong' : 'correct', nearest);
}

function compareLines(
  given: readonly CommandMeaning[],
  wanted: readonly CommandMeaning[],
  leave: CommandLeave,
): readonly VerdictPart[] {
  const parts = given.flatMap((meaning, index) => {
    const other = wanted[index];
    return other === undefined
      ? [wrongPart('command', meaning.given, `${meaning.given} is one command too many.`)]
      : compareMeanings(meaning, other, leave);
  });
  const missing = wanted.slice(given.length);
  return [
    ...parts,
    ...missing.map((other) => missedPart('command', other.given, `A command is missing: ${other.given}.`)),
  ];
}

/** Another verb is farther away than any slip in the right one. */
function distance(parts: readonly VerdictPart[]): number {
  const odd = parts.filter(({ state }) => state !== 'right');
  return odd.reduce((sum, { part }) => sum + (part === 'command' ? 1000 : 1), 0);
}
