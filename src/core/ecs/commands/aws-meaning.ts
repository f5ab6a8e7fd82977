import { type AwsCommand, readAwsCommand } from '../programs/aws-command.ts';
import { usedOutput, usedProfile } from '../programs/aws-profile.ts';
import { isOpen, openProblem, profileProblem, regionProblem } from '../programs/aws-values.ts';
import { awsOperationOptions } from '../programs/command-table.ts';
import { readEcsArn } from '../programs/ecs-arn.ts';
import { readQuery } from '../programs/jmespath.ts';
import { type GivenOption, lastOption, type OptionFault } from '../programs/option-spec.ts';
import { onlyCall } from '../programs/printed-text.ts';
import { awsVariable } from '../programs/program-environment.ts';
import type { ProgramCall } from '../shell/program-call.ts';
import { onlySubstitution, type ShellWord } from '../shell/shell-tree.ts';
import { canonicalValues } from './canonical.ts';
import { type MeaningToken, token } from './meaning.ts';

/** A command of the AWS CLI. */
export interface AwsMeaning {
  readonly verb: string;
  readonly tokens: readonly MeaningToken[];
  readonly faults: readonly OptionFault[];
  readonly showing: boolean;
  /** What `--output` says, or the variable for it; null for the default. */
  readonly output: string | null;
}

export function awsMeaning(call: ProgramCall): AwsMeaning {
  const aws = readAwsCommand(call, awsOperationOptions);
  // Of an option given twice, aws takes the last.
  const last = aws.options.filter(
    (option, index) => !aws.options.slice(index + 1).some(({ spec }) => spec.name === option.spec.name),
  );
  const read = last.map(readOption);
  return {
    verb: `aws ${aws.service} ${aws.operation}`.trimEnd(),
    tokens: [...read.flatMap(({ tokens }) => tokens), ...variableTokens(aws)],
    faults: [...aws.faults, ...read.flatMap(({ faults }) => faults), ...scopeFaults(aws)],
    showing: /^(?:describe|list|get|batch-get)-/.test(aws.operation),
    output: usedOutput(aws) ?? null,
  };
}

interface ReadOption {
  readonly tokens: readonly MeaningToken[];
  readonly faults: readonly OptionFault[];
}

/** No token when the value is what the command takes anyhow. */
function readOption({ spec, values, text }: GivenOption): ReadOption {
  const { values: meant, problem } = canonicalValues(
    values.map(({ value }) => value),
    spec,
  );
  const faults = problem === null ? [] : [{ text, message: problem }];
  const usual = spec.default === undefined ? null : canonicalValues([spec.default], spec).values[0];
  if (usual !== null && meant.length === 1 && meant[0] === usual) return { tokens: [], faults };
  const { harmless = false, required = false, form = null } = spec;
  // A query that is none is a fault already.
  const leaves = spec.form === 'query' ? (readQuery(meant[0] ?? '') ?? 'all') : null;
  const read = { key: `--${spec.name}`, values: meant, given: text, harmless, required, form };
  return { tokens: [leaves === null ? read : { ...read, leaves }], faults };
}

/** `AWS_REGION=R aws …` is `aws … --region R`. */
function variableTokens(aws: AwsCommand): readonly MeaningToken[] {
  return [...aws.environment].flatMap(([name, { value }]) => {
    const given = `${name}=${value}`;
    const role = awsVariable(name, value);
    if (role === 'harmless') return [];
    if (role === 'steers') return [token(`${name}=`, value, given)];
    const overruled = lastOption(aws, role) !== null || (role === 'profile' && usedProfile(aws)?.given !== given);
    const other = name === 'AWS_DEFAULT_REGION' && aws.environment.has('AWS_REGION');
    return overruled || other ? [] : [token(`--${role}`, value, given, { harmless: true })];
  });
}

/** What the values say of a Region, a profile or a cluster must fit together. */
function scopeFaults(aws: AwsCommand): readonly OptionFault[] {
  const region = lastOption(aws, 'region');
  const [regionWord] = region?.values ?? [];
  const isDefault = regionWord !== undefined && printsDefaultRegion(regionWord);
  const regionFault = region === null || isDefault ? null : problemOf(regionWord, regionProblem);
  const profile = lastOption(aws, 'profile');
  const profileFault = profile === null ? null : problemOf(profile.values[0], profileProblem);
  return [
    ...(region === null || regionFault === null ? [] : [{ text: region.text, message: regionFault }]),
    ...(profile === null || profileFault === null ? [] : [{ text: profile.text, message: profileFault }]),
    ...arnFaults(aws, regionWord?.value ?? null),
  ];
}

/** `$(aws configure get region)` is the default Region, written out. */
function printsDefaultRegion(word: ShellWord): boolean {
  const body = onlySubstitution(word)?.body;
  const call = body === undefined ? null : onlyCall(body);
  const words = call?.arguments.map(({ value }) => value).join(' ');
  return call?.program === 'aws' && words === 'configure get region';
}

function problemOf(word: ShellWord | undefined, problem: (value: string) => string | null): string | null {
  if (word === undefined) return null;
  return isOpen(word) ? openProblem(word) : problem(word.value);
}

function arnFaults(aws: AwsCommand, region: string | null): readonly OptionFault[] {
  const named = lastOption(aws, 'cluster')?.values[0]?.value ?? 'default';
  const cluster = readEcsArn(named, 'cluster')?.name ?? named;
  return aws.options.flatMap(({ spec, values, text }) =>
    values.flatMap(({ value }) => {
      const arn = spec.kind === undefined ? null : readEcsArn(value, spec.kind);
      if (arn === null) return [];
      if (arn.cluster !== null && arn.cluster !== cluster) {
        return [{ text, message: `The ARN belongs to the cluster ${arn.cluster}, the command asks in ${cluster}.` }];
      }
      if (region === null || arn.region === region) return [];
      return [{ text, message: `The ARN belongs to ${arn.region}, the command asks in ${region}.` }];
    }),
  );
}
