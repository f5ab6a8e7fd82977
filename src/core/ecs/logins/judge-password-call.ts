import type { VerdictPart } from '../../model/verdict.ts';
import { type AwsCommand, readAwsCommand } from '../programs/aws-command.ts';
import { usedProfile } from '../programs/aws-profile.ts';
import { isOpen } from '../programs/aws-values.ts';
import { getLoginOptions } from '../programs/login-options.ts';
import { lastOption, type OptionSpec } from '../programs/option-spec.ts';
import { awsVariable } from '../programs/program-environment.ts';
import type { ProgramCall } from '../shell/program-call.ts';
import { missedPart, rightPart, shown, wrongPart } from '../verdicts/judged-part.ts';
import { judgeLoginRegion } from './judge-login-region.ts';
import type { LoginExpectation } from './login-expectation.ts';

const ownOptions: ReadonlyMap<string, readonly OptionSpec[]> = new Map([
  ['get-login', getLoginOptions],
  ['get-authorization-token', [{ name: 'registry-ids', takes: 'list' }]],
]);

/** Reads `aws …`, or says what stands in its place. */
export function readLoginCall(call: ProgramCall): AwsCommand | string {
  if (call.program === 'aws') return readAwsCommand(call, (_, operation) => ownOptions.get(operation) ?? []);
  const typed = call.name?.text ?? '';
  if (typed.toLowerCase() === 'aws') return 'The command is aws, in lower case.';
  return `The password comes from aws, not from ${typed === '' ? 'nothing' : typed}.`;
}

/**
 * Holds `aws ecr get-login-password` against the question; `hostRegion` is the Region in the typed host. `decoded`:
 * the password is cut out of what get-authorization-token prints.
 */
export function judgePasswordCall(
  aws: AwsCommand,
  expected: LoginExpectation,
  hostRegion: string | null,
  decoded: boolean,
): readonly VerdictPart[] {
  const version = expected.cli === 'v1' ? 'v1' : 'v2';
  const region = judgeLoginRegion(aws, expected, version, hostRegion);
  const registries = decoded ? judgeRegistries(aws, expected, true) : [];
  return [
    judgeName(aws, expected, decoded),
    ...judgeOdd(aws, expected),
    ...registries,
    ...judgeProfile(aws, expected),
    region,
  ];
}

/** Holds `aws ecr get-login` against the question; CLI v1 alone has it. */
export function judgeGetLogin(
  aws: AwsCommand,
  expected: LoginExpectation,
  keepsLines: boolean,
): readonly VerdictPart[] {
  const region = judgeLoginRegion(aws, expected, 'v1', null);
  return [
    rightPart('aws', `aws ${aws.service} get-login`),
    ...judgeOdd(aws, expected),
    ...judgeRegistries(aws, expected, keepsLines),
    ...judgeProfile(aws, expected),
    region,
  ];
}

/** Whether the printed line is one that today's docker takes (`-e none` is not). */
export function leavesOutEmail(aws: AwsCommand): boolean {
  const flag = aws.options.findLast(({ spec }) => spec.name === 'no-include-email' || spec.name === 'include-email');
  return flag?.spec.name === 'no-include-email';
}

function judgeName(aws: AwsCommand, expected: LoginExpectation, decoded: boolean): VerdictPart {
  const service = expected.public === true ? 'ecr-public' : 'ecr';
  const wanted = `aws ${service} get-login-password`;
  const given = `aws ${aws.service} ${aws.operation}`.trimEnd();
  if (given === wanted || (decoded && given === `aws ${service} get-authorization-token`))
    return rightPart('aws', given);
  return wrongPart('aws', given, nameProblem(aws, service), wanted);
}

function nameProblem({ service, operation }: AwsCommand, wanted: string): string {
  if (service === '') return 'aws needs a service and an operation.';
  if (service.toLowerCase() === wanted && service !== wanted) return `aws takes the service in lower case: ${wanted}.`;
  if (service !== wanted && /^ecr(?:-public)?$/.test(service)) {
    return service === 'ecr'
      ? 'aws ecr is for private registries; for public.ecr.aws it is aws ecr-public.'
      : 'aws ecr-public is for public.ecr.aws; for a private registry it is aws ecr.';
  }
  if (service !== wanted) return `The service is ${wanted}, not ${service}.`;
  if (operation === '') return `aws ${service} needs an operation: get-login-password.`;
  if (operation === 'get-authorization-token') {
    return 'get-authorization-token prints the token in base64, with AWS: before the password.';
  }
  if (operation === 'get-login') return 'get-login prints a whole docker login command; as a password that is wrong.';
  return `aws ${service} has no ${operation} that prints the password; it is get-login-password.`;
}

