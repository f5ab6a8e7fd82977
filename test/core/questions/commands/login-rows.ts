import { ask, from, host, pipe, take, tokenText, whoAmI } from './login-pieces.ts';
import type { Variants } from './variants.ts';

const oldLogin = 'aws ecr get-login --no-include-email --region eu-west-1';

/** The printed line of version 1, run; no default Region. */
const version1: Variants = {
  accepted: [`$(${oldLogin})`, `$(${oldLogin} --registry-ids 123456789012)`],
  wrong: [],
  right: [
    `$(${oldLogin})`,
    `LOGIN=$(${oldLogin}); $LOGIN`,
    `LOGIN=$(${oldLogin}); eval "$LOGIN"`,
    `LOGIN="$(${oldLogin})" && eval $LOGIN`,
    `LOGIN=$(${oldLogin}); echo "$LOGIN" | sh`,
    `LOGIN=$(${oldLogin}); bash -c "$LOGIN"`,
    `LOGIN=$(${oldLogin}); sh <<< "$LOGIN"`,
    `$(${oldLogin}) || exit 1`,
    `$(${oldLogin}) && echo done`,
    `$(${oldLogin}) > /dev/null`,
    `$(${oldLogin}) 2>&1 | tee log`,
    `set -e; $(${oldLogin})`,
    `set -x\neval $(${oldLogin})`,
    `sudo -u root $(${oldLogin})`,
    `sh-4.2$ $(${oldLogin})`,
    `bash-4.2# $(${oldLogin})`,
    `$(${oldLogin} --output text)`,
    `$(aws ecr get-login --region eu-west-1 | sed 's/-e none//')`,
    `aws ecr get-login --region eu-west-1 | sed 's/ -e none//g' | sh`,
    `R=eu-west-1; $(aws ecr get-login --no-include-email --region \${R})`,
    `export AWS_DEFAULT_REGION=eu-west-1; $(aws ecr get-login --no-include-email)`,
    `OPTS="--no-include-email --region eu-west-1"; $(aws ecr get-login $OPTS)`,
    `$(aws ecr get-login --no-include-email --region eu-west-1 --registry-ids $(aws sts get-caller-identity --query Account --output text))`,
    `$(${oldLogin} --registry-ids 123456789012)`,
    `AWS_PAGER="" ; $(${oldLogin})`,
    `${oldLogin} | bash && docker pull ${host}/demo`,
  ],
  refused: [
    `LOGIN=$(${oldLogin}); "$LOGIN"`,
    `LOGIN=$(${oldLogin}); echo $LOGIN`,
    `LOGIN=$(${oldLogin})`,
    `LOGIN='${oldLogin}'; $LOGIN`,
    `LOGIN='$(${oldLogin})'; $LOGIN`,
    `LOGIN=$(${oldLogin}); eval '"$LOGIN"'`,
    `$(${oldLogin}); docker logout ${host}`,
    `$(${oldLogin}) && docker system prune -af`,
    `AWS_DEFAULT_REGION=eu-west-1 $(aws ecr get-login --no-include-email)`,
    `export AWS_REGION=eu-west-1; $(aws ecr get-login --no-include-email)`,
    `$(aws ecr get-login --no-include-email --region eu-west-1 --output yaml)`,
    `$(${oldLogin} --no-cli-pager)`,
    `$(${oldLogin} --query '[')`,
    `$(${oldLogin} | rev)`,
    `${oldLogin} | tee log`,
    `X=$(reboot) ; $(${oldLogin})`,
    `eval "$(${oldLogin}; rm -rf ~)"`,
    `$(${oldLogin}) | sh`,
    `${tokenText} | base64 -d | cut -d: -f2 | ${take}`,
  ],
};

const defaultPipe = `aws ecr get-login-password | ${take}`;

