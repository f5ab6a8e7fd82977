import { describe, expect, it } from 'vitest';
import { gradeRegistryLogin } from '../../../src/core/ecs/logins/grade-registry-login.ts';
import type { LoginExpectation } from '../../../src/core/ecs/logins/login-expectation.ts';
import type { CommandRuling } from '../../../src/core/model/verdict.ts';

const v1: LoginExpectation = { cli: 'v1', account: '123456789012', region: 'eu-west-1' };
const v2: LoginExpectation = { ...v1, cli: 'v2' };
const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const password = 'aws ecr get-login-password --region eu-west-1';
const login = `docker login --username AWS --password-stdin ${host}`;
const getLogin = 'aws ecr get-login --no-include-email --region eu-west-1';
const feed = (command: string) => `${command} | ${login}`;
const into = (command: string) => `${password} | ${command}`;

type Row = readonly [
  name: string,
  command: string,
  ruling: CommandRuling,
  advice?: RegExp | undefined,
  expected?: Partial<LoginExpectation>,
];

function rows(title: string, expected: LoginExpectation, table: readonly Row[]): void {
  describe(title, () => {
    for (const [name, command, ruling, advice, change] of table) {
      it(`${name} (${title})`, () => {
        const verdict = gradeRegistryLogin(command, { ...expected, ...change });
        expect(verdict.ruling, verdict.advice.join('\n')).toBe(ruling);
        if (advice) expect(verdict.advice.join('\n')).toMatch(advice);
      });
    }
  });
}

rows('version 1', v1, [
  ['[L15] get-login in $(): correct', `$(${getLogin})`, 'correct'],
  [
    '[L21] get-login without --no-include-email: partly right',
    '$(aws ecr get-login --region eu-west-1)',
    'partly-right',
    /-e none/,
  ],
  [
    '[L21] get-login --include-email: partly right',
    '$(aws ecr get-login --include-email --region eu-west-1)',
    'partly-right',
  ],
  ['one --registry-ids: correct', `$(${getLogin} --registry-ids 123456789012)`, 'correct'],
  [
    'another account in --registry-ids: wrong',
    `$(${getLogin} --registry-ids 210987654321)`,
    'wrong',
    /123456789012 is not among/,
  ],
  [
    'an account of 10 digits in --registry-ids: wrong',
    `$(${getLogin} --registry-ids 1234567890)`,
    'wrong',
    /12 digits/,
  ],
  [
    '[L16] two registries in $(): wrong',
    `$(${getLogin} --registry-ids 123456789012 210987654321)`,
    'wrong',
    /one command/,
  ],
  ['[L16] two registries through sh: correct', `${getLogin} --registry-ids 123456789012 210987654321 | sh`, 'correct'],
  ['[L23] get-login-password: wrong version', feed(password), 'wrong-version', /1\.17\.10/],
  [
    'get-login-password --no-include-email: not right',
    feed(`${password} --no-include-email`),
    'wrong-version',
    /belongs to get-login/,
  ],
  ['--region before ecr', '$(aws --region eu-west-1 ecr get-login --no-include-email)', 'correct'],
  ['--region between', '$(aws ecr --region eu-west-1 get-login --no-include-email)', 'correct'],
  ['[L5] --region=R', '$(aws ecr get-login --no-include-email --region=eu-west-1)', 'correct'],
  ['[L13] no region anywhere: wrong', '$(aws ecr get-login --no-include-email)', 'wrong', /No Region/],
  [
    '[L13] no region, a default configured: correct',
    '$(aws ecr get-login --no-include-email)',
    'correct',
    undefined,
    { defaultRegion: true },
  ],
  ['AWS_DEFAULT_REGION in $()', '$(AWS_DEFAULT_REGION=eu-west-1 aws ecr get-login --no-include-email)', 'correct'],
  [
    '[L11] AWS_REGION is ignored: wrong',
    '$(AWS_REGION=eu-west-1 aws ecr get-login --no-include-email)',
    'wrong',
    /v1 ignores AWS_REGION/,
  ],
  [
    '[L11] AWS_REGION beside a default Region: ignored',
    '$(AWS_REGION=us-east-1 aws ecr get-login --no-include-email)',
    'correct',
    undefined,
    { defaultRegion: true },
  ],
  ['--profile', '$(aws --profile work ecr get-login --no-include-email)', 'correct'],
  [
    '[L5] --region twice: the last wins',
    `$(aws ecr get-login --region us-east-1 --no-include-email --region eu-west-1)`,
    'correct',
  ],
  ['--region twice, the last wrong', `$(${getLogin} --region us-east-1)`, 'wrong', /us-east-1/],
  ['[L5] unambiguous prefixes', '$(aws ecr get-login --no-include --reg eu-west-1)', 'correct'],
  ['--output and --query change nothing', `$(${getLogin} --output text --query x)`, 'correct'],
  ['ECR in capitals: wrong', '$(aws ECR get-login --no-include-email --region eu-west-1)', 'wrong'],
  ['[L22] en dashes: typography', '$(aws ecr get-login –no-include-email –region eu-west-1)', 'typography', /en dash/],
  ['[L5] an ambiguous prefix: wrong', '$(aws ecr get-login --no --region eu-west-1)', 'wrong', /could be/],
]);

