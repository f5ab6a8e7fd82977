import type { CommandVerdict, VerdictPart } from '../../model/verdict.ts';
import type { AwsCommand } from '../programs/aws-command.ts';
import { type DockerCommand, dockerLikePrograms, readDockerCommand } from '../programs/docker-command.ts';
import { loginOptions } from '../programs/login-options.ts';
import { lastOption } from '../programs/option-spec.ts';
import { readRegistryName } from '../registries/registry-name.ts';
import { callsOf, type ProgramCall } from '../shell/program-call.ts';
import { readShellCommand } from '../shell/shell-command.ts';
import type { ShellStage } from '../shell/shell-tree.ts';
import { gradeTyping } from '../verdicts/grade-typing.ts';
import { commandVerdict, faulty, missedPart, rightPart, shown, wrongPart } from '../verdicts/judged-part.ts';
import { judgeDockerCall, judgeDockerLogin, judgePasswordOptions } from './judge-docker-login.ts';
import {
  judgeGetLogin,
  judgePasswordCall,
  leavesOutEmail,
  missingDocker,
  readLoginCall,
} from './judge-password-call.ts';
import { hostOf, type LoginExpectation } from './login-expectation.ts';
import { loginFacts } from './login-facts.ts';
import { type EvaluatedCall, evaluatedCall } from './login-glue.ts';
import { type LoginStep, loginStep } from './login-steps.ts';
import {
  type PasswordCall,
  type PasswordSource,
  sourceIn,
  standardInputOf,
  type WrittenFiles,
} from './password-source.ts';
import { strayLogin } from './stray-login.ts';

const removed = 'get-login was removed in AWS CLI v2; there it is get-login-password, piped into docker login.';
const notOld =
  'get-login-password with a pipe is the form of CLI v2 (v1 has it from 1.17.10); the form of v1 is $(aws ecr get-login --no-include-email).';
const notAsked = 'The login of CLI v1 that is asked for is $(aws ecr get-login --no-include-email).';
const withEmail =
  'Without --no-include-email the printed command has -e none, which docker has refused since 17.06 (unknown shorthand flag).';
const inList = 'The password stands in the process list and the shell history; --password-stdin keeps it out.';

/**
 * Grades a typed command that should log docker in to ECR, by the rules L1 to L24 of SPEC.md. Nothing is run. `ruling`
 * says how it is right or wrong, the parts say where (`aws`, `region`, `docker`, `username`, `password`, `server`, …).
 */
export function gradeRegistryLogin(command: string, expected: LoginExpectation): CommandVerdict {
  return gradeTyping(command, (text) => gradeText(text, expected));
}

function gradeText(text: string, expected: LoginExpectation): CommandVerdict {
  const { script, faults } = readShellCommand(text, loginFacts(expected));
  if (script === null || faults.length > 0) {
    const words = /Get-ECRLoginCommand/i.test(text) ? ['That is PowerShell; the question is about the AWS CLI.'] : [];
    return commandVerdict('wrong', [], [...words, ...faults.map(({ message }) => message)]);
  }
  const step = loginStep(script);
  if (step === null) return commandVerdict('wrong', [], ['No command is typed.']);
  const verdict = gradeStages(step, expected);
  if (step.odd.length === 0) return verdict;
  return commandVerdict('wrong', [...verdict.parts, ...step.odd], verdict.general);
}

function gradeStages({ stages, files }: LoginStep, expected: LoginExpectation): CommandVerdict {
  const evaluated = evaluatedCall(stages);
  if (evaluated !== null) return gradeEvaluated(evaluated, expected);
  const calls = callsOf(stages);
  const last = calls.at(-1) ?? null;
  if (last !== null && dockerLikePrograms.has(last.program))
    return gradeDocker(last, stages.slice(0, -1), files, expected);
  const first = calls[0] ?? null;
  if (first !== null && dockerLikePrograms.has(first.program)) {
    const note = 'The pipe runs the other way: aws prints the password and docker login reads it.';
    return commandVerdict('wrong', [wrongPart('glue', '|', note)]);
  }
  if (first !== null && calls.length === 1) return gradeAwsAlone(first, expected);
  return commandVerdict('wrong', [], [notLogin(last)]);
}

function notLogin(last: ProgramCall | null): string {
  if (last === null) return 'A loop, a function or a list of commands is no login; type the login itself.';
  return `At the end of the pipe stands ${shown(last.name?.text ?? '')}, where docker login belongs.`;
}

function gradeEvaluated(
  { inner, quotedWhole, keepsLines, cutsEmail }: EvaluatedCall,
  expected: LoginExpectation,
): CommandVerdict {
  const aws = readLoginCall(inner);
  if (typeof aws === 'string') return commandVerdict('wrong', [wrongPart('aws', inner.name?.text ?? '', aws)]);
  if (aws.operation !== 'get-login' || aws.service !== 'ecr') return gradeRunPassword(aws, expected);
  const quotes = quotedWhole
    ? [
        wrongPart(
          'glue',
          '"$(…)"',
          'In double quotes the whole printed line is taken for the name of one command; leave the quotes out.',
        ),
      ]
    : [rightPart('glue', '$(…)')];
  const parts = [...quotes, ...judgeGetLogin(aws, expected, keepsLines)];
  if (expected.public === true) return commandVerdict('wrong', parts, ['get-login knows private registries only.']);
  if (expected.cli === 'v2') return commandVerdict('wrong-version', parts, [removed]);
  const isWithout = cutsEmail || leavesOutEmail(aws);
  if (faulty(parts)) return commandVerdict('wrong', parts, isWithout ? [] : [withEmail]);
  if (isWithout) return commandVerdict('correct', parts);
  return commandVerdict('partly-right', [...parts, missedPart('email', '--no-include-email', withEmail)]);
}