/** The default Region is that of the registry. */
const defaultRegion: Variants = {
  accepted: [defaultPipe],
  wrong: [],
  right: [
    defaultPipe,
    pipe,
    `aws ecr get-login-password --region $(aws configure get region) | ${take}`,
    `REGION=$(aws configure get region); ACCOUNT=$(${whoAmI}); aws ecr get-login-password --region $REGION | docker login --username AWS --password-stdin $ACCOUNT.dkr.ecr.$REGION.amazonaws.com`,
    `aws ecr get-login-password --profile default | ${take}`,
    `aws ecr get-login-password --region \${AWS_REGION:-$(aws configure get region)} | ${take}`,
    `aws ecr get-login-password | docker login -u AWS --password-stdin 123456789012.dkr.ecr.$(aws configure get default.region).amazonaws.com`,
    `aws ecr get-login-password | docker login -u AWS --password-stdin $(aws ecr describe-repositories --query 'repositories[0].repositoryUri' --output text)`,
  ],
  refused: [
    `aws ecr get-login-password --profile work | ${take}`,
    `AWS_PROFILE=work aws ecr get-login-password | ${take}`,
    `aws ecr get-login-password --region $(aws configure get region --profile work) | ${take}`,
    `aws ecr get-login-password --region $(aws configure get output) | ${take}`,
    `AWS_REGION=us-east-1 aws ecr get-login-password | ${take}`,
    `export AWS_REGION=us-east-1; ${defaultPipe}`,
  ],
};

const asCi = `aws ecr get-login-password --profile ci | ${take}`;

/** The profile `ci` has the credentials, and names the Region. */
const profiled: Variants = {
  accepted: [asCi, `aws ecr get-login-password --profile ci --region eu-west-1 | ${take}`],
  wrong: [],
  right: [
    asCi,
    `${ask} --prof ci | ${take}`,
    `AWS_PROFILE=ci aws ecr get-login-password | ${take}`,
    `export AWS_PROFILE=ci\n${defaultPipe}`,
    `P=ci; aws ecr get-login-password --profile "$P" | ${take}`,
    `aws ecr get-login-password --profile \${PROFILE:-ci} | ${take}`,
    `aws ecr get-login-password --profile default --profile ci | ${take}`,
    `AWS_PROFILE=default aws ecr get-login-password --profile ci | ${take}`,
    `aws --profile=ci ecr get-login-password --region $(aws configure get region --profile ci) | ${take}`,
    `${ask} --profile ci | docker login -u AWS --password-stdin $(aws sts get-caller-identity --profile ci --query Account --output text).dkr.ecr.eu-west-1.amazonaws.com`,
    `sudo AWS_PROFILE=ci aws ecr get-login-password | ${take}`,
    `env AWS_PROFILE=ci aws ecr get-login-password | ${take}`,
    `TOKEN=$(aws ecr get-login-password --profile ci); echo $TOKEN | ${take}`,
  ],
  refused: [
    pipe,
    `${pipe} # --profile ci`,
    `# --profile ci\n${pipe}`,
    `echo "--profile ci"; ${pipe}`,
    `${ask} | AWS_PROFILE=ci ${take}`,
    `AWS_PROFILE=ci docker info; ${pipe}`,
    `aws ecr get-login-password --profile ci --profile default | ${take}`,
    `AWS_PROFILE=ci aws ecr get-login-password --profile default | ${take}`,
    `AWS_PROFILE=ci; ${pipe}`,
    `(export AWS_PROFILE=ci); ${pipe}`,
    `AWS_PROFILE=ci sudo aws ecr get-login-password --region eu-west-1 | ${take}`,
    `P=dev; aws ecr get-login-password --profile \${P:-ci} | ${take}`,
    `aws ecr get-login-password --profile "$P" --region eu-west-1 | ${take}`,
    `AWS_PROFILE=dev aws ecr get-login-password --region eu-west-1 | ${take}`,
    `TOKEN=$(${ask}); AWS_PROFILE=ci; echo $TOKEN | ${take}`,
  ],
};

const publicPipe =
  'aws ecr-public get-login-password --region us-east-1 | docker login --username AWS --password-stdin public.ecr.aws';

