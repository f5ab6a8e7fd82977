import { gradeRegistryLogin } from '../../ecs/logins/grade-registry-login.ts';
import type { LoginExpectation } from '../../ecs/logins/login-expectation.ts';
import { sideStep } from '../../ecs/programs/side-steps.ts';
import { readRegistryName } from '../../ecs/registries/registry-name.ts';
import { readShellCommand } from '../../ecs/shell/shell-command.ts';
import { excessOf } from '../../ecs/shell/shell-limits.ts';
import type { CommandQuestion } from '../../model/question.ts';

const loginWords = /\becr(?:-public)?\s[^|;&]*?\bget-login(?:-password)?\b/;
const serverWords = /(?:https:\/\/)?(?:\d{12}\.dkr[.-]ecr|public\.ecr\.aws)[^\s"'`)]*/;
const regionWords = /(?:--region[ =]+|\bAWS_(?:DEFAULT_)?REGION=)["']?([a-z0-9-]+|\$\{?\w+)/;
const profileWords = /(?:--profile[ =]+|\bAWS_(?:DEFAULT_)?PROFILE=)["']?([^\s"'`)]+)/;
const registryWords = /--registry-ids[ =]+["']?(\d{12})/;

/**
 * What the accepted commands ask for when each of them is one login and nothing else; null when they are other
 * commands. No Region in one of them means that a default Region is configured; a variable in the place of a Region,
 * that it is set; `get-caller-identity` under `wrong`, that the registry belongs to another account.
 */
export function readLoginDemand({ accepted, wrong }: LoginQuestion): LoginExpectation | null {
  if (accepted.length === 0 || !accepted.every(isOneLogin)) return null;
  const expected = readExpectation(accepted, wrong);
  return accepted.some((command) => gradeRegistryLogin(command, expected).score === 1) ? expected : null;
}

type LoginQuestion = Pick<CommandQuestion, 'accepted' | 'wrong'>;

function isOneLogin(command: string): boolean {
  if (!loginWords.test(joined(command)) || excessOf(command) !== null) return false;
  const { script } = readShellCommand(command);
  return (
    script !== null &&
    script.steps.filter((step, index) => sideStep(step, index === script.steps.length - 1) === null).length <= 1
  );
}

function readExpectation(accepted: readonly string[], wrong: LoginQuestion['wrong']): LoginExpectation {
  const servers = accepted.map((command) => readRegistryName(serverWords.exec(joined(command))?.[0] ?? ''));
  const named = servers.find((server) => server.type !== 'none');
  const regions = accepted.map((command) => regionWords.exec(joined(command))?.[1]);
  const account = named?.type === 'private' ? named.account : firstOf(accepted, registryWords);
  const region =
    (named?.type === 'private' ? named.region : null) ??
    regions.find((found) => found !== undefined && !found.startsWith('$')) ??
    '';
  const variables = regions.flatMap((found) => /^\$\{?(\w+)/.exec(found ?? '')?.[1] ?? []);
  const profile = inEach(accepted, profileWords);
  const namesNone = regions.includes(undefined);
  return {
    cli: versionOf(accepted),
    account: account ?? '',
    region,
    defaultRegion: profile === null && namesNone,
    public: named?.type === 'public',
    profile: profile === null ? null : { name: profile, namesRegion: namesNone },
    registry: inEach(accepted, registryWords),
    foreign: wrong.some(({ command }) => command.includes('get-caller-identity')),
    variables: new Map(variables.map((name) => [name, region])),
  };
}

function versionOf(accepted: readonly string[]): LoginExpectation['cli'] {
  const isNew = accepted.map((command) => command.includes('get-login-password'));
  return isNew.every(Boolean) ? 'v2' : isNew.some(Boolean) ? 'either' : 'v1';
}

function inEach(accepted: readonly string[], pattern: RegExp): string | null {
  const found = accepted.map((command) => pattern.exec(joined(command))?.[1] ?? null);
  const [first = null] = found;
  return found.every((value) => value === first) ? first : null;
}

function firstOf(accepted: readonly string[], pattern: RegExp): string | undefined {
  return accepted.map((command) => pattern.exec(joined(command))?.[1]).find((found) => found !== undefined);
}

function joined(command: string): string {
  return command.replaceAll('\\\n', ' ');
}