rows('version 2', v2, [
  ['[L23] get-login: wrong version', `$(${getLogin})`, 'wrong-version', /removed in AWS CLI v2/],
  ['get-login without the flag: wrong version', '$(aws ecr get-login --region eu-west-1)', 'wrong-version'],
  ['get-login --registry-ids: wrong version', `$(${getLogin} --registry-ids 123456789012)`, 'wrong-version'],
  ['[L14] get-login-password: correct', feed(password), 'correct'],
  ['--no-include-email: wrong', feed(`${password} --no-include-email`), 'wrong', /belongs to get-login of CLI v1/],
  ['--registry-ids: wrong', feed(`${password} --registry-ids 123456789012`), 'wrong', /belongs to get-login/],
  ['--region before ecr', feed('aws --region eu-west-1 ecr get-login-password'), 'correct'],
  ['--region between', feed('aws ecr --region eu-west-1 get-login-password'), 'correct'],
  ['[L5] --region=R', feed('aws ecr get-login-password --region=eu-west-1'), 'correct'],
  ['[L13] no region anywhere: wrong', feed('aws ecr get-login-password'), 'wrong', /No Region/],
  [
    '[L13] no region, a default configured: correct',
    feed('aws ecr get-login-password'),
    'correct',
    undefined,
    { defaultRegion: true },
  ],
  ['AWS_DEFAULT_REGION', feed('AWS_DEFAULT_REGION=eu-west-1 aws ecr get-login-password'), 'correct'],
  ['AWS_REGION', feed('AWS_REGION=eu-west-1 aws ecr get-login-password'), 'correct'],
  [
    '[L10] AWS_REGION wins over AWS_DEFAULT_REGION',
    feed('AWS_DEFAULT_REGION=eu-west-1 AWS_REGION=us-east-1 aws ecr get-login-password'),
    'wrong',
    /us-east-1/,
  ],
  [
    '[L10] AWS_REGION right, AWS_DEFAULT_REGION another',
    feed('AWS_DEFAULT_REGION=us-east-1 AWS_REGION=eu-west-1 aws ecr get-login-password'),
    'correct',
  ],
  ['[L10] --region wins over AWS_REGION', feed(`AWS_REGION=us-east-1 ${password}`), 'correct'],
  ['--profile at the end', feed('aws ecr get-login-password --profile work'), 'correct'],
  ['--profile first', feed('aws --profile=work ecr get-login-password'), 'correct'],
  ['AWS_PROFILE', feed('AWS_PROFILE=work aws ecr get-login-password'), 'correct'],
  ['[L3] an exported Region', `export AWS_REGION=eu-west-1; ${feed('aws ecr get-login-password')}`, 'correct'],
  [
    '[L3] a Region set and not exported: wrong',
    `AWS_REGION=eu-west-1; ${feed('aws ecr get-login-password')}`,
    'wrong',
    /No Region/,
  ],
  ['[L3] a shell variable for the Region', `R=eu-west-1; ${feed('aws ecr get-login-password --region $R')}`, 'correct'],
  ['an unknown variable: wrong', feed('aws ecr get-login-password --region $R'), 'wrong', /cannot be told/],
  [
    '[L5] --region twice: the last wins',
    feed(`aws --region us-east-1 ecr get-login-password --region eu-west-1`),
    'correct',
  ],
  ['prefix --reg', feed('aws ecr get-login-password --reg eu-west-1'), 'correct'],
  ['--output and --query change nothing', feed(`${password} --output json --query x`), 'correct'],
  ['ECR in capitals: wrong', feed('aws ECR get-login-password --region eu-west-1'), 'wrong', /lower case/],
  ['AWS in capitals: wrong', feed('AWS ecr get-login-password --region eu-west-1'), 'wrong', /lower case/],
  ['a misspelt operation: wrong', feed('aws ecr get-login-pasword --region eu-west-1'), 'wrong', /get-login-password/],
  [
    'en dash: typography',
    feed('aws ecr get-login-password –region eu-west-1'),
    'typography',
    /character 28: an en dash/,
  ],
  ['--region without a value: wrong', feed('aws ecr get-login-password --region'), 'wrong', /needs a value/],
  [
    'one dash before region: wrong',
    feed('aws ecr get-login-password -region eu-west-1'),
    'wrong',
    /Did you mean --region/,
  ],
  ['[L4] through env', feed('env AWS_REGION=eu-west-1 aws ecr get-login-password'), 'correct'],
]);

