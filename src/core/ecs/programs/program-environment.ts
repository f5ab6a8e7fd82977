import { outputProblem } from './aws-values.ts';

/** Variables by which aws takes other credentials, another configuration or another endpoint. Source: botocore 1.43. */
const awsSteers =
  /^AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|ROLE_ARN|ROLE_SESSION_NAME|WEB_IDENTITY_TOKEN_FILE|CONTAINER_\w+|CONFIG_FILE|SHARED_CREDENTIALS_FILE|CREDENTIAL_\w+|CA_BUNDLE|DATA_PATH|ENDPOINT_URL\w*|USE_FIPS_ENDPOINT|USE_DUALSTACK_ENDPOINT)$/;
const awsSelects = /^AWS_(?:(?:DEFAULT_)?(?:REGION|PROFILE))$/;
const dockerPasses = /^DOCKER_(?:BUILDKIT|CLI_HINTS|CLI_EXPERIMENTAL|SCAN_SUGGEST)$/;
const anySteers = /^(?:PATH|HOME|LD_\w+|DYLD_\w+|HTTPS?_PROXY|https?_proxy|ALL_PROXY|PYTHON\w*|BASH_ENV|ENV)$/;

/** What a variable in the environment of `aws` does to it; `region` and `profile` are judged as the options are. */
export function awsVariable(name: string, value: string): 'region' | 'profile' | 'harmless' | 'steers' {
  if (awsSelects.test(name)) return name.endsWith('REGION') ? 'region' : 'profile';
  if (name === 'AWS_DEFAULT_OUTPUT') return outputProblem(value) === null ? 'harmless' : 'steers';
  return awsSteers.test(name) || anySteers.test(name) ? 'steers' : 'harmless';
}

/** Whether a variable in the environment of docker makes it do something else. */
export function steersDocker(name: string): boolean {
  return (/^(?:DOCKER|CONTAINER|BUILDX)_/.test(name) && !dockerPasses.test(name)) || anySteers.test(name);
}

/** Whether a variable makes any other program do something else. */
export function steersProgram(name: string): boolean {
  return anySteers.test(name) || /^SYSTEMD_|^CURL_/.test(name);
}