const notForTokens: ReadonlySet<string> = new Set(['version', 'no-sign-request', 'endpoint-url', 'ca-bundle']);
const onlyInV2 = /^(?:no-cli-pager|no-cli-auto-prompt|cli-binary-format)$/;

/** Options and variables that keep aws from handing out the token, or make it ask elsewhere or as somebody else. */
function judgeOdd(aws: AwsCommand, { cli }: LoginExpectation): readonly VerdictPart[] {
  const faults = aws.faults.map(({ text, message }) => wrongPart('aws', text, oddOption(text, aws) ?? message));
  const misplaced = aws.options.filter(({ spec }) => notForTokens.has(spec.name));
  const tooNew = cli === 'v1' ? aws.options.filter(isOnlyInV2) : [];
  const variables = [...aws.environment].filter(([name, { value }]) => awsVariable(name, value) === 'steers');
  return [
    ...faults,
    ...misplaced.map(({ text }) =>
      wrongPart('aws', text, `${shown(text)} keeps aws from handing out the token that is asked for.`),
    ),
    ...tooNew.map(({ text }) => wrongPart('aws', text, `AWS CLI v1 does not know ${shown(text)}.`)),
    ...variables.map(([name, { value }]) =>
      wrongPart(
        'aws',
        `${name}=${value}`,
        `${name} is not asked for: with it aws may ask elsewhere, or as somebody else.`,
      ),
    ),
  ];
}

function isOnlyInV2({ spec, values }: AwsCommand['options'][number]): boolean {
  return (
    onlyInV2.test(spec.name) || (spec.name === 'output' && /^(?:yaml|yaml-stream|off)$/.test(values[0]?.value ?? ''))
  );
}

/** The profile as aws picks it, beside the one that the question names. */
function judgeProfile(aws: AwsCommand, { profile = null }: LoginExpectation): readonly VerdictPart[] {
  const used = usedProfile(aws);
  const wanted = profile === null ? null : `--profile ${profile.name}`;
  if (used !== null && isOpen(used.word)) {
    const note = `What ${used.word.text} holds cannot be told from here; write the profile out.`;
    return [wanted === null ? wrongPart('profile', used.given, note) : wrongPart('profile', used.given, note, wanted)];
  }
  if (profile === null || wanted === null) return [];
  if (used === null) return [missedPart('profile', wanted, `The token must come from the profile ${profile.name}.`)];
  if (used.word.value === profile.name) return [rightPart('profile', used.given)];
  const note = `aws takes the profile ${shown(used.word.value)}; the token must come from ${profile.name}.`;
  return [wrongPart('profile', used.given, note, wanted)];
}

function oddOption(text: string, aws: AwsCommand): string | null {
  if (aws.operation !== 'get-login-password' || !/^--(?:no-include-email|include-email|registry-ids)/.test(text))
    return null;
  return `${text} belongs to get-login of CLI v1; get-login-password does not know it.`;
}

function judgeRegistries(aws: AwsCommand, expected: LoginExpectation, keepsLines: boolean): readonly VerdictPart[] {
  const option = lastOption(aws, 'registry-ids');
  if (option === null) return missingRegistry(aws, expected);
  const ids = option.values.map(({ value }) => value);
  const wanted = `--registry-ids ${expected.account}`;
  const odd = ids.find((id) => !/^\d{12}$/.test(id));
  if (odd !== undefined)
    return [wrongPart('registries', option.text, `An account ID has 12 digits; ${odd} has not.`, wanted)];
  if (!ids.includes(expected.account)) {
    return [
      wrongPart('registries', option.text, `The registry of account ${expected.account} is not among them.`, wanted),
    ];
  }
  if (ids.length === 1 || keepsLines) return [rightPart('registries', option.text)];
  const note =
    'One line is printed for each registry, and $(…) without quotes makes one command of them: use eval "$(…)".';
  return [wrongPart('registries', option.text, note, wanted)];
}

function missingRegistry({ operation }: AwsCommand, { registry = null }: LoginExpectation): readonly VerdictPart[] {
  if (registry === null || operation !== 'get-login') return [];
  const note = `Without --registry-ids the login is for your own account, not for ${registry}.`;
  return [missedPart('registries', `--registry-ids ${registry}`, note)];
}

/** For an answer that stops before docker. */
export function missingDocker(expected: LoginExpectation, host: string): VerdictPart {
  const note =
    expected.cli === 'v1'
      ? 'The password is only printed.'
      : 'The password is printed and not used: pipe it into docker login.';
  return missedPart('docker', `| docker login --username AWS --password-stdin ${host}`, note);
}
