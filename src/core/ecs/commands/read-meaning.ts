import { callsOf } from '../logins/login-glue.ts';
import { readAwsCommand } from '../programs/aws-command.ts';
import { awsOperationOptions, dockerVerb } from '../programs/command-table.ts';
import { readDockerCommand } from '../programs/docker-command.ts';
import type { GivenOption, OptionFault } from '../programs/option-spec.ts';
import type { ProgramCall } from '../programs/program-call.ts';
import type { ShellScript, ShellStep, ShellWord } from '../shell/shell-tree.ts';
import { type FileWrite, fileWrites, joinedWrites } from './file-write.ts';
import { type CommandMeaning, canonical, type MeaningToken, token } from './meaning.ts';

type Link = CommandMeaning['link'];

/** The commands of a script in order, with writes to one file put together. */
export function readMeanings(script: ShellScript): readonly CommandMeaning[] {
  return unitsOf(script).flatMap((unit) => ('write' in unit ? [writeMeaning(unit)] : stepMeanings(unit)));
}

/** A write that the next step may go on with. */
interface LinkedWrite {
  readonly write: FileWrite;
  readonly link: Link;
}

function unitsOf(script: ShellScript): readonly (LinkedWrite | ShellStep)[] {
  const units: (LinkedWrite | ShellStep)[] = [];
  for (const step of script.steps) {
    const writes = step.background ? null : fileWrites(step.stages);
    if (writes === null) units.push(step);
    for (const write of writes ?? []) addWrite(units, { write, link: linkOf(step) });
  }
  return units;
}

function addWrite(units: (LinkedWrite | ShellStep)[], next: LinkedWrite): void {
  const last = units.at(-1);
  const before = last !== undefined && 'write' in last && next.link === ';' ? last : null;
  const joined = before === null ? null : joinedWrites(before.write, next.write);
  if (before === null || joined === null) units.push(next);
  else units[units.length - 1] = { ...before, write: joined };
}

function linkOf(step: ShellStep): Link {
  return step.joiner === '||' ? '||' : ';';
}

function stepMeanings(step: ShellStep): readonly CommandMeaning[] {
  const odd = step.background ? [token('&', '&', '&')] : [];
  return callsOf(step.stages).map((call, index) => {
    const link = index === 0 ? linkOf(step) : '|';
    if (call === null) return { link, verb: 'a group', given: '( … )', tokens: odd, faults: [] };
    const meaning = callMeaning(call, link);
    return {
      ...meaning,
      tokens: [...meaning.tokens, ...odd, ...redirectTokens(call)],
      faults: [...meaning.faults, ...braceFaults(call)],
    };
  });
}

function callMeaning(call: ProgramCall, link: Link): CommandMeaning {
  if (call.program === 'aws') return awsMeaning(call, link);
  if (call.program === 'docker') return dockerMeaning(call, link);
  return plainMeaning(call, link);
}

function awsMeaning(call: ProgramCall, link: Link): CommandMeaning {
  const aws = readAwsCommand(call, awsOperationOptions);
  const verb = `aws ${aws.service} ${aws.operation}`.trimEnd();
  // Of an option given twice, aws takes the last.
  const last = aws.options.filter(
    (option, index) => !aws.options.slice(index + 1).some(({ spec }) => spec.name === option.spec.name),
  );
  const options = last.flatMap(optionTokens);
  const variables = awsVariables(call, options);
  return {
    link,
    verb,
    given: verb,
    tokens: [...options, ...variables],
    faults: aws.faults,
  };
}

/** `AWS_REGION=R aws …` is `aws … --region R`. */
function awsVariables(call: ProgramCall, options: readonly MeaningToken[]): readonly MeaningToken[] {
  return [...call.environment].flatMap(([name, value]) => {
    const key = /^AWS_(?:DEFAULT_)?REGION$/.test(name)
      ? '--region'
      : /^AWS_(?:DEFAULT_)?PROFILE$/.test(name)
        ? '--profile'
        : `${name}=`;
    const overruled = options.some((option) => option.key === key);
    return overruled ? [] : [token(key, value, `${name}=${value}`, { harmless: key.startsWith('--') })];
  });
}

