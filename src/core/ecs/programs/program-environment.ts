import { outputProblem } from './aws-values.ts';

const awsPasses =
  /^AWS_(?:PAGER|CLI_AUTO_PROMPT|MAX_ATTEMPTS|RETRY_MODE|EC2_METADATA_DISABLED|CLI_FILE_ENCODING|STS_REGIONAL_ENDPOINTS|SDK_LOAD_CONFIG|METADATA_SERVICE_\w+)$/;
const awsSelects = /^AWS_(?:(?:DEFAULT_)?(?:REGION|PROFILE))$/;
const dockerPasses = /^DOCKER_(?:BUILDKIT|CLI_HINTS|CLI_EXPERIMENTAL|SCAN_SUGGEST)$/;
const anySteers = /^(?:PATH|HOME|LD_\w+|DYLD_\w+|HTTPS?_PROXY|https?_proxy|ALL_PROXY|PYTHON\w*|BASH_ENV|ENV)$/;

/** What a variable in the environment of `aws` does to it; `region` and `profile` are judged as the options are. */
export function awsVariable(name: string, value: string): 'region' | 'profile' | 'harmless' | 'steers' {
  if (awsSelects.test(name)) return name.endsWith('REGION') ? 'region' : 'profile';
  if (name === 'AWS_DEFAULT_OUTPUT') return outputProblem(value) === null ? 'harmless' : 'steers';
  return (name.startsWith('AWS_') && !awsPasses.test(name)) || anySteers.test(name) ? 'steers' : 'harmless';
}

/** Whether a variable in the environment of docker makes it do something else. */
export function steersDocker(name: string): boolean {
  return (/^(?:DOCKER|CONTAINER|BUILDX)_/.test(name) && !dockerPasses.test(name)) || anySteers.test(name);
}

/** Whether a variable makes any other program do something else. */
export function steersProgram(name: string): boolean {
  return anySteers.test(name) || /^SYSTEMD_|^CURL_/.test(name);
}
