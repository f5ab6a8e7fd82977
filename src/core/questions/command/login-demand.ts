import { gradeRegistryLogin } from '../../ecs/logins/grade-registry-login.ts';
import type { LoginExpectation } from '../../ecs/logins/login-expectation.ts';
import { readRegistryName } from '../../ecs/registries/registry-name.ts';
import { readShellCommand } from '../../ecs/shell/shell-command.ts';
import { excessOf } from '../../ecs/shell/shell-limits.ts';
import { missedPart } from '../../ecs/verdicts/judged-part.ts';
import type { VerdictPart } from '../../model/verdict.ts';

/** What a question asks for whose accepted commands are logins to a registry. */
export interface LoginDemand {
  readonly expected: LoginExpectation;
  /** Named profile, and registry given by its account, that each accepted command names; else null. */
  readonly profile: string | null;
  readonly registry: string | null;
}

const loginWords = /\becr(?:-public)?\s[^|;&]*?\bget-login(?:-password)?\b/;
const serverWords = /(?:https:\/\/)?(?:\d{12}\.dkr[.-]ecr|public\.ecr\.aws)[^\s"'`)]*/;
const regionWords = /(?:--region[ =]+|\bAWS_(?:DEFAULT_)?REGION=)["']?([a-z0-9-]+)/;
const profileWords = /(?:--profile[ =]+|\bAWS_(?:DEFAULT_)?PROFILE=)["']?([^\s"'`)]+)/;
const registryWords = /--registry-ids[ =]+["']?(\d{12})/;

/**
 * What the accepted commands ask for when each of them is one login and nothing else; null when they are other
 * commands. No Region in one of them means that a default Region is configured.
 */
export function readLoginDemand(accepted: readonly string[]): LoginDemand | null {
  if (accepted.length === 0 || !accepted.every(isOneLogin)) return null;
  const expected = readExpectation(accepted);
  const takes = accepted.some((command) => gradeRegistryLogin(command, expected).score === 1);
  return takes
    ? { expected, profile: inEach(accepted, profileWords), registry: inEach(accepted, registryWords) }
    : null;
}

function isOneLogin(command: string): boolean {
  if (!loginWords.test(joined(command)) || excessOf(command) !== null) return false;
  const { script } = readShellCommand(command);
  return script !== null && script.steps.length === 1;
}

function readExpectation(accepted: readonly string[]): LoginExpectation {
  const servers = accepted.map((command) => readRegistryName(serverWords.exec(joined(command))?.[0] ?? ''));
  const named = servers.find((server) => server.type !== 'none');
  const regions = accepted.map((command) => regionWords.exec(joined(command))?.[1]);
  const account = named?.type === 'private' ? named.account : firstOf(accepted, registryWords);
  const region = (named?.type === 'private' ? named.region : null) ?? regions.find((found) => found !== undefined);
  return {
    cli: versionOf(accepted),
    account: account ?? '',
    region: region ?? '',
    defaultRegion: regions.includes(undefined),
    public: named?.type === 'public',
  };
}

function versionOf(accepted: readonly string[]): LoginExpectation['cli'] {
  const isNew = accepted.map((command) => command.includes('get-login-password'));
  return isNew.every(Boolean) ? 'v2' : isNew.some(Boolean) ? 'either' : 'v1';
}

/** What is missing from a login that works, but for another profile or another account than was asked for. */
export function missingFromLogin(text: string, { profile, registry }: LoginDemand): readonly VerdictPart[] {
  const command = joined(text);
  const missing: VerdictPart[] = [];
  const named = profileWords.exec(command)?.[1];
  if (profile !== null && named !== profile) {
    missing.push(missedPart('profile', `--profile ${profile}`, `The token must come from the profile ${profile}.`));
  }
  if (registry !== null && !command.includes('get-login-password') && !command.includes('--registry-ids')) {
    const note = `Without --registry-ids the login is for your own account, not for ${registry}.`;
    missing.push(missedPart('registries', `--registry-ids ${registry}`, note));
  }
  return missing;
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
