import type { VerdictPart } from '../../model/verdict.ts';
import { type AwsCommand, readAwsCommand } from '../programs/aws-command.ts';
import { lastOption, type OptionSpec } from '../programs/option-spec.ts';
import type { ProgramCall } from '../programs/program-call.ts';
import { missedPart, rightPart, wrongPart } from '../verdicts/judged-part.ts';
import { judgeLoginRegion } from './judge-login-region.ts';
import type { LoginExpectation } from './login-expectation.ts';

/** Source: AWS CLI 1.45.55, `aws ecr get-login help`; CLI v2 has no such operation. */
export const getLoginOptions: readonly OptionSpec[] = [
  { name: 'registry-ids', takes: 'list' },
  { name: 'no-include-email', takes: 'nothing' },
  { name: 'include-email', takes: 'nothing' },
];

/** Reads `aws …`, or says what stands in its place. */
export function readLoginCall(call: ProgramCall): AwsCommand | string {
  if (call.program === 'aws')
    return readAwsCommand(call, (_, operation) => (operation === 'get-login' ? getLoginOptions : []));
  const typed = call.name?.text ?? '';
  if (typed.toLowerCase() === 'aws') return 'The command is aws, in lower case.';
  return `The password comes from aws, not from ${typed === '' ? 'nothing' : typed}.`;
}

/** Holds `aws ecr get-login-password` against the question; `hostRegion` is the Region in the typed host. */
export function judgePasswordCall(
  aws: AwsCommand,
  expected: LoginExpectation,
  hostRegion: string | null,
): readonly VerdictPart[] {
  const version = expected.cli === 'v1' ? 'v1' : 'v2';
  const region = judgeLoginRegion(aws, expected, version, hostRegion);
  return [judgeName(aws, expected), ...judgeOddOptions(aws), region];
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
    ...judgeOddOptions(aws),
    ...judgeRegistries(aws, expected, keepsLines),
    region,
  ];
}

/** Whether the printed line is one that today's docker takes (`-e none` is not). */
export function leavesOutEmail(aws: AwsCommand): boolean {
  const flag = aws.options.findLast(({ spec }) => spec.name === 'no-include-email' || spec.name === 'include-email');
  return flag?.spec.name === 'no-include-email';
}

function judgeName(aws: AwsCommand, expected: LoginExpectation): VerdictPart {
  const service = expected.public === true ? 'ecr-public' : 'ecr';
  const wanted = `aws ${service} get-login-password`;
  const given = `aws ${aws.service} ${aws.operation}`.trimEnd();
  if (given === wanted) return rightPart('aws', given);
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
  if (operation === 'get-login') return 'get-login prints a whole docker login command; as a password that is wrong.';
  return `aws ${service} has no ${operation} that prints the password; it is get-login-password.`;
}

function judgeOddOptions(aws: AwsCommand): readonly VerdictPart[] {
  const faults = aws.faults.map(({ text, message }) => wrongPart('aws', text, oddOption(text, aws) ?? message));
  const misplaced = aws.options.filter(({ spec }) => spec.name === 'version' || spec.name === 'no-sign-request');
  return [
    ...faults,
    ...misplaced.map(({ text }) => wrongPart('aws', text, `${text} keeps aws from handing out a token.`)),
  ];
}

function oddOption(text: string, aws: AwsCommand): string | null {
  if (aws.operation !== 'get-login-password' || !/^--(?:no-include-email|include-email|registry-ids)/.test(text))
    return null;
  return `${text} belongs to get-login of CLI v1; get-login-password does not know it.`;
}

function judgeRegistries(aws: AwsCommand, expected: LoginExpectation, keepsLines: boolean): readonly VerdictPart[] {
  const option = lastOption(aws, 'registry-ids');
  if (option === null) return [];
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

/** For an answer that stops before docker. */
export function missingDocker(expected: LoginExpectation, host: string): VerdictPart {
  const note =
    expected.cli === 'v1'
      ? 'The password is only printed.'
      : 'The password is printed and not used: pipe it into docker login.';
  return missedPart('docker', `| docker login --username AWS --password-stdin ${host}`, note);
}
