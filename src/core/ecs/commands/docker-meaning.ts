import { dockerVerb } from '../programs/command-table.ts';
import { readDockerCommand } from '../programs/docker-command.ts';
import type { GivenOption, OptionFault } from '../programs/option-spec.ts';
import { steersDocker } from '../programs/program-environment.ts';
import type { ProgramCall } from '../shell/program-call.ts';
import type { ShellWord } from '../shell/shell-tree.ts';
import { canonical, canonicalValues } from './canonical.ts';
import { type MeaningToken, token } from './meaning.ts';

/** A command of docker, or of a program that takes docker's commands. */
export interface DockerMeaning {
  readonly verb: string;
  readonly tokens: readonly MeaningToken[];
  readonly faults: readonly OptionFault[];
  readonly showing: boolean;
}

export function dockerMeaning(call: ProgramCall): DockerMeaning {
  const docker = readDockerCommand(call, (verb) => dockerVerb(verb)?.options ?? null);
  const verb = `docker ${docker.verb}`.trimEnd();
  const names = dockerVerb(docker.verb)?.operands ?? null;
  const operands = docker.operands.map((word, index) => operandToken(word, names?.[index] ?? null, index));
  const variables = [...call.environment].filter(([name]) => steersDocker(name));
  const elsewhere = [...docker.elsewhere, ...variables.map(([name, { value }]) => `${name}=${value}`)];
  const tooMany =
    names === null || docker.operands.length <= names.length ? null : tooManyFault(verb, docker.operands, names);
  return {
    verb,
    tokens: [...docker.options.flatMap(optionTokens), ...operands, ...elsewhere.map((text) => token(text, text, text))],
    faults: [...docker.faults, ...(tooMany === null ? [] : [tooMany])],
    showing: /^(?:images|ps|inspect|logs|info|version|history)$/.test(docker.verb),
  };
}

function tooManyFault(
  verb: string,
  words: readonly ShellWord[],
  names: readonly { readonly name: string }[],
): OptionFault {
  const text = words.map((word) => word.text).join(' ');
  const wanted = names.map(({ name }) => name).join(' and ');
  return {
    text,
    message: `${verb} takes ${names.length === 1 ? 'one word' : `${names.length} words`} besides options, the ${wanted}; here are ${words.length}.`,
  };
}

function operandToken(
  word: ShellWord,
  named: { readonly name: string; readonly form: MeaningToken['form'] } | null,
  index: number,
): MeaningToken {
  const form = named?.form ?? null;
  return token(named?.name ?? `word ${index + 1}`, canonical(word.value, form), word.text, { form });
}

/** No token when the value is what docker takes anyhow. */
function optionTokens({ spec, values, text }: GivenOption): readonly MeaningToken[] {
  const given = values.map(({ value }) => value);
  const { values: meant } = canonicalValues(given, spec);
  const usual = spec.default === undefined ? null : canonical(spec.default, spec.form ?? null);
  if (usual !== null && meant.length === 1 && meant[0] === usual) return [];
  const { harmless = false, required = false, form = null } = spec;
  return [{ key: `--${spec.name}`, values: meant, given: text, harmless, required, form }];
}
