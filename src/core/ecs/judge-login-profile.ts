import type { VerdictPart } from '../model/verdict.ts';
import type { AwsCommand } from './aws-command.ts';
import { missedPart, rightPart, wrongPart } from './judged-part.ts';
import type { LoginExpectation } from './login-expectation.ts';
import { lastOption } from './option-spec.ts';

interface NamedProfile {
  readonly profile: string;
  /** As typed. */
  readonly given: string;
}

/** Whether the token is asked for as the profile that the question names; nothing where it names none. Rule L19. */
export function judgeLoginProfile(aws: AwsCommand, expected: LoginExpectation): readonly VerdictPart[] {
  if (expected.profile === undefined) return [];
  const wanted = `--profile ${expected.profile}`;
  const named = namedProfile(aws);
  if (named === null) {
    return [missedPart('profile', wanted, `Without ${wanted} the token is asked for with other credentials, or none.`)];
  }
  if (named.profile === expected.profile) return [rightPart('profile', named.given)];
  return [wrongPart('profile', named.given, `The question is about the profile ${expected.profile}.`, wanted)];
}

/** `--profile`, then `AWS_PROFILE`, then `AWS_DEFAULT_PROFILE`. */
export function namedProfile(aws: AwsCommand): NamedProfile | null {
  const option = lastOption(aws, 'profile');
  if (option !== null) return { profile: option.values[0]?.value ?? '', given: option.text };
  const name = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].find((variable) => aws.environment.has(variable));
  const profile = name === undefined ? undefined : aws.environment.get(name);
  return profile === undefined ? null : { profile, given: `${name}=${profile}` };
}
