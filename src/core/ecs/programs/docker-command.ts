import type { ShellWord } from '../shell/shell-tree.ts';
import { readDockerOptions } from './docker-options.ts';
import type { OptionReading, OptionSpec } from './option-spec.ts';
import type { ProgramCall } from './program-call.ts';

export interface DockerCommand extends OptionReading {
  /** `login`, `build`, …; `image push` and `buildx build` are read as `push` and `build`. Empty when none is typed. */
  readonly verb: string;
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
  const [first, ...rest] = withoutGlobals(call.arguments);
  const inner = managed.get(first?.value ?? '')?.includes(rest[0]?.value ?? '') ?? false;
  const verb = (inner ? rest[0] : first)?.value ?? '';
  const words = inner ? rest.slice(1) : rest;
  const specs = optionsOf(verb);
  return { verb, ...(specs === null ? { options: [], operands: words, faults: [] } : readDockerOptions(words, specs)) };
}

function withoutGlobals(words: readonly ShellWord[]): readonly ShellWord[] {
  const [first] = words;
  const takesValue = globalOptions.get(first?.value.split('=', 1)[0] ?? '');
  if (first === undefined || takesValue === undefined) return words;
  return withoutGlobals(words.slice(takesValue && !first.value.includes('=') ? 2 : 1));
}
