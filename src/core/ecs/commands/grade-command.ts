import type { CommandVerdict, VerdictPart } from '../../model/verdict.ts';
import { printedBySubstitution } from '../programs/printed-text.ts';
import { sideEffects } from '../programs/side-steps.ts';
import { readShellCommand } from '../shell/shell-command.ts';
import type { ShellReading } from '../shell/shell-tree.ts';
import type { ShellFacts } from '../shell/shell-variables.ts';
import { gradeTyping } from '../verdicts/grade-typing.ts';
import { commandVerdict, faulty, missedPart, shown, wrongPart } from '../verdicts/judged-part.ts';
import { openCaptured } from './captured-steps.ts';
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
  /** A Region, a profile, or a query that takes more make it another command. */
  readonly exact?: boolean;
}

/**
 * Grades a typed command by what it means: order and spelling of options, quotes, line breaks and defaults do not
 * count. Nothing is run. The parts are the tokens: `right` kept, `missed` missing, `wrong` with `wanted` different,
 * `wrong` without it too much. An accepted command that cannot be read accepts nothing.
 */
export function gradeCommand(command: string, expected: CommandExpectation): CommandVerdict {
  const accepted = expected.accepted.map(meaningsOf).filter((meanings) => meanings !== null);
  const leave = {
    optional: new Set(expected.optional),
    forbidden: new Set(expected.forbidden),
    exact: expected.exact === true,
  };
  return gradeTyping(command, (text) => gradeText(text, accepted, leave));
}

/** The folder of the shell is written `.`, whatever it is called. */
const facts: ShellFacts = { variables: new Map([['PWD', '.']]), printed: printedBySubstitution };

function read(command: string): ShellReading {
  return readShellCommand(command, facts);
}

function meaningsOf(command: string): readonly CommandMeaning[] | null {
  const { script, faults } = read(command);
  return script === null || faults.length > 0 ? null : readMeanings(script);
}

function gradeText(
  text: string,
  accepted: readonly (readonly CommandMeaning[])[],
  leave: CommandLeave,
): CommandVerdict {
  const { script, faults } = read(text);
  if (script === null || faults.length > 0)
    return commandVerdict(
      'wrong',
      [],
      faults.map(({ message }) => message),
    );
  const opened = openCaptured(script);
  const given = readMeanings(opened.script);
  if (given.length === 0) return commandVerdict('wrong', [], ['No command is typed.']);
  const compared = accepted.flatMap((wanted) =>
    readings(given, wanted).map((typed) => compareLines(typed, wanted, leave)),
  );
  const [nearest = []] = compared.toSorted((a, b) => distance(a) - distance(b));
  const effects = sideEffects(opened.script, opened.opened).map((effect) =>
    wrongPart('command', effect, `${shown(effect)} is run as well, and does not belong here.`),
  );
  const parts = [...nearest, ...effects];
  return commandVerdict(nearest.length === 0 || faulty(parts) ? 'wrong' : 'correct', parts);
}

/** What was typed as it stands, and without what may stand beside the asked command. */
function readings(
  given: readonly CommandMeaning[],
  wanted: readonly CommandMeaning[],
): readonly (readonly CommandMeaning[])[] {
  const showing = wanted.some((meaning) => meaning.showing);
  const alone = given.filter(({ side }) => !(side === 'talk' || (side === 'look' && !showing)));
  return alone.length === given.length ? [given] : [given, alone];
}

function compareLines(
  given: readonly CommandMeaning[],
  wanted: readonly CommandMeaning[],
  leave: CommandLeave,
): readonly VerdictPart[] {
  const parts: VerdictPart[] = [];
  const open = [...wanted];
  given.forEach((meaning, index) => {
    const rest = given.length - index;
    const [other] = open;
    // Where more is typed than wanted, a command that none is like is one too many, and the next are still compared.
    const isLike = other !== undefined && (other.verb === meaning.verb || rest <= open.length);
    if (other !== undefined && isLike) {
      open.shift();
      parts.push(...compareMeanings(meaning, other, leave));
    } else parts.push(wrongPart('command', meaning.text, `${shown(meaning.text)} is one command too many.`));
  });
  return [
    ...parts,
    ...open.map((other) => missedPart('command', other.given, `A command is missing: ${other.given}.`)),
  ];
}

/** Another verb is farther away than any slip in the right one, and so is another action of systemctl. */
function distance(parts: readonly VerdictPart[]): number {
  const odd = parts.filter(({ state }) => state !== 'right');
  return odd.reduce((sum, { part }) => sum + (part === 'command' || part === 'action' ? 1000 : 1), 0);
}
