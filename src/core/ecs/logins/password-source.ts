import type { ProgramCall } from '../programs/program-call.ts';
import { onlySubstitution, type ShellStage, type ShellWord } from '../shell/shell-tree.ts';
import { callsOf, onlyCall } from './login-glue.ts';

/** Where `docker login` reads the password: the call that prints it, or in words why there is none. */
export type PasswordSource = { readonly call: ProgramCall } | { readonly problem: string };

/** What stands on the standard input of the last call of a pipe. A redirection wins over the pipe, as in bash. */
export function standardInputOf(login: ProgramCall, before: readonly ShellStage[]): PasswordSource {
  const redirect = login.redirects.findLast((candidate) => candidate.operator.startsWith('<') && !candidate.descriptor);
  if (redirect !== undefined) {
    const word = redirect.body ?? redirect.target;
    const source = word === null ? null : callIn(word, redirect.operator === '<' ? '<(' : '$(');
    return source === null
      ? { problem: 'What is fed to docker login is not the password that aws prints.' }
      : { call: source };
  }
  const [stage, ...others] = before;
  if (stage === undefined)
    return { problem: 'Nothing feeds the password to docker login: pipe get-login-password into it.' };
  if (others.length > 0) return { problem: 'One pipe is enough: aws … | docker login ….' };
  return printedBy(stage);
}

/** The call that a word is substituted with, or null. */
export function callIn(word: ShellWord, kind: '$(' | '<('): ProgramCall | null {
  const substitution = onlySubstitution(word);
  return substitution?.kind === kind ? onlyCall(substitution.body) : null;
}

function printedBy(stage: ShellStage): PasswordSource {
  const call = callsOf([stage])[0] ?? null;
  if (call === null) return { problem: 'Before the pipe there must be one aws command.' };
  const hidden = call.redirects.find(
    ({ operator, descriptor }) => /^(?:&?>|>\||>>)/.test(operator) && (descriptor ?? 1) === 1,
  );
  if (hidden !== undefined) return { problem: 'The password goes into a file, so nothing comes through the pipe.' };
  const [word, ...more] = call.program === 'echo' ? call.arguments.filter(({ value }) => value !== '-n') : [];
  const echoed = word === undefined || more.length > 0 ? null : callIn(word, '$(');
  return { call: echoed ?? call };
}
