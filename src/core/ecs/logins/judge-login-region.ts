import type { VerdictPart } from '../../model/verdict.ts';
import type { AwsCommand } from '../programs/aws-command.ts';
import { usedProfile, usedRegion } from '../programs/aws-profile.ts';
import { isOpen } from '../programs/aws-values.ts';
import { missedPart, rightPart, wrongPart } from '../verdicts/judged-part.ts';
import { type LoginExpectation, tokenRegionOf } from './login-expectation.ts';
import { regionOfProfile } from './login-facts.ts';

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
  const named = usedRegion(aws, version);
  if (named === null) return judgeUnnamed(aws, expected, version);
  const region = named.word.value;
  if (region === wanted) return rightPart('region', named.given);
  const note = isOpen(named.word)
    ? `What ${named.word.text} holds cannot be told from here; write the Region out.`
    : mismatch(region, wanted, hostRegion);
  return wrongPart('region', named.given, note, `--region ${wanted}`);
}

function judgeUnnamed(aws: AwsCommand, expected: LoginExpectation, version: 'v1' | 'v2'): VerdictPart {
  const wanted = tokenRegionOf(expected);
  const used = usedProfile(aws);
  const name = used?.word.value ?? 'default';
  if (regionOfProfile(expected, name) === wanted) return rightPart('region', used?.given ?? '');
  return missedPart('region', `--region ${wanted}`, unnamedNote(aws, expected, version, wanted));
}

function unnamedNote(aws: AwsCommand, expected: LoginExpectation, version: 'v1' | 'v2', wanted: string): string {
  const used = usedProfile(aws);
  if (version === 'v1' && aws.environment.has('AWS_REGION')) {
    return 'AWS CLI v1 ignores AWS_REGION; it reads AWS_DEFAULT_REGION or --region.';
  }
  if (expected.public === true) return `No Region is given, and tokens of ECR Public come from ${wanted} only.`;
  if (used !== null && used.word.value !== expected.profile?.name) {
    return `No Region is given, and nothing says that the profile ${used.word.value} names ${wanted}.`;
  }
  return `No Region is given, so the token does not come from ${wanted}.`;
}

function mismatch(region: string, wanted: string, hostRegion: string | null): string {
  if (region === '') return 'What is given as the Region is empty.';
  if (region !== region.toLowerCase() && region.toLowerCase() === wanted) return 'Region names are in lower case.';
  if (/^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/.test(region)) return `${region} is an Availability Zone, not a Region.`;
  if (hostRegion !== null && hostRegion !== region) {
    return `The token is for ${region}, but the host belongs to ${hostRegion}: a token is good for its own Region.`;
  }
  return `The Region is ${region}; the question is about ${wanted}.`;
}
