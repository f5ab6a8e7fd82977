import type { ProgramCall } from '../shell/program-call.ts';
import type { ShellWord } from '../shell/shell-tree.ts';
import { readDockerOptions } from './docker-options.ts';
import type { OptionReading, OptionSpec } from './option-spec.ts';

export interface DockerCommand extends OptionReading {
  /** `login`, `build`, …; `image push` and `buildx build` are read as `push` and `build`. Empty when none is typed. */
  readonly verb: string;
  /** Options by which docker talks to another daemon, as typed. */
  readonly elsewhere: readonly string[];
}

/** Options between `docker` and the verb, without a value where it is false. Source: docker 28.2.2, `docker --help`. */
const globalOptions: ReadonlyMap<string, boolean> = new Map([
  ['--config', true],
  ['--context', true],
  ['-c', true],
  ['--host', true],
  ['-H', true],
  ['--log-level', true],
  ['-l', true],
  ['--debug', false],
  ['-D', false],
]);
const toAnotherDaemon = /^(?:--context|-c|--host|-H)(?:=|$)/;

const managed: ReadonlyMap<string, readonly string[]> = new Map([
  ['image', ['build', 'tag', 'push', 'pull']],
  ['builder', ['build']],
  ['buildx', ['build']],
]);

/** Programs that take docker's commands. */
export const dockerLikePrograms: ReadonlySet<string> = new Set(['docker', 'podman', 'nerdctl', 'finch']);

/** Reads the words after `docker`; an unknown verb (`null` options) keeps its words as operands. */
export function readDockerCommand(
  call: ProgramCall,
  optionsOf: (verb: string) => readonly OptionSpec[] | null,
): DockerCommand {
  const globals = countGlobals(call.arguments);
  const [first, ...rest] = call.arguments.slice(globals);
  const inner = managed.get(first?.value ?? '')?.includes(rest[0]?.value ?? '') ?? false;
  const verb = (inner ? rest[0] : first)?.value ?? '';
  const words = inner ? rest.slice(1) : rest;
  const specs = optionsOf(verb);
  const reading = specs === null ? { options: [], operands: words, faults: [] } : readDockerOptions(words, specs);
  return { verb, ...reading, elsewhere: elsewhere(call.arguments.slice(0, globals)) };
}

function countGlobals(words: readonly ShellWord[]): number {
  let at = 0;
  for (let word = words[at]; word !== undefined; word = words[at]) {
    const takesValue = globalOptions.get(word.value.split('=', 1)[0] ?? '');
    if (takesValue === undefined) break;
    at += takesValue && !word.value.includes('=') ? 2 : 1;
  }
  return at;
}

function elsewhere(globals: readonly ShellWord[]): readonly string[] {
  return globals.flatMap((word, index) => {
    if (!toAnotherDaemon.test(word.value)) return [];
    return [word.value.includes('=') ? word.text : `${word.text} ${globals[index + 1]?.text ?? ''}`.trimEnd()];
  });
}
