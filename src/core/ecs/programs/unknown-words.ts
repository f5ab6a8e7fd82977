import { nearestName } from '../../text/nearest-name.ts';
import { commandIn, type ProgramCall, programCall } from '../shell/program-call.ts';
import { readShellCommand } from '../shell/shell-command.ts';
import type { ShellCommand, ShellScript, ShellStage } from '../shell/shell-tree.ts';
import { readAwsCommand } from './aws-command.ts';
import { awsOperationOptions } from './command-table.ts';
import { readDockerCommand } from './docker-command.ts';
import { awsServices, dockerWords, operationsOf } from './known-commands.ts';

/** A service, operation or verb that its program does not have. */
export interface UnknownWord {
  readonly word: string;
  /** In a sentence: what has no such word. */
  readonly message: string;
  /** The name that was probably meant, or null. */
  readonly nearest: string | null;
}

const longestWord = 60;

/** The words of a command, and of commands inside it, that `aws` and `docker` do not know. Other programs pass. */
export function unknownWords(command: string): readonly UnknownWord[] {
  const { script } = readShellCommand(command);
  return script === null ? [] : callsIn(script).flatMap((call) => unknownIn(call) ?? []);
}

function unknownIn(call: ProgramCall): UnknownWord | null {
  if (call.program === 'aws') return unknownOfAws(call);
  return call.program === 'docker' ? unknownOfDocker(call) : null;
}

function unknownOfAws(call: ProgramCall): UnknownWord | null {
  const { service, operation } = readAwsCommand(call, awsOperationOptions);
  if (service === '' || isOpen(service)) return null;
  const services = awsServices();
  if (!services.has(service) && service !== 'help') return unknown(service, 'The AWS CLI has no service', services);
  const known = operationsOf(service);
  if (known === null || operation === '' || operation === 'help' || isOpen(operation)) return null;
  return known.has(operation) ? null : unknown(operation, `aws ${service} has no operation`, known);
}

function unknownOfDocker(call: ProgramCall): UnknownWord | null {
  const { verb, operands } = readDockerCommand(call, () => null);
  const verbs = dockerWords(null);
  if (verb === '' || verb === 'help' || verb.startsWith('-') || isOpen(verb) || verbs === null) return null;
  if (!verbs.has(verb)) return unknown(verb, 'docker has no command', verbs);
  const [inner] = operands;
  const known = dockerWords(verb);
  if (known === null || inner === undefined || /^-|^help$/.test(inner.value) || isOpen(inner.value)) return null;
  return known.has(inner.value) ? null : unknown(inner.value, `docker ${verb} has no command`, known);
}

/** What the shell would fill in is known to nobody. */
function isOpen(word: string): boolean {
  return /[$`*?]/.test(word);
}

function unknown(word: string, lacks: string, known: ReadonlySet<string>): UnknownWord {
  const shown = word.slice(0, longestWord);
  // Names of services are short, and one slip in them is still one slip.
  const most = Math.max(1, Math.floor(word.length / 4));
  return { word: shown, message: `${lacks} "${shown}".`, nearest: nearestName(word, known, most) };
}

/** Every call of a script, in order: those of pipes, groups and substitutions, too. */
function callsIn(script: ShellScript): readonly ProgramCall[] {
  return script.steps.flatMap(({ stages }) => stages.flatMap(callsOfStage));
}

function callsOfStage(stage: ShellStage): readonly ProgramCall[] {
  const command = commandIn(stage);
  if (command !== null) return [programCall(command), ...substituted(command)];
  return stage.type === 'group' ? callsIn(stage.body) : [];
}

function substituted({ words, redirects }: ShellCommand): readonly ProgramCall[] {
  const targets = redirects.flatMap(({ target }) => target ?? []);
  return [...words, ...targets].flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.type === 'substitution' ? callsIn(piece.body) : [])),
  );
}
