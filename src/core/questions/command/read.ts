import { unknownWords } from '../../ecs/programs/unknown-words.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { complain, type Place } from '../../model/diagnostic-codes.ts';
import type { CommandQuestion, WrongCommand } from '../../model/question.ts';
import { type BlockRule, readBlocks } from '../answer-blocks.ts';
import { fenceIn, textsOfFences } from '../find-answer.ts';
import type { QuestionReader, QuestionSource, SourceBlock, SourceLine } from '../question-kind.ts';
import { command, gradeByMeaning } from './kind.ts';
import { commandMutants } from './mutants.ts';
import { type ListedCommand, readCommands } from './read-commands.ts';

/** ` ```sh answer `: an accepted command a line; ` ```sh wrong `: commands that must be refused, each below its `# reason`. */
export const commandReader: QuestionReader<'command'> = {
  kind: 'command',
  name: 'command',
  form: 'blocks',
  fix: 'Write the accepted commands into a block ```sh answer.',
  check: null,
  recognises: ({ answer }) => fenceIn(answer, 'sh'),
  decides: textsOfFences,
  read: readCommand,
  prove: proveCommand,
  mutants: { of: ({ accepted }) => commandMutants(accepted), isRight },
  rightOptions: () => [],
  texts: (answer) => ({ parts: [], reasons: answer.form === 'blocks' ? reasonsIn(answer.blocks) : [] }),
};

const blocks: readonly BlockRule[] = [
  { role: 'answer', language: 'sh', need: 'one' },
  { role: 'wrong', language: 'sh', need: 'at most one' },
];

function readCommand(source: QuestionSource): Outcome<CommandQuestion> {
  const { byRole, diagnostics: found } = readBlocks(source, blocks);
  const diagnostics: Diagnostic[] = [...found];
  const listed = readCommands(byRole.get('answer')?.lines ?? []);
  const accepted = listed.map(({ command }) => command);
  diagnostics.push(...listed.flatMap(complainOfWords));
  if (accepted.length === 0 && found.length === 0) {
    diagnostics.push(complain('E120', source.place, 'The answer block accepts nothing.', 'Write one command a line.'));
  }
  const wrong = readCommands(byRole.get('wrong')?.lines ?? []).map(({ command, reason, place }): WrongCommand => {
    if (reason === '') diagnostics.push(withoutReason(place));
    return { command, reason };
  });
  const value: CommandQuestion = { ...source.base, kind: 'command', accepted, wrong };
  return { value: accepted.length === 0 ? null : value, diagnostics };
}

/** That an answer agrees with itself proves nothing when no program knows its words. */
function complainOfWords({ command, place }: ListedCommand): readonly Diagnostic[] {
  return unknownWords(command).map(({ word, message, nearest }) => {
    const fix = nearest === null ? 'Write a word that the program knows.' : `Did you mean "${nearest}"?`;
    return complain('E160', placeOf(word, command, place), message, fix);
  });
}

/** Where a word stands in a command that may have several lines. */
function placeOf(word: string, command: string, place: Place): Place {
  const before = command.slice(0, Math.max(0, command.search(wholeWord(word)))).split('\n');
  const column = (before.at(-1)?.length ?? 0) + (before.length === 1 ? place.column : 1);
  return { ...place, line: place.line + before.length - 1, column };
}

function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![\\w-])${word.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);
}

function withoutReason(place: Place): Diagnostic {
  const fix = 'Write # and the reason in the line above the command.';
  return complain('W201', place, 'The wrong command has no reason.', fix);
}

function proveCommand(question: CommandQuestion, place: Place): readonly Diagnostic[] {
  const score = (text: string) => command.grade(question, { kind: 'command', text }).score;
  const refused = question.accepted.filter((text) => score(text) !== 1).map((text) => refusal(question, text, place));
  const admitted = question.wrong
    .filter((listed) => score(listed.command) === 1)
    .map((listed) => complain('E160', place, `"${shown(listed.command)}" stands under wrong but is graded right.`));
  return [...refused, ...admitted];
}

/** Which reason a refused command gets does not matter here, and finding it takes longer than grading. */
function isRight(question: CommandQuestion, text: string): boolean {
  return gradeByMeaning(question, text).score === 1;
}

function reasonsIn(blocks: readonly SourceBlock[]): readonly SourceLine[] {
  const wrong = blocks.find(({ role }) => role === 'wrong');
  return wrong?.lines.filter(({ text }) => text.startsWith('# ')) ?? [];
}

function refusal(question: CommandQuestion, text: string, place: Place): Diagnostic {
  const [reason = ''] = command.grade(question, { kind: 'command', text }).advice;
  return complain('E160', place, `The accepted command "${shown(text)}" is graded wrong: ${reason}`.trim());
}

function shown(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
