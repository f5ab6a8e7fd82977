import * as v from 'valibot';
import type { Outcome } from '../../../model/diagnostic.ts';
import { seededRandom } from '../../../text/seeded-random.ts';
import { hostOf, type LoginExpectation } from '../../logins/login-expectation.ts';
import type { EngineFinding } from '../../verdicts/engine-finding.ts';
import { longText, oneOf, only, readScenario, yesOrNo } from '../read-scenario.ts';

const digits = 'Write the 12 digits of an account.';
const regionFix = 'Write a Region such as `eu-west-1`.';
const account = v.pipe(v.string(digits), v.regex(/^\d{12}$/, digits));
const region = v.pipe(v.string(regionFix), v.maxLength(30, regionFix), v.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, regionFix));

const schema = only({
  // Nothing of it is run.
  command: longText(1000),
  cli: v.optional(oneOf(['v1', 'v2']), 'v2'),
  account: v.optional(account, '123456789012'),
  region: v.optional(region, 'eu-west-1'),
  // Whether the configuration of the CLI names that Region.
  hasDefaultRegion: v.optional(yesOrNo(), false),
  // Where the image that is pulled afterwards lies.
  imageRegion: v.optional(region, 'eu-west-1'),
});

/** A login that somebody types, and the image that is to be pulled with it. */
export type LoginScenario = v.InferOutput<typeof schema>;

export function readLoginScenario(value: unknown): Outcome<LoginScenario, EngineFinding> {
  return readScenario(schema, value);
}

export function expectationOf({ cli, account: id, region: named, hasDefaultRegion }: LoginScenario): LoginExpectation {
  return { cli, account: id, region: named, defaultRegion: hasDefaultRegion };
}

/** A right login of the version, and what people do to it. */
export function drawLogin(seed: number): LoginScenario {
  const random = seededRandom(seed);
  const isOld = random(4) === 0;
  const [own, other] = random(2) === 0 ? ['eu-west-1', 'us-east-1'] : ['us-east-1', 'eu-central-1'];
  const scenario: LoginScenario = {
    command: '',
    cli: isOld ? 'v1' : 'v2',
    account: '123456789012',
    region: own,
    hasDefaultRegion: random(4) === 0,
    imageRegion: random(5) === 0 ? other : own,
  };
  const host = hostOf(expectationOf(scenario));
  const right = isOld
    ? `$(aws ecr get-login --no-include-email --region ${own})`
    : `aws ecr get-login-password --region ${own} | docker login --username AWS --password-stdin ${host}`;
  const slips = isOld ? oldSlips : newSlips;
  const slip = slips[random(slips.length)] ?? ['', ''];
  const command = random(3) === 0 ? right : right.replace(slip[0], slip[1].replace('OTHER', other));
  return { ...scenario, command };
}

type Slip = readonly [what: string | RegExp, becomes: string];

const newSlips: readonly Slip[] = [
  ['--username AWS', '--username aws'],
  ['--username AWS ', ''],
  [' --password-stdin', ''],
  [/--region \S+ /, ''],
  [/--region \S+/, '--region OTHER'],
  ['get-login-password', 'get-login'],
  ['get-login-password', 'get-authorization-token'],
  [' | ', ' && '],
  [/dkr\.ecr\.[a-z0-9-]+/, 'dkr.ecr.OTHER'],
  ['.dkr.ecr.', '.ecr.'],
  [/ 123456789012\S+$/, ''],
  ['--region', '—region'],
];
const oldSlips: readonly Slip[] = [
  [' --no-include-email', ''],
  [/^\$\((.*)\)$/, '$1'],
  ['get-login ', 'get-login-password '],
  [/ --region \S+(?=\))/, ''],
  [/^(.*)$/, '"$1"'],
];