/** `$(aws ecr get-login-password)` runs the password, not the login. */
function gradeRunPassword(aws: AwsCommand, expected: LoginExpectation): CommandVerdict {
  const given = `aws ${aws.service} ${aws.operation}`.trimEnd();
  if (aws.operation === 'get-login-password') {
    const note =
      'get-login-password prints the password only, so there is no command to run; pipe it into docker login.';
    return commandVerdict('wrong', [wrongPart('glue', '$(…)', note, '|')]);
  }
  const wanted = expected.cli === 'v1' ? 'aws ecr get-login' : 'aws ecr get-login-password';
  return commandVerdict('wrong', [
    wrongPart('aws', given, `${given} does not print a login; it is ${wanted}.`, wanted),
  ]);
}

function gradeAwsAlone(call: ProgramCall, expected: LoginExpectation): CommandVerdict {
  const aws = readLoginCall(call);
  if (typeof aws === 'string') return commandVerdict('wrong', [], [strayLogin(call)]);
  if (aws.operation !== 'get-login') {
    const parts = [...judgePasswordCall(aws, expected, null, false), missingDocker(expected, hostOf(expected))];
    return commandVerdict('wrong', parts, expected.cli === 'v1' ? [notOld] : []);
  }
  const note = 'get-login only prints the login command; $( … ) round it runs it.';
  const parts = [...judgeGetLogin(aws, expected, true), missedPart('glue', '$( … )', note)];
  return expected.cli === 'v2' ? commandVerdict('wrong-version', parts, [removed]) : commandVerdict('wrong', parts);
}

function gradeDocker(
  call: ProgramCall,
  before: readonly ShellStage[],
  files: WrittenFiles,
  expected: LoginExpectation,
): CommandVerdict {
  const login = readDockerCommand(call, (verb) => (verb === 'login' ? loginOptions : null));
  if (login.verb !== 'login') {
    const note = `${`docker ${login.verb}`.trimEnd()} does not log in; it is docker login.`;
    return commandVerdict('wrong', [wrongPart('docker', `docker ${login.verb}`.trimEnd(), note, 'docker login')]);
  }
  const password = judgePasswordOptions(login);
  const sides = [
    rightPart('docker', `${call.program} login`),
    ...judgeDockerCall(call, login.elsewhere),
    ...judgeDockerLogin(login, expected),
    password,
  ];
  const inline = lastOption(login, 'password-stdin') === null ? lastOption(login, 'password') : null;
  const isInline = inline !== null && password.state === 'right';
  const source = isInline ? inlineSource(login) : standardInputOf(call, before, files);
  if ('problem' in source)
    return commandVerdict('wrong', [...sides, missedPart('aws', 'aws ecr get-login-password', source.problem)]);
  const aws = readLoginCall(source.call);
  if (typeof aws === 'string')
    return commandVerdict('wrong', [...sides, wrongPart('aws', source.call.name?.text ?? '', aws)]);
  const parts = [...judgePasswordCall(aws, expected, regionOfServer(login), source.decoded), ...sides];
  return ruled(parts, aws, [...(isInline ? [inList] : []), ...keptWords(source)], expected);
}

/** Why a login that works gives its password away. */
function keptWords({ keptIn }: PasswordCall): readonly string[] {
  return keptIn === null
    ? []
    : [`On its way the password is written to the file ${keptIn}; a pipe alone keeps it nowhere.`];
}

function ruled(
  parts: readonly VerdictPart[],
  aws: AwsCommand,
  insecure: readonly string[],
  expected: LoginExpectation,
): CommandVerdict {
  const piped = 'get-login prints a whole command, which docker login would take for the password.';
  if (aws.operation === 'get-login') {
    return commandVerdict(
      expected.cli === 'v2' ? 'wrong-version' : 'wrong',
      parts,
      expected.cli === 'v2' ? [piped, removed] : [piped],
    );
  }
  if (expected.cli === 'v1' && expected.public !== true) {
    return commandVerdict('wrong-version', parts, [aws.operation === 'get-login-password' ? notOld : notAsked]);
  }
  if (faulty(parts)) return commandVerdict('wrong', parts, insecure);
  return commandVerdict(insecure.length > 0 ? 'insecure' : 'correct', parts, insecure);
}

function inlineSource(login: DockerCommand): PasswordSource {
  const word = lastOption(login, 'password')?.values[0];
  const source = word === undefined ? null : sourceIn(word, '$(');
  return source ?? { problem: 'The password is the token that aws ecr get-login-password prints, not a text to type.' };
}

function regionOfServer(login: DockerCommand): string | null {
  const registry = readRegistryName(login.operands[0]?.value ?? '');
  return registry.type === 'private' ? registry.region : null;
}
