import { feed, getLogin, host, into, login, password, rows, v2 } from './login-rows.ts';

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
