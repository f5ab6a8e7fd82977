import type { VerdictPart } from '../../model/verdict.ts';
import type { AwsCommand } from '../programs/aws-command.ts';
import { lastOption } from '../programs/option-spec.ts';
import { missedPart, rightPart, wrongPart } from '../verdicts/judged-part.ts';
import { type LoginExpectation, tokenRegionOf } from './login-expectation.ts';

interface NamedRegion {
  readonly region: string;
  /** As typed. */
  readonly given: string;
}

/**
 * Where the token's Region comes from: `--region`, then `AWS_REGION` (not in CLI v1), `AWS_DEFAULT_REGION`, a profile,
 * a configured default. Rules L10 to L13 of SPEC.md.
 */
export function judgeLoginRegion(
  aws: AwsCommand,
  expected: LoginExpectation,
  version: 'v1' | 'v2',
  hostRegion: string | null,
): VerdictPart {
  const wanted = tokenRegionOf(expected);
  const named = namedRegion(aws, version);
  if (named === null) return judgeUnnamed(aws, expected, version);
  if (named.region === wanted) return rightPart('region', named.given);
  return wrongPart('region', named.given, mismatch(named.region, wanted, hostRegion), `--region ${wanted}`);
}

function namedRegion(aws: AwsCommand, version: 'v1' | 'v2'): NamedRegion | null {
  const option = lastOption(aws, 'region');
  if (option !== null) return { region: option.values[0]?.value ?? '', given: option.text };
  const variables = version === 'v1' ? ['AWS_DEFAULT_REGION'] : ['AWS_REGION', 'AWS_DEFAULT_REGION'];
  const name = variables.find((variable) => aws.environment.has(variable));
  const region = name === undefined ? undefined : aws.environment.get(name);
  return name === undefined || region === undefined ? null : { region, given: `${name}=${region}` };
}

function judgeUnnamed(aws: AwsCommand, expected: LoginExpectation, version: 'v1' | 'v2'): VerdictPart {
  const wanted = tokenRegionOf(expected);
  const profile = lastOption(aws, 'profile')?.text ?? profileVariable(aws.environment);
  if (profile !== null) return rightPart('region', profile);
  if (expected.defaultRegion === true && expected.region === wanted) return rightPart('region', '');
  const ignored = version === 'v1' && aws.environment.has('AWS_REGION');
  const note = ignored
    ? 'AWS CLI v1 ignores AWS_REGION; it reads AWS_DEFAULT_REGION or --region.'
    : 'No Region is given, and none is said to be configured: aws asks you to specify one.';
  return missedPart('region', `--region ${wanted}`, note);
}

function profileVariable(environment: ReadonlyMap<string, string>): string | null {
  const name = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].find((variable) => environment.has(variable));
  return name === undefined ? null : `${name}=${environment.get(name)}`;
}

function mismatch(region: string, wanted: string, hostRegion: string | null): string {
  if (region.includes('$')) return `What ${region} holds cannot be told from here; write the Region out.`;
  if (region !== region.toLowerCase() && region.toLowerCase() === wanted) return 'Region names are in lower case.';
  if (/^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/.test(region)) return `${region} is an Availability Zone, not a Region.`;
  if (hostRegion !== null && hostRegion !== region) {
    return `The token is for ${region}, but the host belongs to ${hostRegion}: a token is good for its own Region.`;
  }
  return `The Region is ${region}; the question is about ${wanted}.`;
}
