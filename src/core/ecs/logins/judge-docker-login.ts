import type { VerdictPart } from '../../model/verdict.ts';
import type { DockerCommand } from '../programs/docker-command.ts';
import { lastOption, type OptionSpec } from '../programs/option-spec.ts';
import { readRegistryName } from '../registries/registry-name.ts';
import { missedPart, rightPart, wrongPart } from '../verdicts/judged-part.ts';
import { hostOf, type LoginExpectation } from './login-expectation.ts';

/** Source: docker 28.2.2, `docker login --help`. */
export const loginOptions: readonly OptionSpec[] = [
  { name: 'username', short: 'u', takes: 'value', required: true },
  { name: 'password', short: 'p', takes: 'value' },
  { name: 'password-stdin', takes: 'nothing' },
];

/** The user name, the server, and options that docker refuses; the password is judged with its source. */
export function judgeDockerLogin(login: DockerCommand, expected: LoginExpectation): readonly VerdictPart[] {
  const faults = login.faults.map(({ text, message }) => wrongPart('docker', text, message));
  return [...faults, judgeUser(login), judgeServer(login, expected)];
}

/** Whether a password stands in the command, and how. */
export function judgePasswordOptions(login: DockerCommand): VerdictPart {
  const option = lastOption(login, 'password');
  const fromInput = lastOption(login, 'password-stdin');
  if (option === null && fromInput !== null) return rightPart('password', fromInput.text);
  if (option === null) {
    const note = 'Without --password-stdin docker login does not read the password from the pipe.';
    return missedPart('password', '--password-stdin', note);
  }
  const literal = option.values[0]?.value ?? '';
  if ('assword-stdin'.startsWith(literal) && literal.startsWith('assword')) {
    const note = `${option.text} has one dash, so docker reads it as -p ${literal}: a wrong password, no error. Type --password-stdin.`;
    return wrongPart('password', option.text, note, '--password-stdin');
  }
  if (fromInput === null) return rightPart('password', option.text);
  return wrongPart(
    'password',
    option.text,
    'docker refuses --password and --password-stdin together.',
    '--password-stdin',
  );
}

function judgeUser(login: DockerCommand): VerdictPart {
  const option = lastOption(login, 'username');
  const wanted = '--username AWS';
  if (option === null) return missedPart('username', wanted, 'The user name is missing: it is AWS, for every account.');
  const user = option.values[0]?.value ?? '';
  if (user === 'AWS') return rightPart('username', option.text);
  return wrongPart('username', option.text, userNote(user, option.text), wanted);
}

function userNote(user: string, text: string): string {
  if (/^sername/.test(user)) return `${text} has one dash, so docker reads it as -u ${user}. Type --username.`;
  if (user.toUpperCase() === 'AWS') return 'The user name is AWS, in capital letters.';
  return `The user name is literally AWS, not ${user}: the token says who you are.`;
}

function judgeServer(login: DockerCommand, expected: LoginExpectation): VerdictPart {
  const wanted = hostOf(expected);
  const [server, ...more] = login.operands;
  if (server === undefined) {
    return missedPart('server', wanted, 'No server is named, so docker logs in to Docker Hub, not to ECR.');
  }
  if (more.length > 0) {
    const given = login.operands.map((word) => word.text).join(' ');
    return wrongPart(
      'server',
      given,
      `docker login takes at most 1 argument, the server; here are ${more.length + 1}.`,
      wanted,
    );
  }
  const note = server.value.includes('$')
    ? `What ${server.text} holds cannot be told from here; write the host out.`
    : serverProblem(server.value, expected);
  return note === null ? rightPart('server', server.text) : wrongPart('server', server.text, note, wanted);
}

function serverProblem(server: string, expected: LoginExpectation): string | null {
  const registry = readRegistryName(server);
  if (registry.type === 'none') return registry.problem;
  if (expected.public === true) {
    return registry.type === 'public'
      ? null
      : `${registry.host} is a private registry; the question is about public.ecr.aws.`;
  }
  if (registry.type === 'public') return 'public.ecr.aws is the public registry; the question is about a private one.';
  if (registry.account !== expected.account)
    return `The account in the host is ${registry.account}, not ${expected.account}.`;
  if (registry.region === expected.region) return null;
  return `The Region in the host is ${registry.region}; the question is about ${expected.region}.`;
}