function dockerMeaning(call: ProgramCall, link: Link): CommandMeaning {
  const docker = readDockerCommand(call, (verb) => dockerVerb(verb)?.options ?? null);
  const verb = `docker ${docker.verb}`.trimEnd();
  const names = dockerVerb(docker.verb)?.operands ?? [];
  const operands = docker.operands.map((word, index) => operandToken(word, names[index] ?? null, index));
  return {
    link,
    verb,
    given: verb,
    tokens: [...docker.options.flatMap(optionTokens), ...operands],
    faults: docker.faults,
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

/** Nothing when the value is what the command takes anyhow. */
function optionTokens({ spec, values, text }: GivenOption): readonly MeaningToken[] {
  const form = spec.form ?? null;
  const meant = values.map(({ value }) => canonical(value, form));
  if (spec.default !== undefined && meant.length === 1 && meant[0] === canonical(spec.default, form)) return [];
  const inOrder = spec.ordered === true ? meant : meant.toSorted();
  const { harmless = false, required = false } = spec;
  return [{ key: `--${spec.name}`, values: inOrder, given: text, harmless, required, form }];
}

function plainMeaning(call: ProgramCall, link: Link): CommandMeaning {
  const words = call.arguments.map(({ value, text }) => ({ value, text }));
  const service = call.program === 'service' && words.length === 2;
  const ordered = service ? words.toReversed() : words;
  const form = service || call.program === 'systemctl' ? 'unit' : null;
  const verb = service ? 'systemctl' : call.program;
  const variables = [...call.environment].map(([name, value]) => token(`${name}=`, value, `${name}=${value}`));
  const tokens = ordered.map(({ value, text }, index) =>
    token(`word ${index + 1}`, canonical(value, form), text, { form }),
  );
  return {
    link,
    verb,
    given: call.name?.text ?? '',
    tokens: [...rootToken(call.asRoot), ...variables, ...tokens],
    faults: [],
  };
}

function rootToken(asRoot: boolean): readonly MeaningToken[] {
  return asRoot ? [token('sudo', 'sudo', 'sudo', { harmless: true })] : [];
}

function writeMeaning({ write, link }: LinkedWrite): CommandMeaning {
  const sign = write.mode === 'append' ? '>>' : '>';
  const lines = write.lines.map((line) =>
    token(`line ${/^\s*([A-Za-z_]\w*)\s*=/.exec(line)?.[1] ?? ''}`.trimEnd(), line, line),
  );
  const tokens = [
    ...rootToken(write.asRoot),
    ...lines,
    token('mode', sign, sign),
    token('file', write.file, write.file),
  ];
  return { link, verb: 'write a file', given: `write ${write.file}`, tokens, faults: [] };
}

function redirectTokens(call: ProgramCall): readonly MeaningToken[] {
  return call.redirects.map(({ operator, descriptor, target, body }) => {
    const value = target?.value ?? body?.value ?? '';
    const shown = `${descriptor ?? ''}${operator} ${target?.text ?? '…'}`;
    // Errors and chatter put aside change nothing of what is done.
    return token('redirection', `${descriptor ?? ''}${operator}${value}`, shown, {
      harmless: descriptor === 2 || value === '/dev/null',
    });
  });
}

/** Bash makes several words of `{a,b}`, which the learner meant as one value. */
function braceFaults(call: ProgramCall): readonly OptionFault[] {
  return call.arguments
    .filter(({ pieces }) => pieces.some((piece) => piece.type === 'braces'))
    .map(({ text }) => ({
      text,
      message: `Bash makes several words of the braces in ${text}; put the value in quotes.`,
    }));
}