rows('docker', v2, [
  ['options after the server', into(`docker login ${host} --password-stdin --username AWS`), 'correct'],
  ['-u AWS', into(`docker login -u AWS --password-stdin ${host}`), 'correct'],
  ['[L5] -uAWS', into(`docker login -uAWS --password-stdin ${host}`), 'correct'],
  ['--username=AWS', into(`docker login --username=AWS --password-stdin ${host}`), 'correct'],
  ['[L18] https://HOST', into(`docker login -u AWS --password-stdin https://${host}`), 'correct'],
  ['[L18] https://HOST/', into(`docker login -u AWS --password-stdin https://${host}/`), 'correct'],
  ['[L18] HOST/path', into(`docker login -u AWS --password-stdin ${host}/demo`), 'correct'],
  ['no user: wrong', into(`docker login --password-stdin ${host}`), 'wrong', /user name is missing/],
  ['-p X --password-stdin: wrong', into(`docker login -u AWS -p X --password-stdin ${host}`), 'wrong', /together/],
  ['-p X: wrong', `docker login -u AWS -p X ${host}`, 'wrong', /token that aws ecr/],
  ['[L5] -password-stdin: wrong', into(`docker login -u AWS -password-stdin ${host}`), 'wrong', /-p assword-stdin/],
  [
    '--user: wrong',
    into(`docker login --user AWS --password-stdin ${host}`),
    'wrong',
    /does not complete names: write --username/,
  ],
  ['--password-std: wrong', into(`docker login -u AWS --password-std ${host}`), 'wrong', /write --password-stdin/],
  [
    '"– password-stdin": typography',
    into(`docker login --username AWS – password-stdin ${host}`),
    'typography',
    /no space after the dashes/,
  ],
  ['–username: typography', into(`docker login –username AWS --password-stdin ${host}`), 'typography', /en dash/],
  [
    '"-- password-stdin": typography',
    into(`docker login --username AWS -- password-stdin ${host}`),
    'typography',
    /space/,
  ],
  ['[L17] no server: wrong', into('docker login -u AWS --password-stdin'), 'wrong', /Docker Hub/],
  ['-e none: wrong', into(`docker login -u AWS -e none --password-stdin ${host}`), 'wrong', /no option -e/],
  ['empty stdin: wrong', login, 'wrong', /Nothing feeds/],
  ['-- before the server', into(`docker login -u AWS --password-stdin -- ${host}`), 'correct'],
  ['a global option of docker', into(`docker --config /tmp/d login -u AWS --password-stdin ${host}`), 'correct'],
  ['[L4] sudo', into(`sudo ${login}`), 'correct'],
  ['[L4] podman', into(login.replace('docker', 'podman')), 'correct'],
]);

