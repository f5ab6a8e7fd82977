import type { VerdictPart } from '../../model/verdict.ts';
import { isOpen } from '../programs/aws-values.ts';
import type { DockerCommand } from '../programs/docker-command.ts';
import { lastOption } from '../programs/option-spec.ts';
import { steersDocker } from '../programs/program-environment.ts';
import { readRegistryName } from '../registries/registry-name.ts';
import type { ProgramCall } from '../shell/program-call.ts';
import { missedPart, rightPart, shown, wrongPart } from '../verdicts/judged-part.ts';
import { hostOf, type LoginExpectation } from './login-expectation.ts';

/** The user name, the server, and options that docker refuses; the password is judged with its source. */
export function judgeDockerLogin(login: DockerCommand, expected: LoginExpectation): readonly VerdictPart[] {
  const others = login.faults.filter(({ text }) => !/^-(?:username|password)/.test(text));
  const faults = others.map(({ text, message }) => wrongPart('docker', text, message));
  return [...faults, judgeUser(login), judgeServer(login, expected)];
}

/** Options and variables by which docker would talk to another daemon, or go about it otherwise. */
export function judgeDockerCall(call: ProgramCall, elsewhere: readonly string[]): readonly VerdictPart[] {
  const variables = [...call.environment].filter(([name]) => steersDocker(name) && name !== 'DOCKER_CONFIG');
  const user = call.runAs === null ? [] : [`sudo -u ${call.runAs}`];
  const odd = [...elsewhere, ...variables.map(([name, { value }]) => `${name}=${value}`), ...user];
  return odd.map((text) =>
    wrongPart('docker', text, `${shown(text)} is not asked for: the login would be that of another host or user.`),
  );
}

/** Whether a password stands in the command, and how. */
export function judgePasswordOptions(login: DockerCommand): VerdictPart {
  const slip = login.faults.find(({ text }) => /^-password/.test(text));
  if (slip !== undefined) return wrongPart('password', slip.text, slip.message, '--password-stdin');
  const option = lastOption(login, 'password');
  const fromInput = lastOption(login, 'password-stdin');
  if (option === null && fromInput !== null) return rightPart('password', fromInput.text);
  if (option === null) {
    const note = 'Without --password-stdin docker login does not read the password from the pipe.';
    return missedPart('password', '--password-stdin', note);
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
  const slip = login.faults.find(({ text }) => /^-username/.test(text));
  if (slip !== undefined) return wrongPart('username', slip.text, slip.message, wanted);
  if (option === null) return missedPart('username', wanted, 'The user name is missing: it is AWS, for every account.');
  const user = option.values[0]?.value ?? '';
  if (user === 'AWS') return rightPart('username', option.text);
  return wrongPart('username', option.text, userNote(user), wanted);
}

function userNote(user: string): string {
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
  const note = isOpen(server) ? openServer(server.text, expected) : serverProblem(server.value, expected);
  return note === null ? rightPart('server', server.text) : wrongPart('server', server.text, note, wanted);
}

function openServer(text: string, expected: LoginExpectation): string {
  const asksWhoIAm = expected.foreign === true && text.includes('get-caller-identity');
  return asksWhoIAm
    ? `get-caller-identity prints your own account; the registry belongs to ${expected.account}.`
    : `What ${text} holds cannot be told from here; write the host out.`;
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
