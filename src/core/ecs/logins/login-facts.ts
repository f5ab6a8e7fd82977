import { type AwsCommand, readAwsCommand } from '../programs/aws-command.ts';
import { usedOutput, usedProfile, usedRegion } from '../programs/aws-profile.ts';
import { awsOperationOptions } from '../programs/command-table.ts';
import { readQuery } from '../programs/jmespath.ts';
import { lastOption } from '../programs/option-spec.ts';
import { printedBySubstitution } from '../programs/printed-text.ts';
import { isPath } from '../programs/query-reading.ts';
import { callsOf, type ProgramCall } from '../shell/program-call.ts';
import type { ShellScript } from '../shell/shell-tree.ts';
import type { ShellFacts } from '../shell/shell-variables.ts';
import { hostOf, type LoginExpectation } from './login-expectation.ts';

/** What a question about a login lets a reader know of variables, and of what commands print. */
export function loginFacts(expected: LoginExpectation): ShellFacts {
  return {
    variables: new Map([['PWD', '.'], ...(expected.variables ?? [])]),
    printed: (body) => printedBySubstitution(body) ?? printedByAws(body, expected),
  };
}

/** One member of an answer of AWS, and how a query and jq name it. */
interface KnownMember {
  readonly command: string;
  /** The path of the member, without the numbers of elements. */
  readonly path: string;
  readonly value: (expected: LoginExpectation, aws: AwsCommand) => string | null;
}

const members: readonly KnownMember[] = [
  { command: 'sts get-caller-identity', path: 'Account', value: ownAccount },
  { command: 'ecr describe-registry', path: 'registryId', value: ownAccount },
  {
    command: 'ec2 describe-availability-zones',
    path: 'AvailabilityZones.RegionName',
    value: (expected, aws) => regionOf(expected, aws),
  },
  { command: 'ecr describe-repositories', path: 'repositories.repositoryUri', value: repositoryUri },
  {
    command: 'ecr get-authorization-token',
    path: 'authorizationData.proxyEndpoint',
    value: (expected, aws) => (isInRegion(expected, aws) && !expected.foreign ? `https://${hostOf(expected)}` : null),
  },
];

/** Which account, Region or host `aws` prints, where the question says so; else null. */
function printedByAws(body: ShellScript, expected: LoginExpectation): string | null {
  const [step, ...others] = body.steps;
  const [call, ...filters] = callsOf(step?.stages ?? []);
  if (others.length > 0 || call == null || call.program !== 'aws' || filters.includes(null)) return null;
  const aws = readAwsCommand(call, awsOperationOptions);
  if (aws.faults.length > 0 || !isProfile(expected, aws))
    return filters.length === 0 ? configured(call, expected) : null;
  const known = members.find(({ command }) => command === `${aws.service} ${aws.operation}`);
  if (known === undefined) return filters.length === 0 ? configured(call, expected) : null;
  const form = printedForm(aws, known.path);
  const shown =
    form === null ? null : filters.reduce<Form | null>((before, next) => filtered(before, next, known.path), form);
  return shown === 'plain' ? known.value(expected, aws) : null;
}

/** The member alone, in the quotes of JSON, or within the whole answer. */
type Form = 'plain' | 'quoted' | 'whole';

function printedForm(aws: AwsCommand, path: string): Form | null {
  const output = usedOutput(aws);
  const query = lastOption(aws, 'query')?.values[0]?.value;
  if (query === undefined) return output === undefined || output === 'json' ? 'whole' : null;
  const reading = readQuery(query);
  if (reading === null || reading.narrows || !isPath(reading, path)) return null;
  return output === 'text' ? 'plain' : output === undefined || output === 'json' ? 'quoted' : null;
}

function filtered(before: Form | null, filter: ProgramCall | null, path: string): Form | null {
  if (before === null || filter === null) return null;
  const words = filter.arguments.map(({ value }) => value);
  if (filter.program === 'jq') return filteredByJq(before, words, path);
  const text = [filter.program, ...words].join(' ');
  if (text === 'cat') return before;
  return before !== 'whole' && unquotes.test(text) ? 'plain' : null;
}

/** How people take the quotes of JSON off a value. */
const unquotes = /^tr -d (?:\\?"|\\[rn])+$|^sed s([/|])"\1\1g$|^xargs$/;

function filteredByJq(before: Form, words: readonly string[], path: string): Form | null {
  const isRaw = words.some((word) => /^-[a-z]*r|^--raw-output$/.test(word));
  const [asked = '.'] = words.filter((word) => !word.startsWith('-'));
  const bare = asked
    .replace(/\[\d*\]|\||\s/g, '')
    .replace(/^\.+/, '')
    .replaceAll('..', '.');
  if (bare !== (before === 'whole' ? path : '') || before === 'plain') return null;
  return isRaw ? 'plain' : 'quoted';
}

/** `aws configure get region`, of a profile or the default. */
function configured(call: ProgramCall, expected: LoginExpectation): string | null {
  const { service, operation, options, environment, ...rest } = readAwsCommand(call, (name) =>
    name === 'configure' ? [] : null,
  );
  const [setting, ...more] = rest.operands.map(({ value }) => value);
  if (service !== 'configure' || operation !== 'get' || setting === undefined || more.length > 0) return null;
  const inName = /^(?:profile\.)?([\w-]+)\.region$/.exec(setting)?.[1];
  if (setting !== 'region' && inName === undefined) return null;
  return regionOfProfile(expected, inName ?? usedProfile({ options, environment })?.word.value ?? 'default');
}

/** The Region that a profile names, as far as the question says; null where it says nothing. */
export function regionOfProfile(expected: LoginExpectation, name: string): string | null {
  const { profile = null } = expected;
  if (profile !== null) return profile.name === name && profile.namesRegion ? expected.region : null;
  return name === 'default' && expected.defaultRegion === true ? expected.region : null;
}

function isProfile({ profile = null }: LoginExpectation, aws: AwsCommand): boolean {
  const used = usedProfile(aws)?.word.value ?? 'default';
  return used === (profile?.name ?? 'default');
}

function regionOf(expected: LoginExpectation, aws: AwsCommand): string | null {
  const used = usedRegion(aws, expected.cli === 'v1' ? 'v1' : 'v2');
  return used?.word.value ?? regionOfProfile(expected, usedProfile(aws)?.word.value ?? 'default');
}

function isInRegion(expected: LoginExpectation, aws: AwsCommand): boolean {
  return regionOf(expected, aws) === expected.region;
}

function ownAccount(expected: LoginExpectation): string | null {
  return expected.foreign === true || expected.account === '' ? null : expected.account;
}

function repositoryUri(expected: LoginExpectation, aws: AwsCommand): string | null {
  const [name] = lastOption(aws, 'repository-names')?.values ?? [];
  if (!isInRegion(expected, aws) || expected.foreign === true || expected.public === true) return null;
  return `${hostOf(expected)}/${name?.value ?? 'repository'}`;
}