const publicRegistry: Variants = {
  accepted: [publicPipe],
  wrong: [],
  right: [
    publicPipe,
    `TOKEN=$(aws ecr-public get-login-password --region us-east-1); echo "$TOKEN" | docker login -u AWS --password-stdin public.ecr.aws`,
    `AWS_REGION=us-east-1 aws ecr-public get-login-password | docker login -u AWS --password-stdin public.ecr.aws`,
    `aws ecr-public get-authorization-token --region us-east-1 --query authorizationData.authorizationToken --output text | base64 -d | cut -d: -f2 | docker login -u AWS --password-stdin public.ecr.aws`,
    `${publicPipe} || exit 1`,
  ],
  refused: [
    `aws ecr-public get-login-password | docker login --username AWS --password-stdin public.ecr.aws`,
    `aws ecr-public get-login-password --region $(aws configure get region) | docker login --username AWS --password-stdin public.ecr.aws`,
    `aws ecr-public get-login-password --profile work | docker login --username AWS --password-stdin public.ecr.aws`,
    `aws ecr get-authorization-token --region us-east-1 --query 'authorizationData[].authorizationToken' --output text | base64 -d | cut -d: -f2 | docker login -u AWS --password-stdin public.ecr.aws`,
    `${publicPipe}; docker logout public.ecr.aws`,
  ],
};

/** The registry is that of another account, which the author says by a wrong command. */
const foreign: Variants = {
  accepted: [from('210987654321.dkr.ecr.eu-west-1.amazonaws.com')],
  wrong: [from(`$(${whoAmI}).dkr.ecr.eu-west-1.amazonaws.com`)],
  right: [
    from('210987654321.dkr.ecr.eu-west-1.amazonaws.com'),
    `ID=210987654321; ${from('$ID.dkr.ecr.eu-west-1.amazonaws.com')}`,
    `aws sts get-caller-identity --query Account --output text; ${from('210987654321.dkr.ecr.eu-west-1.amazonaws.com')}`,
  ],
  refused: [
    from(`$(${whoAmI}).dkr.ecr.eu-west-1.amazonaws.com`),
    `ACCOUNT=$(${whoAmI}); ${from('$ACCOUNT.dkr.ecr.eu-west-1.amazonaws.com')}`,
    from(
      "$(aws ecr get-authorization-token --region eu-west-1 --query 'authorizationData[0].proxyEndpoint' --output text)",
    ),
  ],
};

/** `AWS_REGION` is exported, which version 1 does not read. */
const exportedRegion: Variants = {
  accepted: [
    '$(aws ecr get-login --no-include-email --region eu-west-2)',
    '$(aws ecr get-login --no-include-email --region "$AWS_REGION")',
    '$(AWS_DEFAULT_REGION=eu-west-2 aws ecr get-login --no-include-email)',
  ],
  wrong: [],
  right: [
    '$(aws ecr get-login --no-include-email --region $AWS_REGION)',
    `$(aws ecr get-login --no-include-email --region \${AWS_REGION})`,
    'R=$AWS_REGION; $(aws ecr get-login --no-include-email --region "$R")',
    '$(AWS_DEFAULT_REGION=$AWS_REGION aws ecr get-login --no-include-email)',
    'export AWS_DEFAULT_REGION=$AWS_REGION; $(aws ecr get-login --no-include-email)',
    `export AWS_DEFAULT_REGION="\${AWS_REGION}" && $(aws ecr get-login --no-include-email)`,
    'LOGIN=$(aws ecr get-login --no-include-email --region "$AWS_REGION"); eval "$LOGIN"',
    `$(aws ecr get-login --no-include-email --region \${AWS_REGION:-us-east-1})`,
    `$(aws ecr get-login --no-include-email --region \${REGION:-$AWS_REGION})`,
  ],
  refused: [
    '$(aws ecr get-login --no-include-email)',
    'export AWS_REGION; $(aws ecr get-login --no-include-email)',
    '$(aws ecr get-login --no-include-email --region $AWS_DEFAULT_REGION)',
    '$(aws ecr get-login --no-include-email --region $REGION)',
    "$(aws ecr get-login --no-include-email --region '$AWS_REGION')",
    'AWS_REGION=us-east-1; $(aws ecr get-login --no-include-email --region $AWS_REGION)',
    'unset AWS_REGION; $(aws ecr get-login --no-include-email --region $AWS_REGION)',
    'AWS_DEFAULT_REGION=$AWS_REGION; $(aws ecr get-login --no-include-email)',
  ],
};

export const loginQuestions = { version1, defaultRegion, profiled, publicRegistry, foreign, exportedRegion };