rows('what joins them, version 1', v1, [
  ['echo $(): wrong', `echo $(${getLogin})`, 'wrong', /does not run it/],
  ['eval without $(): wrong', `eval ${getLogin}`, 'wrong', /only prints/],
  ['a word after $(): wrong', `$(${getLogin}) ${host}`, 'wrong', /nothing may follow/],
  ['a pipe within $(): wrong', `$(${getLogin} | sh)`, 'wrong', /one aws command/],
  ['single quotes: wrong', `'$(${getLogin})'`, 'wrong', /single quotes/],
  ['[L15] backticks', `\`${getLogin}\``, 'correct'],
  ['[L15] eval $()', `eval $(${getLogin})`, 'correct'],
  ['eval "$()"', `eval "$(${getLogin})"`, 'correct'],
  ['[L15] | sh', `${getLogin} | sh`, 'correct'],
  ['| bash', `${getLogin} | bash`, 'correct'],
  ['sudo $()', `sudo $(${getLogin})`, 'correct'],
  ['bash <()', `bash <(${getLogin})`, 'correct'],
  ['[L15] source <()', `source <(${getLogin})`, 'correct'],
  ['[L15] sh -c "$()"', `sh -c "$(${getLogin})"`, 'correct'],
  ['[L15] "$()" in double quotes: wrong', `"$(${getLogin})"`, 'wrong', /double quotes/],
  ['$ ( with a space: typography', `$ (${getLogin})`, 'typography', /space stands between \$ and \(/],
  ['a prompt before $(', `$ $(${getLogin})`, 'correct'],
  ['[L15] a plain subshell: wrong', `(${getLogin})`, 'wrong', /only prints/],
  ['get-login alone: wrong', getLogin, 'wrong', /only prints/],
  ['get-login piped into docker login: wrong', feed(getLogin), 'wrong', /whole command/],
  ['$(get-login-password): wrong', `$(${password})`, 'wrong', /password only/],
]);

rows('what joins them, version 2', v2, [
  ['get-login piped into docker login: wrong version', feed(getLogin), 'wrong-version', /whole command/],
  ['[L20] -p $(…): insecure', `docker login -u AWS -p $(${password}) ${host}`, 'insecure', /process list/],
  ['[L20] --password "$(…)": insecure', `docker login -u AWS --password "$(${password})" ${host}`, 'insecure'],
  ['--password=$(…): insecure', `docker login -u AWS --password=$(${password}) ${host}`, 'insecure'],
  ['-p$(…): insecure', `docker login -u AWS -p$(${password}) ${host}`, 'insecure'],
  ['-p `…`: insecure', `docker login -u AWS -p \`${password}\` ${host}`, 'insecure'],
  ['-p $(get-login): wrong version', `docker login -u AWS -p $(${getLogin}) ${host}`, 'wrong-version'],
  ['[L14] < <(…)', `${login} < <(${password})`, 'correct'],
  ['[L14] <<< $(…)', `${login} <<< $(${password})`, 'correct'],
  ['<<< "$(…)"', `${login} <<< "$(${password})"`, 'correct'],
  ['[L14] a here-document', `${login} <<EOF\n$(${password})\nEOF`, 'correct'],
  ['a here-document that does not expand: wrong', `${login} <<'EOF'\n$(${password})\nEOF`, 'wrong'],
  ['[L14] echo $(…) |', feed(`echo $(${password})`), 'correct'],
  ['[L4] a subshell round all', `(${feed(password)})`, 'correct'],
  ['the wrong way round', `${login} | ${password}`, 'wrong', /other way/],
  ['the password into a file', feed(`${password} > token`), 'wrong', /into a file/],
  ['errors put aside', feed(`${password} 2>/dev/null`), 'correct'],
  ['get-login-password alone: wrong', password, 'wrong', /pipe it into docker login/],
  ['$(get-login-password): wrong', `$(${password})`, 'wrong', /password only/],
  ['&& in place of |: wrong', `${password} && ${login}`, 'wrong'],
  ['then docker pull', `${feed(password)} && docker pull ${host}/demo`, 'correct'],
  ['a & at the end: wrong', `${feed(password)} &`, 'wrong', /background/],
  ['a second pipe: wrong', feed(`${password} | cat`), 'wrong', /One pipe/],
]);

rows('as people type it', v2, [
  [
    '[L1] continuation lines',
    `aws ecr get-login-password \\\n  --region eu-west-1 \\\n| docker login \\\n --username AWS --password-stdin ${host}`,
    'correct',
  ],
  ['[L1] Windows line ends', `aws ecr get-login-password \\\r\n --region eu-west-1 |\r\n ${login}`, 'correct'],
  ['[L1] a pasted prompt', `$ ${feed(password)}`, 'correct'],
  ['[L1] the prompt of root', `# ${feed(password)}`, 'correct'],
  ['[L1] the prompt of an instance', `[ec2-user@ip-10-0-0-1 ~]$ ${feed(password)}`, 'correct'],
  [
    'quotes round values',
    `aws ecr get-login-password --region "eu-west-1" | docker login --username 'AWS' --password-stdin "${host}"`,
    'correct',
  ],
  [
    '[L22] curly quotes: typography',
    `aws ecr get-login-password --region “eu-west-1” | ${login}`,
    'typography',
    /curly double quote/,
  ],
  [
    '[L22] a space after the backslash: typography',
    `aws ecr get-login-password \\ \n --region eu-west-1 | ${login}`,
    'typography',
    /backslash/,
  ],
  ['[L22] a non-breaking space: typography', feed(password.replace(' ', '\u00a0')), 'typography', /non-breaking space/],
  ['an RTL override: typography', feed(`\u202e${password}`), 'typography', /right-to-left override/],
  ['[L22] a NUL: typography', feed(`${password}\u0000`), 'typography', /NUL/],
  [
    '[L24] en dash and wrong user: wrong, both said',
    into(`docker login –username aws --password-stdin ${host}`),
    'wrong',
    /en dash[\s\S]*capital/,
  ],
  ['[L17] user aws: wrong', into(`docker login -u aws --password-stdin ${host}`), 'wrong', /capital letters/],
  ['user ec2-user: wrong', into(`docker login -u ec2-user --password-stdin ${host}`), 'wrong', /literally AWS/],
  ['-username: wrong', into(`docker login -username AWS --password-stdin ${host}`), 'wrong'],
  ['no --password-stdin: wrong', into(`docker login -u AWS ${host}`), 'wrong', /Without --password-stdin/],
  [
    '[L12] Region differs from the host: wrong',
    `aws ecr get-login-password --region us-east-1 | ${login}`,
    'wrong',
    /good for its own Region/,
  ],
  [
    '[L12] both Regions wrong: wrong',
    feed(password).replaceAll('eu-west-1', 'us-east-1'),
    'wrong',
    /question is about eu-west-1/,
  ],
  [
    '10 digits: wrong',
    into(`docker login -u AWS --password-stdin 1234567890.dkr.ecr.eu-west-1.amazonaws.com`),
    'wrong',
    /12 digits; 1234567890 has 10/,
  ],
  [
    'another account: wrong',
    into(`docker login -u AWS --password-stdin 210987654321.dkr.ecr.eu-west-1.amazonaws.com`),
    'wrong',
    /not 123456789012/,
  ],
  [
    '[L18] no dkr: wrong',
    into(`docker login -u AWS --password-stdin 123456789012.ecr.eu-west-1.amazonaws.com`),
    'wrong',
    /lacks "dkr"/,
  ],
  ['docker push: wrong', into(`docker push ${host}/demo`), 'wrong', /docker login/],
  ['[L18] FIPS host', into(login.replace('dkr.ecr', 'dkr.ecr-fips')), 'correct'],
  [
    '[L18] dual-stack host',
    into('docker login -u AWS --password-stdin 123456789012.dkr-ecr.eu-west-1.on.aws'),
    'correct',
  ],
  [
    'a mixed host: wrong',
    into('docker login -u AWS --password-stdin 123456789012.dkr-ecr.eu-west-1.amazonaws.com'),
    'wrong',
    /mixes two forms/,
  ],
  [
    '[L18] China',
    `${feed(password).replaceAll('eu-west-1', 'cn-north-1')}.cn`,
    'correct',
    undefined,
    { region: 'cn-north-1' },
  ],
  [
    'China without .cn: wrong',
    feed(password).replaceAll('eu-west-1', 'cn-north-1'),
    'wrong',
    /\.cn/,
    { region: 'cn-north-1' },
  ],
  [
    'the seed as typed: typography and digits',
    'aws ecr get-login-password –region eu-west-1 | docker login –username AWS – password-stdin 1234567890.dkr.ecr.eu-west-1.amazonaws.com',
    'wrong',
    /en dash[\s\S]*12 digits/,
  ],
  ['PowerShell: wrong', `(Get-ECRLoginCommand).Password | ${login}`, 'wrong', /PowerShell/],
  ['nothing: wrong', '', 'wrong', /No command/],
  [
    'a half-typed quote: wrong',
    `aws ecr get-login-password --region "eu-west-1 | ${login}`,
    'wrong',
    /double quote is opened/,
  ],
  ['a dangling pipe: wrong', `${password} |`, 'wrong', /No command follows/],
  ['a dangling backslash: wrong', `${feed(password)} \\`, 'wrong', /waits for more/],
  ['an upper-case option: wrong', feed('aws ecr get-login-password --Region eu-west-1'), 'wrong'],
]);

rows('ECR Public', { ...v2, public: true }, [
  [
    'ecr-public',
    'aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin public.ecr.aws',
    'correct',
  ],
  [
    'with an alias',
    'aws ecr-public get-login-password --region us-east-1 | docker login -u AWS --password-stdin public.ecr.aws/abc',
    'correct',
  ],
  [
    '[L13] another Region: wrong',
    'aws ecr-public get-login-password --region eu-west-1 | docker login -u AWS --password-stdin public.ecr.aws',
    'wrong',
    /us-east-1/,
  ],
  [
    'aws ecr: wrong',
    'aws ecr get-login-password --region us-east-1 | docker login -u AWS --password-stdin public.ecr.aws',
    'wrong',
    /ecr-public/,
  ],
  [
    'a private host: wrong',
    `aws ecr-public get-login-password --region us-east-1 | ${login}`,
    'wrong',
    /private registry/,
  ],
  [
    'v1 has the same form',
    'aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin public.ecr.aws',
    'correct',
    undefined,
    { cli: 'v1' },
  ],
]);

rows('either version', { ...v2, cli: 'either' }, [
  ['the form of v1', `$(${getLogin})`, 'correct'],
  ['the form of v2', feed(password), 'correct'],
  ['AWS_REGION with get-login: wrong', '$(AWS_REGION=eu-west-1 aws ecr get-login --no-include-email)', 'wrong'],
]);

describe('parts', () => {
  it('[L24] each part is right, wrong with what is wanted, or missed, and its note is part of the advice', () => {
    const { parts, advice } = gradeRegistryLogin(into('docker login -u aws -password-stdin'), v2);
    expect(parts.map(({ part, state, wanted }) => [part, state, wanted ?? null])).toEqual([
      ['aws', 'right', null],
      ['region', 'right', null],
      ['docker', 'right', null],
      ['username', 'wrong', '--username AWS'],
      ['server', 'missed', host],
      ['password', 'wrong', '--password-stdin'],
    ]);
    expect(advice).toEqual(parts.flatMap(({ note }) => note ?? []));
  });
});
